import ArgumentParser
import Vraagbaak
import WrittenQuestions

struct AlertsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "Tell what is new to saved searches since the last time.",
    discussion: """
      FILE is a list in JSON: [{"name": "Stikstof", "query": "stikstof partij:BBB", "every": "week"}]; every is \
      dag, week or maand, or left out. What was told is kept in the directory FILE.state. \
      Exit status: 0 there is news, 1 nothing new.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html, mail, json, atom
  }

  @OptionGroup var index: IndexOption

  @Option(
    help: ArgumentHelp(
      "For searches that run for the first time: what was asked or answered since this day; LAST: nothing.",
      valueName: "date|LAST"))
  var since = SinceOption(day: nil)

  @Option(help: ArgumentHelp("text, html, mail, json or atom.", valueName: "format"))
  var format = Format.text

  @Option(help: ArgumentHelp("Who gets the mail; several with commas.", valueName: "address"))
  var to: String?

  @Option(help: ArgumentHelp("Who sends the mail.", valueName: "address"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Write to this file, in one step. Without news only json and atom are written.",
      valueName: "file"))
  var output: String?

  @Flag(help: "Keep nothing: the next run tells the same.")
  var dryRun = false

  @Argument(help: "The saved searches.")
  var file: String

  func validate() throws {
    guard format == .mail || to == nil && from == nil else {
      throw ValidationError("--to and --from are for --format mail")
    }
    guard format != .mail || to != nil && from != nil else {
      throw ValidationError("--format mail needs --to ADDRESS and --from ADDRESS")
    }
  }

  func run() async throws {
    // Before anything is looked for.
    let sender = try from.map { text throws(AlertsError) in try MailAddress(text) }
    let recipients = try to.map { text throws(AlertsError) in try MailAddress.list(text) } ?? []
    let alerts = try Alerts(file: file, isDryRun: dryRun)
    for fault in alerts.searches.faults { Terminal.warn(fault.description) }
    let news = try await alerts.news(in: try index.searcher(), since: since.day)
    for note in news.notes { NoteOutput.write(note) }
    if let text = try written(news, sender, recipients) {
      if let output {
        let file = try FileSystem.Writing(output)
        try file.write(Array(text.utf8))
        try file.finish()
      } else {
        StandardOutput.write(text)
        StandardOutput.flush()
      }
    }
    try alerts.told(news)
    guard news.digest.isEmpty else { return }
    // Cron mails whatever is said.
    if Terminal.isErrorTerminal { Terminal.warn("nothing new") }
    let hasFaults = !alerts.searches.faults.isEmpty || news.notes.contains(where: \.isFailure)
    throw ExitCode(hasFaults ? ExitStatus.usage : ExitStatus.noResults)
  }

  /// Nil where there is nothing to send.
  private func written(_ news: Alerts.News, _ sender: MailAddress?, _ recipients: [MailAddress])
    throws -> String?
  {
    let digest = news.digest
    switch format {
    case .json: return try JSONOutput.text(of: digest)
    case .atom: return news.feed.atom(time: digest.made)
    case .text: return digest.isEmpty ? nil : digest.text
    case .html: return digest.isEmpty ? nil : digest.html
    case .mail: return digest.isEmpty ? nil : sender.map { digest.mail(from: $0, to: recipients) }
    }
  }
}

/// A day, or `LAST`.
struct SinceOption: ExpressibleByArgument, CustomStringConvertible {
  /// Nil: since the last run.
  let day: CalendarDate?

  var description: String { day?.description ?? "LAST" }
  var defaultValueDescription: String { description }

  init(day: CalendarDate?) { self.day = day }

  init?(argument: String) {
    if argument.uppercased() == "LAST" {
      day = nil
    } else if let day = CalendarDate(argument) ?? CalendarDate(parsing: argument) {
      self.day = day.firstDay
    } else {
      return nil
    }
  }
}
