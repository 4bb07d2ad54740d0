import TestSupport
import Testing

@testable import VraagbaakCLI

/// Names in commands that can be typed.
struct ShellWordTests {
  let directory: TemporaryDirectory
  private var current: String { directory.path }

  init() throws { directory = try TemporaryDirectory() }

  @Test(
    "A name is one word of a shell",
    arguments: ["kamer", "./mijn vragen", "it's", "", "$HOME", "a\nb", "über/één"])
  func quoting(name: String) throws {
    let outcome = try Command(directory: current).shell("printf %s " + ShellWord.quoted(name))
    #expect(outcome.output == name)
  }
}
