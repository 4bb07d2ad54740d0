import Extraction
import Glibc
import Rainbow
import Vraagbaak
import WrittenQuestions

/// What is known of where output goes.
enum Terminal {
  static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
  static let isErrorTerminal = isatty(STDERR_FILENO) == 1

  /// Characters in a line; nil when lines have no end, as in a file.
  static let width: Int? = {
    var size = winsize()
    guard isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20
    else { return nil }
    return min(Int(size.ws_col), 110)
  }()

  static func write(_ text: String) { StandardOutput.write(text) }

  /// A line on standard error, after what was written before.
  static func warn(_ message: String, advice: String? = nil) {
    StandardOutput.flush()
    writeLine(message + (advice.map { "; " + $0 } ?? ""))
  }

  /// Records that were passed over, and once what helps.
  static func warn(of skippedLine: IndexError) { warn("skipped: \(skippedLine)") }

  static func warn(of skipped: [BuildSummary.Skip]) {
    var advised: Set<String> = []
    for skip in skipped {
      let advice = skip.advice.flatMap { advised.insert($0).inserted ? $0 : nil }
      warn("skipped: \(skip)", advice: advice)
    }
  }

  /// Examples of what of records was not kept, and how many more there are.
  static func warn(of warnings: ReadWarnings) {
    for kind in warnings.kinds {
      // Exports in several languages have it in every record.
      if kind.problem == .otherLanguage, let example = kind.examples.first {
        warn("warning: \(kind.count) times \(example.explanation)")
        continue
      }
      for example in kind.examples { warn("warning: \(example)") }
      guard let example = kind.examples.last, kind.count > kind.examples.count else { continue }
      let more = kind.count - kind.examples.count
      warn("warning: \(more) more in which \(example.explanation)")
    }
  }

  /// A line on standard error.
  static func writeLine(_ message: String) { writeError("vraagbaak: " + clean(message) + "\n") }

  private static func writeError(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Replaces the line of progress on standard error; an empty text clears it.
  static func showProgress(_ text: String) {
    guard isErrorTerminal else { return }
    StandardOutput.flush()
    writeError("\r\u{1b}[K" + text)
  }

  /// Text of documents as one line for people.
  static func clean(_ text: String) -> String { PrintedLine.clean(text) }
}
