import Foundation
import TestSupport
import Testing

/// Subcommands that are programs of their own.
struct OtherProgramTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// The command by itself in a directory, with a program in another one that commands are found in.
  private func run(_ arguments: String, programs: [String: String]) throws -> Command.Outcome {
    let command = Command(directory: directory.path)
    let bin = directory.path + "/bin"
    for place in [bin, directory.path + "/libexec/vraagbaak"] {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      atPath: Command.products.appending(path: "vraagbaak").path, toPath: bin + "/vraagbaak")
    for (name, script) in programs {
      let file = directory.path + "/" + name
      try "#!/bin/sh\n\(script)\n".write(toFile: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    }
    return try command.shell("cd /; PATH=/usr/bin:/bin exec \(bin)/vraagbaak \(arguments)")
  }

  @Test(
    "They are found beside the command or in libexec, get all arguments, and give their status",
    arguments: ["bin/vraagbaak-serve", "libexec/vraagbaak/vraagbaak-serve"])
  func found(place: String) throws {
    let script = #"for word in "$@"; do echo "<$word>"; done; exit 7"#
    let outcome = try run("serve --port '1 2' -x ''", programs: [place: script])
    #expect(outcome.output == "<--port>\n<1 2>\n<-x>\n<>\n")
    #expect(outcome.status == 7)
  }

  @Test("One that is not there says how it is got; an unknown one is an unknown command")
  func missing() throws {
    let outcome = try run("serve --port 1", programs: [:])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("script/serve builds it"))
  }

  @Test("The command's own names are never looked for")
  func own() throws {
    let outcome = try run(
      "info --index nergens", programs: ["bin/vraagbaak-info": "echo vreemd"])
    #expect(outcome.output == "" && outcome.status == 3)
  }

  @Test("Other words are what they were")
  func unknown() throws {
    let outcome = try run("onzin", programs: [:])
    #expect(outcome.status == 2 && outcome.errors.contains("onzin"))
  }
}
