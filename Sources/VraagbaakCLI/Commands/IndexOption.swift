import ArgumentParser
import Extraction
import Vraagbaak

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "An index by name or directory.",
      discussion:
        "Default: $VRAAGBAAK_INDEX, else indexes/ of the current directory, else the user's data directory.",
      valueName: "name|dir"))
  var name: String?

  /// The index that is there.
  func existing() throws -> Index { try Self.existing(name) }

  /// - Parameter name: a name or directory; nil: none was given.
  static func existing(_ name: String?) throws -> Index {
    ChosenIndex.set(name)
    return try index(at: IndexLocation(chosen: name).existingDirectory())
  }

  /// The index that is to be built.
  func forBuilding() throws -> Index {
    ChosenIndex.set(name)
    return try Self.index(at: IndexLocation(chosen: name).directoryForBuilding)
  }

  private static func index(at directory: String) throws -> Index {
    try checkName(directory)
    return Index(at: directory)
  }

  /// What was passed over.
  static func warn(of synonyms: Synonyms) {
    for fault in synonyms.faults { Terminal.warn(fault.description) }
  }

  /// The engine takes names of directories as text.
  static func checkName(_ directory: String) throws {
    guard PathText.hasBytes(directory) else { return }
    throw ValidationError("\(PathText.printable(directory)): the name of an index has to be UTF-8")
  }

  /// A searcher on it.
  /// - Parameter synonyms: nil: those of the index.
  func searcher(synonyms: Synonyms? = nil, ranking: Ranking = .standard) throws -> Searcher {
    let index = try existing()
    let synonyms = try synonyms ?? index.synonyms()
    Self.warn(of: synonyms)
    return try index.searcher(
      synonyms: synonyms, ranking: ranking, threads: MainThread.searches)
  }
}
