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
      Terminal.warn(advice(for: index))
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

  /// What to type next.
  private func advice(for index: Index) -> String {
    let option = "--index " + IndexError.argument(index.path)
    guard (try? index.recordedSources()) != nil else {
      return "make the index anew with: vraagbaak index \(option) PATH"
    }
    let rebuild = "make the index anew with: vraagbaak rebuild \(option)"
    guard let earlier = try? index.rollback(isDryRun: true) else { return rebuild }
    return "go back to generation \(earlier) with: vraagbaak rollback \(option), or \(rebuild)"
  }
}
