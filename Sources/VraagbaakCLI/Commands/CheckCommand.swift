import ArgumentParser
import Vraagbaak

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify an index, and say what is wrong and what to run.",
    discussion: "Exit status 0 for a sound index, 3 for a damaged one.")

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = PlainFormat.text

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let index = try index.existing()
    let report = try index.check()
    if format == .json { try JSONOutput.write(report) }
    guard report.isSound else {
      if format == .text {
        for fault in report.faults { Terminal.warn(fault.description) }
      }
      if let advice = Advice.repair(index) { Terminal.warn(advice) }
      throw ExitCode(ExitStatus.noIndex)
    }
    guard format == .text, !quiet else { return }
    Terminal.write(
      """
      \(index.path), generation \(report.generation ?? 0): sound
      \(report.documents) documents, \(report.passages) passages; \(report.comparedDocuments) \
      documents compared with their sources

      """)
  }
}
