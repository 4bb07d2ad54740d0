import Foundation
import TestSupport
import Testing

/// Output that cannot be written, and characters that should not be.
struct OutputTests {
  private let temporary: TemporaryDirectory
  private let command: Command
  private var place: String { temporary.path }

  init() throws {
    temporary = try TemporaryDirectory()
    command = Command(directory: temporary.path)
    try Data("t1\ttrams\n".utf8).write(to: URL(filePath: place + "/onderwerpen.tsv"))
  }

  private func build(_ records: [String]) throws {
    try Data(records.joined(separator: "\n").utf8).write(
      to: URL(filePath: place + "/vragen.jsonl"))
    let built = try command.shell(
      "vraagbaak index --word-list /dev/null --index ./ix vragen.jsonl", in: place)
    #expect(built.status == 0, "\(built)")
  }

  @Test(
    "A full disk or a closed output is an error for every command that prints",
    arguments: [
      "search --index ./ix trams", "search --index ./ix --format json trams",
      "search --index ./ix --format tsv trams", "search --index ./ix --format trec trams",
      "similar --index ./ix 1", "show --index ./ix 1", "show --index ./ix --format json 1",
      "info --index ./ix", "analyze --index ./ix trams", "check --index ./ix",
      "update --index ./ix",
      "trec-run --index ./ix --topics onderwerpen.tsv",
      "diff --index ./ix --topics onderwerpen.tsv 1 1", "--help", "search --help", "--version",
      "--generate-completion-script bash",
    ])
  func full(arguments: String) throws {
    let questions = ["Hoeveel trams in Gent?", "Welke trams in Gent?", "Welke veren?", "Fietsen?"]
    try build(zip(1..., questions).map { #"{"id": "\#($0)", "question": "\#($1)"}"# })
    #expect(try command.shell("vraagbaak \(arguments)", in: place).status == 0)
    for target in ["> /dev/full", ">&-"] {
      let outcome = try command.shell("vraagbaak \(arguments) \(target)", in: place)
      #expect(outcome.status == 3 && outcome.output.isEmpty, "\(target): \(outcome)")
      #expect(outcome.errors.hasPrefix("vraagbaak: cannot write the output: "), "\(outcome)")
      #expect(outcome.errorLines.count == 1)
    }
    #expect(try command.shell("vraagbaak check --index ./ix", in: place).status == 0)
  }

  @Test("A reader that goes away ends a command quietly")
  func closedPipe() throws {
    try build((1...200).map { #"{"id": "\#($0)", "question": "Hoeveel trams in \#($0)?"}"# })
    let outcome = try command.shell(
      """
      vraagbaak search --index ./ix --limit 200 --format json trams | head -n 1
      echo ${PIPESTATUS[0]}
      """, in: place)
    // Ended by SIGPIPE, unless it had written everything before.
    #expect(["141", "0"].contains(outcome.output.split(separator: "\n").last))
    #expect(outcome.errors.isEmpty)
  }

  private static let steering = [
    #"\u001b"#, #"\u0007"#, #"\u007f"#, #"\u009b"#, #"\u202e"#, #"\u2066"#, #"\u200e"#, #"\u2028"#,
  ]

  @Test(
    "What steers terminals or the direction of text is never printed as it is",
    arguments: [
      "search --index ./ix trams", "search --index ./ix --explain --facets thema,minister trams",
      "search --index ./ix --format json trams", "search --index ./ix --format jsonl trams",
      "search --index ./ix --format tsv trams", "search --index ./ix --format trec trams",
      "show --index ./ix 12", "show --index ./ix --format json 12", "similar --index ./ix 12",
      "trec-run --index ./ix --topics onderwerpen.tsv", "analyze --index ./ix 'trams\u{9b}'",
      "info --index ./ix",
    ])
  func steering(arguments: String) throws {
    let bad = Self.steering.joined(separator: "x")
    let first =
      #"{"id": "a\#(bad)", "number": "12", "title": "t \#(bad)", "question": "1. Hoeveel \#(bad) trams?"#
      + #" 2. Bus?", "answer": "1. Veel \#(bad).", "asker": "An \#(bad)", "party": "p\#(bad)","#
      + #" "minister": "M \#(bad)", "themes": ["th\#(bad)"]}"#
    let others = ["Hoeveel trams?", "Waar is de bus?", "Welke veren?"]
    try build([first] + others.enumerated().map { #"{"id": "\#($0)", "question": "\#($1)"}"# })
    let outcome = try command.shell("vraagbaak \(arguments)", in: place)
    #expect(outcome.status == 0, "\(outcome)")
    let printed = (outcome.output + outcome.errors).unicodeScalars.filter {
      $0 != "\n" && $0 != "\t"
    }
    let found = printed.filter {
      [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
    }
    #expect(found.isEmpty, "\(found.map { String($0.value, radix: 16) })")
  }
}
