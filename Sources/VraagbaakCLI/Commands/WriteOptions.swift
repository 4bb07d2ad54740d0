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

/// How many generations stay when one is made.
struct KeepOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many generations before the new one stay for rollback.",
      discussion: "Default: $VRAAGBAAK_KEEP, else 1.", valueName: "n"))
  var keep: Int?

  var count: Int { keep ?? Environment.number("VRAAGBAAK_KEEP") ?? 1 }

  func validate() throws {
    guard count >= 0 else { throw ValidationError("--keep is 0 or more") }
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
