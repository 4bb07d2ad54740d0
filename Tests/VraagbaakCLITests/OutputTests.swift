import Foundation
import Testing

/// Output that cannot be written, and characters that should not be.
struct OutputTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("onderwerpen.tsv", "t1\ttrams\n")
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
    try place.build(Workplace.records)
    #expect(try place.shell("vraagbaak \(arguments)").status == 0)
    for target in ["> /dev/full", ">&-"] {
      let outcome = try place.shell("vraagbaak \(arguments) \(target)")
      #expect(outcome.status == 3 && outcome.output.isEmpty, "\(target): \(outcome)")
      #expect(outcome.errors.hasPrefix("vraagbaak: cannot write the output: "), "\(outcome)")
      #expect(outcome.errorLines.count == 1)
    }
    #expect(try place.shell("vraagbaak check --index ./ix").status == 0)
  }

  @Test("A reader that goes away ends a command quietly")
  func closedPipe() throws {
    try place.build((1...200).map { #"{"id": "\#($0)", "question": "Hoeveel trams in \#($0)?"}"# })
    let outcome = try place.shell(
      """
      vraagbaak search --index ./ix --limit 200 --format json trams | head -n 1
      echo ${PIPESTATUS[0]}
      """)
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
    try place.build(
      [first] + others.enumerated().map { #"{"id": "\#($0)", "question": "\#($1)"}"# })
    let outcome = try place.shell("vraagbaak \(arguments)")
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
