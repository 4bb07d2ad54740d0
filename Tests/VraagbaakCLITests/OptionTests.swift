import Foundation
import TestSupport
import Testing

/// An option of a subcommand, and what shows that it does what it says.
struct OptionCase: Sendable, CustomTestStringConvertible {
  /// As `search --limit`.
  let option: String
  let check: @Sendable (OptionFixture) throws -> Void

  init(_ option: String, check: @escaping @Sendable (OptionFixture) throws -> Void) {
    self.option = option
    self.check = check
  }

  var testDescription: String { option }

  static let all =
    resultOptions("search", "inburgering wachttijd")
    + resultOptions("similar", "inburgeringscoaches")
    + searching + reading + extracting + evaluating + building + choosing + updating + keeping
    + alerting
}

/// Every option of every subcommand is run by a case.
struct OptionTests {
  @Test("The option does what it says", arguments: OptionCase.all)
  func option(_ option: OptionCase) throws {
    try option.check(OptionFixture())
  }

  @Test("No option is without a case, and no case without an option")
  func complete() throws {
    let directory = try TemporaryDirectory()
    let outcome = try Command(directory: directory.path).run(["--experimental-dump-help"])
    let help = try JSONDecoder().decode(ToolHelp.self, from: Data(outcome.output.utf8))
    let options = (help.command.subcommands ?? []).flatMap { subcommand in
      (subcommand.arguments ?? []).flatMap { argument in
        (argument.names ?? []).filter { $0.kind == "long" }.map { name in
          "\(subcommand.commandName) --\(name.name)"
        }
      }
    }.filter { !$0.hasSuffix(" --help") && !$0.hasSuffix(" --version") }
    #expect(options.count > 60)
    let cases = OptionCase.all.map(\.option)
    #expect(Set(options).subtracting(cases).sorted() == [])
    #expect(Set(cases).subtracting(options).sorted() == [])
    #expect(Set(cases).count == cases.count)
  }

  @Test("Help and version go to standard output")
  func help() throws {
    let directory = try TemporaryDirectory()
    let command = Command(directory: directory.path)
    for arguments in [
      ["--version"], ["search", "--version"], ["search", "--help"], ["help", "index"],
    ] {
      let outcome = try command.run(arguments)
      #expect(outcome.status == 0 && !outcome.output.isEmpty && outcome.errors.isEmpty)
    }
  }
}

/// What `--experimental-dump-help` prints, as far as it is needed.
private struct ToolHelp: Decodable {
  struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      let kind, name: String
    }

    let names: [Name]?
  }

  let command: Command
}
