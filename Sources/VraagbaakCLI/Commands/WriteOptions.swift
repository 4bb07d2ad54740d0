import ArgumentParser
import Glibc

/// What all commands have that change an index.
struct WriteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How long to wait for another command that writes to the index.", valueName: "seconds"))
  var wait = 0.0

  @Flag(help: "Say nothing but errors.")
  var quiet = false
}

/// A report of what was read, and what was not.
struct ReportOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a report of every file as JSON: what read it, what was found in it, what was not read.",
      valueName: "file.json"))
  var report: String?
}

/// How many generations stay when one is made.
struct KeepOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many generations before the new one stay for rollback.",
      discussion: "Default: $VRAAGBAAK_KEEP, else 1.", valueName: "n"))
  var keep: Int?

  private static let variable = "VRAAGBAAK_KEEP"

  var count: Int { keep ?? Environment.text(Self.variable).flatMap { Int($0) } ?? 1 }

  func validate() throws {
    if let keep {
      guard keep >= 0 else { throw ValidationError("--keep is 0 or more") }
    } else if let text = Environment.text(Self.variable) {
      guard let number = Int(text), number >= 0 else {
        throw ValidationError("\(Self.variable) is a number from 0, not '\(text)'")
      }
    }
  }
}

/// How long a command may take that writes into the database that serves.
struct TimeLimitOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Give up after so long, and change nothing: a damaged index may keep the engine busy for ever.",
      valueName: "seconds"))
  var timeLimit = 3_600

  func validate() throws {
    guard timeLimit > 0 else { throw ValidationError("--time-limit is from 1") }
  }

  func start() {
    signal(SIGALRM) { _ in
      FatalSignals.end(
        "vraagbaak: gave up after --time-limit, nothing was changed; verify the index with: vraagbaak check"
      )
    }
    FatalSignals.unblock([SIGALRM])
    alarm(UInt32(clamping: timeLimit))
  }
}
