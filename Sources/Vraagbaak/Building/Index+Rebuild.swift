import Extraction
import WrittenQuestions
import Xapian

extension Index {
  /// What a rebuild has to pass before it is published.
  public struct RebuildCheck: Sendable {
    public var topics: [Topics.Topic]
    /// At most this share of the topics may have other first hits than before, from 0 to 1.
    public var maxChange: Double

    public init(topics: [Topics.Topic], maxChange: Double) {
      self.topics = topics
      self.maxChange = maxChange
    }
  }

  /// Makes a new generation of the sources and the word list that the index was made of, with the
  /// analysis of this program, and publishes it as `build` does.
  ///
  /// ```swift
  /// let topics = try Topics.read("topics.tsv") { print($0) }
  /// try index.rebuild(check: .init(topics: topics, maxChange: 0.2))
  /// ```
  ///
  /// - Parameters:
  ///   - check: nil: whatever comes of it is published.
  ///   - report: a file for a `ReadingReport` of all files.
  /// - Throws: `.changedTooMuch` when the check fails: then the index is as it was.
  @discardableResult
  public func rebuild(
    keep: Int = 1, wait: Double = 0, check: RebuildCheck? = nil, report: String? = nil,
    progress: (@Sendable (BuildProgress) -> Void)? = nil
  ) throws(IndexError) -> BuildSummary {
    var builder = try rebuilder(keep: keep, wait: wait, report: report, progress)
    // Before all the work: what serves may be of a schema that cannot be searched.
    if check != nil { _ = try session() }
    if let check {
      builder.check = { (built: Generation) throws(IndexError) in try verify(built, check) }
    }
    return try builder.build()
  }

  private func rebuilder(
    keep: Int = 1, wait: Double = 0, report: String? = nil,
    _ progress: (@Sendable (BuildProgress) -> Void)? = nil
  ) throws(IndexError) -> GenerationBuilder {
    let recipe = try recipe()
    let plan = BuildPlan(
      roots: recipe.roots, places: SourcePaths(directory: recipe.directory),
      names: recipe.names.map(SourceNames.init(directory:)),
      mapping: recipe.fields.map(FieldMapping.init(names:)), wordList: recipe.wordList,
      keep: keep, wait: wait, purpose: "rebuild", selection: recipe.selection ?? SourceSelection(),
      readsPictures: recipe.ocr ?? false, standardInput: recipe.standardInput,
      report: report)
    return GenerationBuilder(index: self, plan: plan, progress: progress)
  }

  /// What an index of these sources would be made of: files and bytes, without reading them.
  /// - Parameter sources: without standard input, which can be read only once.
  public func plannedFiles(_ sources: [String], selection: SourceSelection = SourceSelection())
    throws(IndexError) -> (files: [SourcePath], bytes: Int)
  {
    let place = TemporaryPlace()
    defer { withExtendedLifetime(place) {} }
    var plan = BuildPlan(
      roots: [], places: SourcePaths(), keep: 0, wait: 0, purpose: "build", selection: selection)
    // Where the index is to be nothing is written yet.
    plan.places.archives = ArchiveMounts(UnpackedArchives(directory: place.path))
    plan.roots = plan.selection.roots(of: sources.map { SourcePath($0) }, plan.places)
    return try planned(GenerationBuilder(index: self, plan: plan, progress: nil))
  }

  /// What a rebuild would read: files and bytes, without reading them.
  /// - Throws: `.sourcesUnknown`, `.noSuchSource`, `.nothingToIndex`: a rebuild would throw it too.
  public func plannedRebuild() throws(IndexError) -> (files: [SourcePath], bytes: Int) {
    try planned(rebuilder())
  }

  private func planned(_ builder: GenerationBuilder) throws(IndexError)
    -> (files: [SourcePath], bytes: Int)
  {
    let files = try builder.files().files
    return (files, SourceFiles(builder.reader).size(of: files))
  }

  /// The files and directories that `rebuild` would read, as they were given.
  /// - Throws: `.sourcesUnknown` when it would not know.
  public func recordedSources() throws(IndexError) -> [SourcePath] { try recipe().roots }

  /// Of the serving generation, else of the newest whose manifest can be read, of whatever schema:
  /// with the roots as updates left them, or those of the build where its database is damaged.
  private func recipe() throws(IndexError) -> Manifest.Recipe {
    let serving = try servingUnlessDamaged()
    var candidates = try Generation.all(in: path).reversed().filter { $0 != serving }
    if let serving { candidates.insert(serving, at: 0) }
    guard !candidates.isEmpty else { throw .noIndex(path: path) }
    for generation in candidates {
      guard var recipe = try Manifest.Recipe(from: generation.directory) else { continue }
      let database = try unlessDamaged { () throws(IndexError) in try generation.database() }
      let roots = database.flatMap { try? SourceTable(database: $0).roots() } ?? []
      if !roots.isEmpty { recipe.roots = roots }
      return recipe
    }
    throw .sourcesUnknown(path: path)
  }

  /// - Throws: `IndexError.changedTooMuch`.
  private func verify(_ built: Generation, _ check: RebuildCheck) throws(IndexError) {
    let changes: TopicChanges
    do {
      changes = try TopicChanges.between(
        session(), session(reading: built), topics: check.topics)
    } catch {
      throw IndexError(error, writing: path)
    }
    guard changes.share > check.maxChange else { return }
    throw .changedTooMuch(changes, limit: check.maxChange)
  }
}
