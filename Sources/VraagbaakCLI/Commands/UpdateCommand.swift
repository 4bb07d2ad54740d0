import ArgumentParser
import Vraagbaak

struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Bring an index in line with what is new, changed or gone in its sources.",
    discussion: """
      Searches see all of an update or nothing of it. A file that cannot be read now keeps its \
      passages, and so does a whole directory that is missing or empty.
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var options: WriteOptions
  @OptionGroup var limit: TimeLimitOption
  @OptionGroup var report: ReportOption

  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false

  @Flag(help: "Go on, and update whenever a source changes, until interrupted.")
  var watch = false

  @Argument(
    help: ArgumentHelp(
      "Files or directories to look at. Default: all that were indexed.", valueName: "path"))
  var paths: [String] = []

  func validate() throws {
    guard !(watch && dryRun) else {
      throw ValidationError("--watch and --dry-run exclude each other")
    }
    guard !(watch && report.report != nil) else {
      throw ValidationError("--watch and --report exclude each other")
    }
  }

  func run() throws {
    let index = try index.existing()
    guard !watch else { return try Watching.run(index, paths: paths, options) }
    limit.start()
    let summary = try index.update(
      paths, wait: options.wait, isDryRun: dryRun, report: report.report)
    UpdateReport.write(summary, path: index.path, isDryRun: dryRun, quiet: options.quiet)
  }
}
