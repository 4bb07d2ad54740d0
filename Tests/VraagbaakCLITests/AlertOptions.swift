import Foundation
import TestSupport
import Testing

/// Options of `alerts`, on a small index to which a question is added.
extension OptionCase {
  private static let searches = #"[{"name": "Trams", "query": "trams"}]"#

  /// Runs once, adds a question about trams, and gives the file of searches.
  private static func prepare(_ fixture: OptionFixture) throws -> String {
    try fixture.build()
    let file = try fixture.file("z.json", searches)
    let first = try fixture.run("alerts", file)
    #expect(first.status == 1 && first.output.isEmpty, "\(first)")
    #expect(first.errors.contains("Trams: the first run; it finds 1 document"), "\(first)")
    try fixture.write([.init(id: "3", title: "Nog meer", question: "Welke trams?")], to: "b.jsonl")
    #expect(try fixture.run("update").status == 0)
    return file
  }

  static let alerting = [
    OptionCase("alerts --index") { fixture throws in
      let file = try prepare(fixture)
      let news = try fixture.command.run(["alerts", "--index", fixture.index, file])
      #expect(news.status == 0 && news.output.hasPrefix("Trams: 1 nieuw\n"), "\(news)")
      #expect(try fixture.command.run(["alerts", "--index", "/nergens", file]).status == 3)
    },
    OptionCase("alerts --since") { fixture throws in
      let file = try fixture.file("z.json", #"[{"name": "Alle", "query": "*"}]"#)
      let first = try fixture.sample("alerts", file, "--since", "2024", "--format", "json")
      #expect(first.status == 0 && first.output.contains("\"digitalisering-erfgoed\""))
      #expect(try fixture.sample("alerts", file, "--since", "LAST").status == 1)
      #expect(try fixture.sample("alerts", file, "--since", "ooit").status == 2)
    },
    OptionCase("alerts --format") { fixture throws in
      let file = try prepare(fixture)
      func run(_ format: String) throws -> String {
        let outcome = try fixture.run("alerts", file, "--dry-run", "--format", format)
        return outcome.output
      }
      #expect(try run("text").contains("\n1. Nog meer\n   nieuw\n"))
      #expect(try run("html").contains("Nog meer</h3>"))
      #expect(try run("json").contains(#""news" : "nieuw""#))
      #expect(try run("atom").contains("<title>Nog meer (nieuw)</title>"))
      #expect(try fixture.run("alerts", file, "--format", "mail").status == 2)
    },
    OptionCase("alerts --to") { fixture throws in
      let file = try prepare(fixture)
      let mail = try fixture.run(
        "alerts", file, "--format", "mail", "--from", "x@y.nl", "--to", "An <a@b.nl>, c@d.nl")
      #expect(mail.output.contains("\nTo: \"An\" <a@b.nl>,\n c@d.nl\n"), "\(mail)")
      let wrong = try fixture.run(
        "alerts", file, "--format", "mail", "--from", "x@y.nl", "--to", "a@b.nl\nBcc: c@d.nl")
      #expect(wrong.status == 2 && wrong.errors.contains("no address"), "\(wrong)")
      #expect(try fixture.run("alerts", file, "--to", "x@y.nl").status == 2)
    },
    OptionCase("alerts --from") { fixture throws in
      let file = try prepare(fixture)
      let mail = try fixture.run(
        "alerts", file, "--format", "mail", "--from", "x@y.nl", "--to", "a@b.nl")
      #expect(mail.output.hasPrefix("From: x@y.nl\n") && mail.output.contains("@y.nl>\n"))
      #expect(try fixture.run("alerts", file, "--from", "x@y.nl").status == 2)
    },
    OptionCase("alerts --output") { fixture throws in
      let file = try prepare(fixture)
      let output = try fixture.file("uit", "oud")
      // What cannot be written is told by the next run.
      #expect(try fixture.run("alerts", file, "--output", "/nergens/uit").status == 3)
      let news = try fixture.run("alerts", file, "--output", output)
      #expect(news.status == 0 && news.output.isEmpty, "\(news)")
      let text = try String(contentsOfFile: output, encoding: .utf8)
      #expect(text.hasPrefix("Trams: 1 nieuw\n"))
      #expect(try fixture.run("alerts", file, "--output", output).status == 1)
      #expect(try String(contentsOfFile: output, encoding: .utf8) == text)
    },
    OptionCase("alerts --dry-run") { fixture throws in
      let file = try prepare(fixture)
      for _ in 1...2 { #expect(try fixture.run("alerts", file, "--dry-run").status == 0) }
      #expect(try fixture.run("alerts", file).status == 0)
      #expect(try fixture.run("alerts", file, "--dry-run").status == 1)
    },
  ]
}

/// What people meet who edit the file of searches.
struct AlertsCommandTests {
  @Test("A wrong entry is said and the others run; without news the status says that one is wrong")
  func faults() throws {
    let place = try Workplace()
    try place.build(Workplace.records)
    try place.write(
      "z.json", #"[{"name": "A", "query": "trams status:x"}, {"name": "B", "query": "trams"}]"#)
    let first = try place.shell("vraagbaak alerts --index ./ix z.json")
    #expect(first.status == 2 && first.errors.contains("z.json: entry 1 (A): query"), "\(first)")
    try place.write(
      "vragen.jsonl",
      (Workplace.records + [#"{"id": "5", "question": "Trams?"}"#])
        .joined(separator: "\n"))
    let second = try place.shell(
      "vraagbaak update --quiet --index ./ix && vraagbaak alerts --index ./ix z.json")
    #expect(second.status == 0 && second.output.hasPrefix("B: 1 nieuw\n"), "\(second)")
  }

  @Test("A digest whose output breaks off is told again, and the one after it by the next run")
  func brokenPipe() throws {
    let place = try Workplace()
    try place.build(Workplace.records)
    try place.write("z.json", #"[{"name": "B", "query": "trams"}]"#)
    _ = try place.shell("vraagbaak alerts --index ./ix z.json")
    try place.write(
      "vragen.jsonl",
      (Workplace.records + [#"{"id": "5", "question": "Trams?"}"#])
        .joined(separator: "\n"))
    let outcome = try place.shell(
      """
      vraagbaak update --quiet --index ./ix
      vraagbaak alerts --index ./ix z.json > /dev/full; echo $?
      vraagbaak alerts --index ./ix z.json; echo $?
      vraagbaak alerts --index ./ix z.json; echo $?
      """)
    #expect(outcome.output.hasPrefix("3\nB: 1 nieuw\n"), "\(outcome)")
    #expect(outcome.output.hasSuffix("\n0\n1\n"), "\(outcome)")
    #expect(outcome.errors.contains("was cut short"), "\(outcome)")
  }
}
