import Foundation
import Testing

/// A name that several documents have, and sources that have several names.
struct IdentityTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test(
    "Of several documents with a number a list is given, and nothing is done",
    arguments: ["show", "similar", "remove", "remove --dry-run"])
  func severalDocuments(command: String) throws {
    try place.build(
      ["a", "b"].map {
        #"{"id": "\#($0)", "number": "230", "title": "Over \#($0)", "question": "Trams?"}"#
      } + [#"{"id": "c", "number": "231", "question": "Trams?"}"#])
    let outcome = try place.shell("vraagbaak \(command) --index ./ix 230")
    #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
    #expect(
      outcome.errorLines.prefix(2) == [
        "vraagbaak: [a] nr. 230 · open · Over a (vragen.jsonl)",
        "vraagbaak: [b] nr. 230 · open · Over b (vragen.jsonl)",
      ])
    let message = "vraagbaak: 2 documents have the number 230;"
    #expect(outcome.errorLines.last?.hasPrefix(message) == true)
    #expect(try place.shell("vraagbaak show --index ./ix a").status == 0)
    #expect(try place.shell("vraagbaak \(command) --index ./ix 231").status < 2)
  }

  @Test("Ids that only look alike are two, built, updated and printed")
  func composedIDs() throws {
    func record(_ id: String) -> String { #"{"id": "\#(id)", "question": "Hoeveel trams?"}"# }
    try place.build([record("e\u{301}"), record("x")])
    try place.write("b.jsonl", record("\u{e9}"))
    let updated = try place.shell("vraagbaak update --index ./ix b.jsonl")
    #expect(updated.output.contains("1 added") && updated.errors.isEmpty, "\(updated)")
    for command in ["check", "rebuild --quiet"] {
      #expect(try place.shell("vraagbaak \(command) --index ./ix").errors.isEmpty)
      let run = try place.shell("vraagbaak search --index ./ix --format trec trams")
      let ids = run.output.split(separator: "\n").map { Array($0.split(separator: " ")[2].utf8) }
      #expect(Set(ids) == [Array("e\u{301}".utf8), Array("\u{e9}".utf8), Array("x".utf8)])
    }
  }

  @Test("A program is given the list as JSON", arguments: ["show", "similar"])
  func severalAsJSON(command: String) throws {
    try place.build(
      ["a", "b"].map { #"{"id": "\#($0)", "number": "230", "question": "Trams?"}"# })
    let outcome = try place.shell("vraagbaak \(command) --index ./ix --format json 230")
    #expect(outcome.status == 2)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let documents = json?["documents"] as? [[String: Any]]
    #expect(documents?.map { $0["id"] as? String } == ["a", "b"])
    #expect(json?["name"] as? String == "230")
  }
}
