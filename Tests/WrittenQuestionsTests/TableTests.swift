import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// Tables: a record a row, by the names in the first one.
struct TableTests {
  private func read(_ bytes: [UInt8], _ reader: TableReader = TableReader()) throws -> [Result<
    WrittenQuestion, ReadError
  >] {
    try reader.records(ofBytes: bytes).map { record in
      record.flatMap { record in
        Result { () throws(ReadError) in try reader.parse(record) }
      }
    }
  }

  private func questions(_ text: String) throws -> [WrittenQuestion] {
    try read(Array(text.utf8)).map { try $0.get() }
  }

  @Test("Columns are known by Dutch names")
  func dutch() throws {
    let found = try questions(
      "id;titel;vraag;antwoord;datum;vraagsteller;fractie\n1;Trams;Hoeveel?;Tien.;3/5/2022;An Peeters;X\n"
    )
    #expect(found.map(\.title) == ["Trams"])
    #expect(found[0].askers == [Asker(name: "An Peeters", party: "X")])
    #expect(found[0].date?.description == "2022-05-03" && found[0].answer.count == 1)
  }

  @Test(
    "Commas, semicolons, tabs and bars part cells; a byte order mark and CR LF are none of them",
    arguments: [",", ";", "\t", "|"], ["\n", "\r\n"])
  func separators(_ separator: String, _ end: String) throws {
    let rows = [
      ["id", "title", "question", "asker", "party", "date"],
      [
        "7", "Trams", "\"Hoeveel \(separator) \"\"trams\"\"?\(end)En wanneer?\"", "Peeters An", "X",
        "3/5/2022",
      ],
      ["8", "Bussen", "Hoeveel 5\" bussen?", "", "", ""],
    ]
    let text =
      "\u{feff}" + rows.map { $0.joined(separator: separator) }.joined(separator: end) + end
    let found = try questions(text)
    #expect(found.map(\.id) == ["7", "8"] && found.map(\.title) == ["Trams", "Bussen"])
    #expect(found[0].subQuestions.map(\.passage.text).joined(separator: " ").contains("\"trams\"?"))
    #expect(found[0].askers == [Asker(name: "Peeters An", party: "X")])
    #expect(found[0].date?.description == "2022-05-03")
    #expect(found[1].subQuestions[0].passage.text == "Hoeveel 5\" bussen?")
    #expect(found[0].source.line == 2 && found[1].source.line == 4)
    let bytes = Array(text.utf8)
    #expect(
      String(decoding: bytes[found[1].source.range], as: UTF8.self)
        == rows[2].joined(separator: separator))
  }

  @Test("Passages are cited by their column; a line for one spreadsheet program is no header")
  func cited() throws {
    let found = try questions("sep=;\nid;answer\n1;\"Ja; \"\"zeker\"\".\"\n")
    #expect(found[0].answer[0].passage.place == .field("answer", 0..<12))
    #expect(found[0].answer[0].passage.text == "Ja; \"zeker\".")
  }

  @Test("Rows in Windows-1252 are read as such")
  func windows() throws {
    let bytes = Array("id,question\n1,Hoeveel caf".utf8) + [0xe9, 0x73, 0x3f, 0x0a]
    let question = try read(bytes)[0].get()
    #expect(question.subQuestions[0].passage.text == "Hoeveel cafés?")
    #expect(question.source.encoding == .windows1252)
  }

  @Test("A row with other cells, and a mark that nothing closes, cost no other row")
  func faults() throws {
    let found = try read(Array("id,question\n1,a,b\n2\n3,\"open\n4,Hoe?\n5,Wie?,,\n".utf8))
    #expect(
      found.map { try? $0.get().id } == [nil, nil, nil, "4", "5"])
    func problem(_ index: Int) -> ReadError.Problem? {
      if case .failure(let error) = found[index] { error.problem } else { nil }
    }
    #expect(problem(0) == .otherCells(found: 3, expected: 2))
    #expect(problem(1) == .otherCells(found: 1, expected: 2))
    guard case .unusableField? = problem(2) else {
      Issue.record("\(found[2])")
      return
    }
  }

  @Test("A table without an id or a text says which columns it has")
  func header() {
    #expect(
      throws: ReadError(
        .missingField("id", present: ["nr", "vraagtekst"]), path: SourcePath("x"))
    ) {
      do {
        _ = try read(Array("nr,vraagtekst\n1,a\n".utf8))
      } catch let error as ReadError {
        throw ReadError(error.problem, path: SourcePath("x"))
      }
    }
    #expect(throws: ReadError.self) { try read([]) }
    #expect(throws: ReadError.self) { try read([0xff, 0xfe, 0x69, 0]) }
  }

  @Test("No cut and no changed byte of a table makes it crash or hang")
  func hostile() throws {
    var random = SeededGenerator()
    let text = Array("id;question\r\n1;\"Hoe \"\"veel\"\"?\"\r\n2;Wie?\r\n".utf8)
    for _ in 0..<300 {
      var bytes = Array(text[..<Int.random(in: 0...text.count, using: &random)])
      for _ in 0..<2 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      let rows = (try? read(bytes)) ?? []
      #expect(rows.count <= 6, "\(random)")
    }
  }
}
