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

  var location: IndexLocation { IndexLocation(chosen: name) }

  /// The index that is there.
  func existing() throws -> Index { Index(at: try location.existingDirectory()) }

  /// A searcher on it.
  func searcher(synonyms: Synonyms? = nil, ranking: Ranking = .standard) throws -> Searcher {
    try existing().searcher(
      synonyms: synonyms, ranking: ranking, threads: MainThread.searches)
  }
}
