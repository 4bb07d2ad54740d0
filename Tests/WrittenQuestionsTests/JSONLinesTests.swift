import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct JSONLinesTests {
  private func parse(_ json: String, _ mapping: FieldMapping? = nil) throws -> WrittenQuestion {
    try JSONLinesReader(mapping: mapping).parse(
      SourceRecord(path: "x.jsonl", line: 7, bytes: Array(json.utf8)))
  }

  private func problem(_ json: [UInt8]) -> (ReadError.Problem, Int?)? {
    do {
      _ = try JSONLinesReader().parse(SourceRecord(path: "x.jsonl", line: 7, bytes: json))
      return nil
    } catch {
      return (error.problem, error.line)
    }
  }

  @Test("The Chamber's fields are recognised")
  func chamber() throws {
    let question = try parse(
      #"{"doc_id": 12, "depotdat": 1483488000000, "aut_party": "X", "aut_person": "Jansen, Piet", "question": "De trein. \n\n Te laat. 1. Hoe?2. Wie?", "question_theme_main": "VERVOER", "question_theme": "TREIN,VERVOER", "answer": "1. Zo. 2. Zij.", "answer_department": "Minister van Mobiliteit"}"#
    )
    #expect(question.id == "12" && question.title == "De trein.")
    #expect(question.date?.description == "2017-01-04")
    #expect(question.askers == [Asker(name: "Piet Jansen", party: "X")])
    #expect(question.ministers == [Minister(role: "Minister van Mobiliteit")])
    #expect(question.themes == ["vervoer", "trein"])
    #expect(question.subQuestions.count == 2 && question.answer.count == 2)
    #expect(question.source.line == 7)
  }

  @Test("Fields can be named, and lists are themes")
  func named() throws {
    let mapping = try FieldMapping(parsing: "id=nr,title=kop,answer=tekst,themes=labels,date=dag")
    let question = try parse(
      #"{"nr": "a-1", "kop": "Titel", "tekst": "Ja.", "labels": ["Wonen", "Zorg"], "dag": "10 maart 2023"}"#,
      mapping)
    #expect(question.id == "a-1" && question.title == "Titel")
    #expect(question.themes == ["wonen", "zorg"])
    #expect(question.date == CalendarDate(year: 2023, month: 3, day: 10))
    #expect(question.subQuestions.isEmpty && question.answer.count == 1)
  }

  @Test("A mapping that cannot be read says why")
  func badMapping() {
    #expect(throws: FieldMappingError.unknownPart("kleur")) { try FieldMapping(parsing: "kleur=x") }
    #expect(throws: FieldMappingError.notAPair("titel")) { try FieldMapping(parsing: "titel") }
    #expect(throws: FieldMappingError.noText) { try FieldMapping(parsing: "id=x") }
  }

  @Test("The Chamber's ids of 2020 hold the question's number")
  func number() throws {
    let question = try parse(
      #"{"doc_id": "http://data.dekamer.be/v0/qrva/55-B034-2-0136-2020202107205", "text_nl": "Waarom?", "text_fr": "Pourquoi?"}"#
    )
    #expect(question.number == "136")
  }

  @Test("Broken records are named by line and reason")
  func broken() {
    guard case .brokenJSON? = problem(Array(#"{"id": "#.utf8))?.0 else {
      Issue.record("broken JSON was not noticed")
      return
    }
    #expect(problem(Array(#"{"id": "#.utf8))?.1 == 7)
    #expect(problem(Array("[1, 2]".utf8))?.0 == .notAnObject)
    #expect(problem([0x7b, 0x22, 0xff, 0x22, 0x7d])?.0 == .invalidUTF8(byte: 2))
    #expect(
      problem(Array(#"{"answer": "x", "b": 1}"#.utf8))?.0
        == .missingField("id", present: ["answer", "b"]))
    #expect(problem(Array(#"{"id": 1, "answer": " "}"#.utf8))?.0 == .noText)
  }

  @Test(
    "The place where JSON breaks",
    arguments: [
      (#"{"id": 5, "question": "abc"#, 26), (#"{"id": 5, "b": abc}"#, 15),
      (#"{"id": 5 "b": 1}"#, 9),
      (#"{"id": 5} x"#, 10), (#"{id: 5}"#, 1), ("", 0),
    ])
  func faults(_ json: String, _ byte: Int) {
    #expect(JSONFault.find(in: Array(json.utf8))?.byte == byte)
  }

  @Test(
    "What is JSON has no fault", arguments: [#"{"a": [1, -2.5e3, null, "x\"y"], "b": {}}"#, " [] "])
  func noFault(_ json: String) {
    #expect(JSONFault.find(in: Array(json.utf8)) == nil)
  }

  @Test("Lines are streamed: blank ones skipped, long ones refused, the rest goes on")
  func lines() throws {
    let path = NSTemporaryDirectoryPath() + "/regels-\(UUID().uuidString).jsonl"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let long = String(repeating: "x", count: 3_000_000)
    let text = "\n{\"id\":1}\r\n\(long)\n{\"id\":2}"
    try Data(text.utf8).write(to: URL(filePath: path))
    let scanner = try LineScanner(SourceFile(path), limit: 2_000_000)
    var lines: [Result<SourceRecord, ReadError>] = []
    while let line = scanner.next() { lines.append(line) }
    #expect(lines.count == 4)
    #expect(try lines[3].get().line == 4)
    #expect(try lines[3].get().offset == text.utf8.count - 8)
    #expect(
      throws: ReadError(
        .recordTooLong(bytes: 3_000_000, limit: 2_000_000), path: SourcePath(path), line: 3)
    ) {
      try lines[2].get()
    }
  }

  private struct Fault: Error, Equatable { let problem: ReadError.Problem }

  private func read(_ bytes: [UInt8]) throws -> [Result<SourceRecord, Fault>] {
    let path = NSTemporaryDirectoryPath() + "/regels-\(UUID().uuidString).jsonl"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(filePath: path))
    return try JSONLinesReader().records(of: SourceFile(path)).map { line in
      line.mapError { Fault(problem: $0.problem) }
    }
  }

  @Test("A NUL is a fault of its line alone, and the records behind it are read")
  func nul() throws {
    for lines in [
      ["{\"id\":1}", "{\"id\":\"a\0\"}", "{\"id\":3}"], ["{\"id\":\"\0\"}", "{\"id\":2}"],
      ["{\"id\":1}", "\0\0\0", "{\"id\":3}"],
    ] {
      let read = try read(Array(lines.joined(separator: "\n").utf8))
      #expect(try read.map { try $0.get().bytes } == lines.map { Array($0.utf8) })
    }
  }

  @Test(
    "A file that is no UTF-8 text from its head is refused by what it is",
    arguments: [
      ([0x7f, 0x45, 0, 0x0a, 0x7b, 0x7d], ReadError.Problem.binary),
      ([0xff, 0xfe, 0x7b, 0, 0x7d, 0, 0x0a, 0], .utf16), ([0xfe, 0xff, 0, 0x7b, 0, 0x7d], .utf16),
      ([0x7b, 0, 0x7d, 0], .utf16), ([0, 0x7b, 0, 0x7d], .utf16),
    ] as [([UInt8], ReadError.Problem)])
  func otherFiles(_ bytes: [UInt8], _ problem: ReadError.Problem) throws {
    let read = try read(bytes)
    #expect(read.count == 1)
    #expect(throws: Fault(problem: problem)) { try read[0].get() }
    let error = ReadError(.utf16, path: "x.jsonl").description
    #expect(error == "x.jsonl: the file is in UTF-16; convert it to UTF-8")
  }

  private func NSTemporaryDirectoryPath() -> String { FileManager.default.temporaryDirectory.path }
}
