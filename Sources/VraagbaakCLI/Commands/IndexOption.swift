import ArgumentParser
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
    return Index(at: try IndexLocation(chosen: name).existingDirectory())
  }

  /// The index that is to be built.
  func forBuilding() -> Index {
    ChosenIndex.set(name)
    return Index(at: IndexLocation(chosen: name).directoryForBuilding)
  }

  /// A searcher on it.
  /// - Parameter synonyms: nil: those of the index.
  func searcher(synonyms: Synonyms? = nil, ranking: Ranking = .standard) throws -> Searcher {
    let index = try existing()
    let synonyms = try synonyms ?? index.synonyms()
    for fault in synonyms.faults { Terminal.warn(fault.description) }
    return try index.searcher(
      synonyms: synonyms, ranking: ranking, threads: MainThread.searches)
  }
}
