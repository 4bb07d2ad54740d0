import Foundation
import Testing

/// Every command that an error advises works when it is typed.
struct AdviceTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("vragen/a.jsonl", #"{"id": "1", "question": "Hoeveel trams?"}"#)
  }

  private func build(_ count: Int = 1) throws {
    for _ in 1...count {
      let built = try place.shell(
        "vraagbaak index --word-list /dev/null --index './mijn ix' vragen")
      #expect(built.status == 0)
    }
  }

  /// The commands in a message, with what the reader has to fill in.
  private func commands(in message: String) -> [String] {
    message.split(separator: "\n").flatMap { line in
      line.split(separator: "with: ").dropFirst().map { rest in
        let command = rest.split(separator: ", or ").first.map(String.init) ?? ""
        return command.replacing("PATH", with: "vragen").replacing("WORDS", with: "trams")
          .replacing("id=FIELD,question=FIELD,answer=FIELD", with: "id=nr,question=vraag")
          .replacing("NEW", with: "nieuw.jsonl")
      }
    }
  }

  /// Runs a script that fails, and then each command of its advice, the last of which has to mend it.
  private func expectAdvice(
    _ script: String, _ names: [String], mends: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let failed = try place.shell(script)
    #expect(failed.status != 0, "\(failed)", sourceLocation: sourceLocation)
    let advised = commands(in: failed.errors)
    #expect(
      advised.map { String($0.split(separator: " ")[1]) } == names, "\(failed.errors)",
      sourceLocation: sourceLocation)
    for command in advised {
      let outcome = try place.shell(command)
      #expect(outcome.status == 0, "\(command): \(outcome)", sourceLocation: sourceLocation)
    }
    guard mends else { return }
    let again = try place.shell(script)
    #expect(again.status == 0, "\(again)", sourceLocation: sourceLocation)
  }

  @Test("Where there is no index one is built")
  func noIndex() throws {
    try expectAdvice("vraagbaak search --index './mijn ix' trams", ["index"])
    try expectAdvice("vraagbaak search trams", ["index"])
  }

  @Test("A damaged index is gone back from or made anew, as far as either can be done")
  func damaged() throws {
    try build(2)
    let spoil = "echo onzin > 'mijn ix'/generation-000002/lexicon"
    try expectAdvice(
      spoil + "; vraagbaak search --index './mijn ix' trams", ["rollback", "rebuild"], mends: false)
    #expect(try place.shell("vraagbaak search --index './mijn ix' trams").status == 0)
  }

  @Test("Where there is nothing to go back to only the other is advised")
  func damagedAlone() throws {
    try build()
    let generation = "'mijn ix'/generation-000001"
    _ = try place.shell("echo onzin > \(generation)/lexicon")
    try expectAdvice("vraagbaak check --index './mijn ix'", ["rebuild"])
    _ = try place.shell("rm -r 'mijn ix'")
    try build()
    _ = try place.shell("echo onzin > \(generation)/manifest.json")
    try expectAdvice("vraagbaak search --index './mijn ix' trams", ["index"])
  }

  @Test("An index of another analysis or schema is rebuilt")
  func otherVersions() throws {
    try build()
    func change(_ member: String) throws {
      let file = "'mijn ix'/generation-00000*/manifest.json"
      _ = try place.shell("sed -i -E 's/\"\(member)\" : [0-9]+/\"\(member)\" : 1/' \(file)")
    }
    try change("analysis")
    try expectAdvice("vraagbaak update --index './mijn ix'", ["rebuild"])
    try change("schema")
    try expectAdvice("vraagbaak search --index './mijn ix' trams", ["rebuild"])
  }

  @Test("Of generations that are not there those that are can be listed, or one be made")
  func generations() throws {
    try build()
    try place.write("onderwerpen.tsv", "t1\ttrams\n")
    try expectAdvice(
      "vraagbaak diff --index './mijn ix' --topics onderwerpen.tsv 1 7", ["info"], mends: false)
    try expectAdvice("vraagbaak rollback --index './mijn ix'", ["rebuild"])
  }

  @Test("A document that is not there is searched for")
  func noDocument() throws {
    try build()
    try expectAdvice("vraagbaak show --index './mijn ix' 99", ["search"], mends: false)
    try expectAdvice("vraagbaak remove --index './mijn ix' 99", ["search"], mends: false)
  }

  @Test("Of several documents one is looked at by its id")
  func severalDocuments() throws {
    try place.write(
      "vragen/b.jsonl",
      ["b 1", "b 2"].map { #"{"id": "\#($0)", "number": "7", "question": "Bussen?"}"# }
        .joined(separator: "\n"))
    try build()
    try expectAdvice("vraagbaak show --index './mijn ix' 7", ["show"], mends: false)
    try expectAdvice("vraagbaak remove --index './mijn ix' 7", ["show"], mends: false)
  }

  @Test("Fields that are not known are named, once")
  func fields() throws {
    let record = #"{"nr": "1", "vraag": "Hoeveel trams?"}"#
    try place.write("vragen/a.jsonl", record + "\n" + record)
    try expectAdvice("vraagbaak index --index './mijn ix' vragen", ["index"], mends: false)
    #expect(try place.shell("vraagbaak search --index './mijn ix' trams").status == 0)
    try place.write(
      "vragen/b.jsonl", #"{"nummer": "2", "vraag": "Hoeveel bussen?"}"# + "\n" + record)
    let update = try place.shell("vraagbaak update --index './mijn ix'")
    #expect(update.status == 0 && commands(in: update.errors).count == 1, "\(update)")
  }

  @Test("A file in another encoding is converted")
  func encoding() throws {
    let latin = Array(#"{"id": "1", "question": "Hoeveel caf"#.utf8) + [0xe9] + Array(#"s?"}"#.utf8)
    try Data(latin).write(to: URL(filePath: place.path + "/vragen/a.jsonl"))
    try expectAdvice("vraagbaak index --index './mijn ix' vragen/a.jsonl", ["-f"], mends: false)
    #expect(try place.shell("vraagbaak index --index './mijn ix' nieuw.jsonl").status == 0)
    #expect(try place.shell("vraagbaak search --index './mijn ix' cafés").status == 0)
  }
}
