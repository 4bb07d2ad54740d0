import ArgumentParser

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
