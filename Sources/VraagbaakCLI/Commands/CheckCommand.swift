import ArgumentParser
import Vraagbaak

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify an index, and say what is wrong and what to run.",
    discussion: "Exit status 0 for a sound index, 3 for a damaged one.")

  @OptionGroup var index: IndexOption

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let index = try index.existing()
    let report = try index.check()
    for fault in report.faults { Terminal.warn(fault.description) }
    guard report.isSound else {
      Terminal.warn(
        (try? index.rollback(isDryRun: true)).map {
          "go back to generation \($0) with: vraagbaak rollback, or make the index anew with: vraagbaak rebuild"
        } ?? "make the index anew with: vraagbaak rebuild")
      throw ExitCode(ExitStatus.noIndex)
    }
    guard !quiet else { return }
    Terminal.write(
      """
      \(index.path), generation \(report.generation ?? 0): sound
      \(report.documents) documents, \(report.passages) passages; \(report.comparedDocuments) \
      documents compared with their sources

      """)
  }
}
