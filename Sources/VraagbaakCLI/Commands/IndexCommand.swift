import ArgumentParser
import Vraagbaak
import WrittenQuestions

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Make an index of documents, in place of the one before.",
    discussion: """
      Reads PDF, Word (.docx, .doc, .rtf), OpenDocument (.odt), HTML, XML, plain text, and records as \
      JSON, JSON Lines, CSV or Turtle, also in archives (.zip, .tar, .tar.gz and the like), which are \
      directories of what is in them. Searches go on with the index before until the new one is \
      complete.
      """)

  @OptionGroup var index: IndexOption

  @Option(
    help: ArgumentHelp(
      "Which fields of JSON records mean what.",
      discussion:
        "As question=FIELD,answer=FIELD,title=FIELD,… or one of dekamer-2017, dekamer-2020, kamervragen-answers. Default: found from the records.",
      valueName: "mapping"))
  var fields: String?

  @OptionGroup var options: WriteOptions
  @OptionGroup var keep: KeepOption
  @OptionGroup var report: ReportOption

  @Option(
    help: ArgumentHelp("Dutch words, one a line, to split compounds by.", valueName: "file"))
  var wordList = Index.wordListPath

  @Flag(help: "Say which files would be indexed, and change nothing.")
  var dryRun = false

  @Flag(help: "Go on, and update whenever a source changes, until interrupted.")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "Weights of fields, as title=30,answer=10; for measuring.", valueName: "name=value,…",
      visibility: .hidden))
  var set: TermWeights?

  @OptionGroup var sources: SourceOptions

  func validate() throws {
    guard !(watch && dryRun) else {
      throw ValidationError("--watch and --dry-run exclude each other")
    }
    guard !(dryRun && sources.paths.contains("-")) else {
      throw ValidationError("standard input can be read only once: not with --dry-run")
    }
  }

  func run() throws {
    let index = try self.index.forBuilding()
    let mapping = try fields.map { try FieldMapping(parsing: $0) }
    let paths = try sources.allPaths()
    if dryRun {
      let plan = try index.plannedFiles(paths, selection: sources.selection)
      Terminal.write(IndexReport.plan(plan))
      return
    }
    let quiet = options.quiet
    let summary = try index.build(
      from: paths, selection: sources.selection, passesOverMissing: sources.filesFrom != nil,
      mapping: mapping, readsPictures: sources.ocr,
      wordList: wordList, keep: keep.count,
      wait: options.wait, report: report.report, weights: set ?? .standard
    ) {
      if !quiet { Terminal.showProgress(IndexReport.progress($0)) }
    }
    IndexReport.write(summary, path: index.path, quiet: quiet)
    if watch { try Watching.run(index, paths: [], options) }
  }
}
