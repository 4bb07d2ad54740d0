import Foundation
import Testing

/// What the system lacks or forbids is said, and never taken for damage.
struct ShortageTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    for _ in 1...2 { try place.build(Workplace.records) }
  }

  /// One line that says what the system said, and no advice that would throw away what is sound.
  private func expectPlain(
    _ outcome: Command.Outcome, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      outcome.status == 3 && outcome.errorLines.count == 1 && outcome.errors.contains(reason)
        && !outcome.errors.contains("with: ") && !outcome.errors.contains("damaged"), "\(outcome)",
      sourceLocation: sourceLocation)
  }

  @Test(
    "With too few open files a command does what it should, or says why not",
    arguments: [
      "search trams", "similar 1", "info", "check", "rollback", "update", "snapshot kopie",
    ])
  func openFiles(arguments: String) throws {
    let words = arguments.split(separator: " ")
    let line = "vraagbaak \(words[0]) --index ./anders " + words.dropFirst().joined(separator: " ")
    let fresh = "rm -rf anders kopie; cp -r ix anders; "
    let right = try place.shell(fresh + line)
    #expect(right.status == 0)
    var refused = 0
    for limit in 5...40 {
      let outcome = try place.shell(fresh + "ulimit -n \(limit); " + line)
      if outcome.status == 0 {
        #expect(outcome.output == right.output && outcome.errors == right.errors, "\(limit)")
        break
      }
      refused += 1
      expectPlain(outcome, "Too many open files")
    }
    #expect(1...30 ~= refused)
  }

  /// The superuser may read everything: the command then runs as somebody else.
  private static let asSomebody: String? =
    getuid() != 0
    ? ""
    : FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
      ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : nil

  private func runAsSomebody(_ arguments: String) throws -> Command.Outcome {
    // Where the checkout lies others may not look.
    let binary = Command.products.appending(path: "vraagbaak").path
    return try place.shell(
      "[ -e befehl ] || cp '\(binary)' befehl; chmod 755 . befehl; chmod a+rX ix; "
        + (Self.asSomebody ?? "") + "./befehl " + arguments)
  }

  @Test(
    "Without the right to read it says so",
    .enabled(if: asSomebody != nil, "the superuser needs setpriv to be somebody else"),
    arguments: [
      ".", "CURRENT", "generation-000002", "generation-000002/manifest.json",
      "generation-000002/in-use", "generation-000002/lexicon", "generation-000002/database",
      "generation-000002/database/iamglass", "generation-000002/database/postlist.glass",
      "generation-000002/database/docdata.glass", "generation-000002/database/termlist.glass",
    ])
  func rights(file: String) throws {
    #expect(try runAsSomebody("search --index ./ix trams").status == 0)
    _ = try place.shell("chmod -R a+rX ix; chmod 0 ix/\(file)")
    for arguments in ["search --index ./ix trams", "show --index ./ix 1", "check --index ./ix"] {
      // Not `runAsSomebody`, which gives the right back.
      let outcome = try place.shell((Self.asSomebody ?? "") + "./befehl " + arguments)
      expectPlain(outcome, "Permission denied")
    }
    _ = try place.shell("chmod -R u+rwX ix")
  }

  @Test(
    "Who may only read an index can check it",
    .enabled(if: asSomebody != nil, "the superuser needs setpriv to be somebody else"))
  func readOnly() throws {
    _ = try place.shell("chmod -R a-w ix; chmod -R a+rX ix")
    #expect(try runAsSomebody("check --index ./ix").status == 0)
    let update = try runAsSomebody("update --index ./ix")
    expectPlain(update, "Permission denied")
    expectPlain(
      try runAsSomebody("index --index /nieuw vragen.jsonl"), "Permission denied")
    _ = try place.shell("chmod -R u+rwX ix")
  }
}
