import ArgumentParser
import Extraction
import Glibc
import Vraagbaak

@main
struct VraagbaakCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vraagbaak",
    abstract: "Search Dutch written questions and the answers to them.",
    discussion: """
      vraagbaak serve answers over HTTP; a program of its own, as every vraagbaak-NAME that is installed \
      is a command NAME.

      Exit status: 0 results or success, 1 no results, 2 a wrong argument, query or source, \
      3 no such index, or one that cannot be read or written, or output that cannot be written.
      """,
    version: version,
    subcommands: [
      IndexCommand.self, UpdateCommand.self, RemoveCommand.self, RebuildCommand.self,
      RollbackCommand.self, DiffCommand.self, CheckCommand.self, SnapshotCommand.self,
      SearchCommand.self, SimilarCommand.self, ShowCommand.self, CiteCommand.self,
      AlertsCommand.self,
      InfoCommand.self, AnalyzeCommand.self, ExtractCommand.self, TRECRunCommand.self,
      ModelContextCommand.self,
    ])

  static let version = "0.1.0"

  /// Names of files are any bytes.
  private static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { number in
      CommandLine.unsafeArgv[number].map { PathText.decode($0) }
    }
  }

  static func main() {
    // A reader that goes away, as `head` does, ends the program quietly.
    signal(SIGPIPE, SIG_DFL)
    StandardOutput.prepare()
    FatalSignals.install()
    Index.onTermination {
      Terminal.warn("writing failed, perhaps the disk is full; the index is as it was")
      _exit(ExitStatus.noIndex)
    }
    do {
      try OtherProgram.run(arguments)
      var command = try parseAsRoot(arguments)
      if let command = command as? any AsyncParsableCommand {
        try MainThread.shared.run(command)
      } else {
        try command.run()
      }
      StandardOutput.flush()
    } catch {
      ExitStatus.end(with: error)
    }
  }
}
