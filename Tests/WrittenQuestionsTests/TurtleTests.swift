import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// The European Parliament's register in Turtle.
struct TurtleTests {
  static let work = """
    <https://x/doc/E-9-2023-000777> a eli:Work ;
      eli:date_document "2023-03-10T23:00:00.000Z"^^xsd:dateTime ;
      eli:work_type resource-type:QUEST_WRITTEN ; # een vraag
      dc:identifier "E-9-2023-000777" ;
      eli-dl:parliamentary_term <https://x/org/ep-9> ;
      dcterms:creator <https://x/person/1> , <https://x/corporate-body/COM> ;
      dcterms:title "Ferries"@en , "Over \\"veren\\"; en meer."@nl ;
      .
    """
  static let expression = #"""
    <https://x/doc/E-9-2023-000777/nl> a <http://data.europa.eu/eli/ontology#Expression>;
      eli:title_alternative """Vraag E-000777/2023<br/>aan de Commissie<br/>Jan Bos (S&D), Ada Veld (Verts/ALE)"""@nl.
    """#
  static let answer = """
    <https://x/doc/E-9-2023-000777-ASW> a eli:Work ; eli:date_document "2023-05-01T22:00:00Z" ;
      eli-dl:answers_to <https://x/doc/E-9-2023-000777>, <https://x/doc/E-9-2023-000778> ;
      eli:work_type resource-type:ANSWER_TO_EP_QUESTION .
    """
  static let file = """
    @prefix eli: <http://data.europa.eu/eli/ontology#> .
    <https://x/person/1> a foaf:Person ; foaf:name "Jan. Bos" .
    """

  private func read(_ parts: String...) throws -> [Result<SourceRecord, ReadError>] {
    try TurtleReader().records(ofBytes: Array(parts.joined(separator: "\n\n").utf8))
  }

  @Test("A work, its expressions and its answer are records of one question")
  func found() throws {
    let records = try read(Self.file, Self.work, Self.expression, Self.answer).map { try $0.get() }
    #expect(records.map(\.line) == [4, 13, 16])
    let questions = try records.map { try TurtleReader().parse($0) }
    #expect(questions.map(\.isMetadata) == [true, true, true])
    #expect(
      questions[0].title == "Over \"veren\"; en meer." && questions[0].number == "E-000777/2023")
    #expect(questions[0].date?.description == "2023-03-11" && questions[0].session == "9")
    #expect(questions[0].ministers == [Minister(role: "Europese Commissie")])
    #expect(
      questions[1].askers == [
        Asker(name: "Jan Bos", party: "S&D"), Asker(name: "Ada Veld", party: "Verts/ALE"),
      ])
    #expect(questions[2].answered?.description == "2023-05-02")
    #expect(questions[2].identifiers.prefix(2) == ["E-9-2023-000777", "E-9-2023-000778"])
    let all = questions.map(\.facts)
    #expect(all[0].enriched(by: Array(all[1...])).statedState == .answered)
  }

  @Test("What breaks is named with its line, and what is whole before it is read")
  func broken() throws {
    for (text, line) in [
      ("<https://x/a b> a eli:Work .", 1), ("<https://x/a> a \"open\n .", 1),
      ("<https://x/a>\n eli:work_type QUEST_WRITTEN", 2),
      ("<https://x/a> eli:work_type\n\n QUEST_WRITTEN QUEST_WRITTEN .", 3),
    ] {
      let read = try read(Self.work, text)
      #expect(try read[0].get().line == 1)
      guard read.count == 2, case .failure(let error) = read[1],
        case .brokenTurtle = error.problem
      else {
        Issue.record("\(text): \(read)")
        continue
      }
      #expect(error.line == 8 + 1 + line, "\(text)")
    }
    let other = try read(Self.file)
    #expect(other.count == 1)
    #expect(throws: ReadError.self) { try other[0].get() }
  }

  @Test("No cut and no changed byte makes it crash or hang")
  func hostile() throws {
    var random = SeededGenerator()
    let text = Array([Self.file, Self.work, Self.expression, Self.answer].joined().utf8)
    for _ in 0..<300 {
      var bytes = Array(text[..<Int.random(in: 0...text.count, using: &random)])
      for _ in 0..<3 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] =
          [0x22, 0x5c, 0x3c, 0x2e, 0x5b, 0xff]
          .randomElement(using: &random) ?? 0
      }
      let read = try TurtleReader().records(ofBytes: bytes)
      #expect(!read.isEmpty && read.count < 20, "\(random)")
      for record in read { _ = try? TurtleReader().parse(record.get()) }
    }
  }

  @Test(
    "The real register's hundred questions all have an asker",
    .enabled(if: SharedCorpus.directory != nil))
  func real() throws {
    let file = try SourceFile(SharedCorpus.corpus("forms/ep/questions-2022-100.ttl"))
    let questions = try TurtleReader().records(of: file).map { record in
      try TurtleReader().parse(record.get())
    }
    let works = questions.filter { $0.introduction != nil }
    let asked = Set(questions.filter { !$0.askers.isEmpty }.map(\.id))
    #expect(works.count == 100)
    #expect(works.allSatisfy { asked.contains($0.id) })
  }
}
