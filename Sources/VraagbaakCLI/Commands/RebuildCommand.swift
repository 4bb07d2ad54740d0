import ArgumentParser
import Vraagbaak

struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Make an index anew of the sources that it was made of.",
    discussion: """
      Searches go on with the index before until the new one is complete. With --check, saved \
      queries run on both, and the new one is given up when too many have other first hits: exit \
      status 1.
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var options: WriteOptions
  @OptionGroup var keep: KeepOption
  @OptionGroup var report: ReportOption

  @Option(
    help: ArgumentHelp(
      "Saved queries to run on both: lines of id, tab, query.", valueName: "file.tsv"))
  var check: String?

  @Option(
    help: ArgumentHelp(
      "How many of the queries may have another first ten.", valueName: "percentage"))
  var maxChange: Percentage = Percentage(share: 0.2)

  func run() throws {
    let index = try index.existing()
    let check = try check.map {
      Index.RebuildCheck(
        topics: try Topics.read($0, warn: Terminal.warn(of:)), maxChange: maxChange.share)
    }
    if check != nil { IndexOption.warn(of: try index.synonyms()) }
    let quiet = options.quiet
    let summary = try index.rebuild(
      keep: keep.count, wait: options.wait, check: check, report: report.report
    ) {
      if !quiet { Terminal.showProgress(IndexReport.progress($0)) }
    }
    IndexReport.write(summary, path: index.path, quiet: quiet)
  }
}

/// `20%` or `20`.
struct Percentage: ExpressibleByArgument {
  let share: Double

  init(share: Double) { self.share = share }

  init?(argument: String) {
    let number = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let percent = Double(number), percent >= 0, percent <= 100 else { return nil }
    share = percent / 100
  }

  var defaultValueDescription: String { "\(Int(share * 100))%" }
}
