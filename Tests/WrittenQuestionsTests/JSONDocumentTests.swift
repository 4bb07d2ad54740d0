import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// Records in JSON that is no lines: found wherever they stand, each by its bytes.
struct JSONDocumentTests {
  @Test("A list without records, and records of one line, are each told of as what they are")
  func told() throws {
    let empty = try Array(
      JSONDocumentReader().records(ofBytes: Array(#"{"@odata.context": "x", "value": []}"#.utf8)))
    #expect(throws: ReadError.self) { try empty[0].get() }
    if case .failure(let error) = empty[0] { #expect(error.problem == .emptyList) }
    let json = #"[{"id": 1, "question": "a"}, {"id": 2, "x": 1}, {"id": 3, "x": 1}]"#
    let messages = try JSONDocumentReader().records(ofBytes: Array(json.utf8)).compactMap {
      record -> String? in
      do throws(ReadError) {
        _ = try JSONDocumentReader().parse(try record.get())
        return nil
      } catch { return error.description }
    }
    #expect(messages.count == 2 && Set(messages).count == 2)
    #expect(messages[0].contains("byte 30: "))
  }

  static let tram = #"{"id": "t", "question": "Hoeveel trams?", "answer": "Twee {of} [drie]."}"#
  static let bus = #"{"id": "b", "question": "Hoeveel \"bussen\"\\?"}"#

  private func read(_ text: String) throws -> [Result<SourceRecord, ReadError>] {
    try JSONDocumentReader().records(ofBytes: Array(text.utf8))
  }

  private func recognised(_ text: String, name: String = "x.json") throws -> FormatIdentity {
    try ReaderRegistry.standard.format(
      of: FileSample(name: name, head: Array(Array(text.utf8).prefix(FileSample.size))),
      path: SourcePath(name)
    ).identity
  }

  @Test(
    "Records are found in lists, in envelopes, and alone",
    arguments: [
      "[\(tram), \(bus)]", "\u{feff} [\n  \(tram),\n  \(bus)\n]\n",
      #"{"@odata.context": "x", "value": [\#(tram),\#(bus)], "@odata.nextLink": "y"}"#,
      #"{"took": 3, "hits": {"total": {"value": 2}, "hits": [\#(tram), \#(bus)]}}"#,
      #"{"facets": [{"name": "jaar", "counts": [1, 2]}], "result": [\#(tram), \#(bus)]}"#,
      #"{"responses": [{"hits": {"hits": [\#(tram)]}}, {"hits": {"hits": [\#(bus)]}}]}"#,
      "{\n  \"data\": [\n\(tram),\n\(bus)\n]\n}", "\(tram)\n\n\(bus)",
    ])
  func found(_ text: String) throws {
    let records = try read(text).map { try $0.get() }
    let bytes = Array(text.utf8)
    #expect(records.map(\.bytes) == [Self.tram, Self.bus].map { Array($0.utf8) })
    for record in records {
      #expect(Array(bytes[record.offset...].prefix(record.bytes.count)) == record.bytes)
      let before = bytes[..<record.offset].count { $0 == 0x0a }
      #expect(record.line == before + 1)
    }
  }

  @Test("One record over several lines is one, its own lists aside")
  func single() throws {
    let text = "{\n \"id\": 7,\n \"question\": [{\"id\": 1, \"question\": \"Hoe?\"}]\n}\n"
    let records = try read(text).map { try $0.get() }
    #expect(records.map(\.bytes) == [Array(text.utf8.dropLast())])
    #expect(try JSONDocumentReader().parse(records[0]).id == "7")
  }

  @Test("What takes a file follows from its bytes, not from its name")
  func recognition() throws {
    for text in [
      "[\(Self.tram)]", "[]", #"{"value": [\#(Self.tram)]}"#, "{\n\"id\": 1,\n\"a\": 2}",
    ] {
      for name in ["x.json", "x.jsonl", "x"] {
        #expect(try recognised(text, name: name).name == "json", "\(text)")
      }
    }
    for text in [
      Self.tram, "\(Self.tram)\n\(Self.bus)\n", #"{"id": 1, "question": [{"question": "a"}]}"#,
      #"{"value": [{"a": 1}]}"# + "\n" + Self.tram,
    ] {
      for name in ["x.json", "x.jsonl"] {
        #expect(try recognised(text, name: name).name == "jsonl")
      }
    }
    // A line that breaks off is a fault of JSON Lines.
    #expect(
      try recognised("{\"id\": 1, \"question\": \"a\n\(Self.tram)", name: "x.jsonl").name == "jsonl"
    )
    #expect(try recognised("[1] Een noot onder de tekst", name: "x.txt").name == "plain-text")
  }

  @Test("A long envelope is recognised by its beginning")
  func longHead() throws {
    let records = (0..<500).map {
      #"{"id": \#($0), "question": "Hoeveel trams rijden er in \#($0)?"}"#
    }
    #expect(
      try recognised(#"{"total": 500, "items": [\#(records.joined(separator: ","))]}"#).name
        == "json")
    #expect(try recognised("[\(records.joined(separator: ","))]").name == "json")
    let long = String(repeating: "a", count: 9_000)
    #expect(try recognised(#"{"id": 1, "question": "\#(long)"}"#).name == "jsonl")
  }

  @Test("Elements that are no objects, or broken, cost no other record")
  func elements() throws {
    let read = try read("[\(Self.tram), 5, null, {\"id\": 3, \"question\": nee}, \(Self.bus)]")
    #expect(read.count == 5)
    #expect(throws: ReadError.self) { try read[1].get() }
    #expect(throws: ReadError.self) { try read[2].get() }
    let broken = try read[3].get()
    #expect(throws: ReadError.self) { try JSONDocumentReader().parse(broken) }
    #expect(try read[4].get().bytes == Array(Self.bus.utf8))
  }

  @Test(
    "A file that breaks off gives what is whole, and says where",
    arguments: [
      "[\(tram), {\"id\": 4, \"quest", "{\"value\": [\(tram)", "[\(tram)", "[\(tram)] x",
      "{\"data\": [\(tram)], oeps}",
    ])
  func breaksOff(_ text: String) throws {
    let read = try read(text)
    #expect(try read[0].get().bytes == Array(Self.tram.utf8))
    #expect(read.count == 2)
    guard case .failure(let error) = read[1], case .brokenDocument = error.problem else {
      Issue.record("\(read[1])")
      return
    }
    #expect(error.line == 1)
  }

  @Test("JSON without records says what it has")
  func none() throws {
    func problem(_ text: String) throws -> ReadError.Problem? {
      guard case .failure(let error)? = try read(text).first else { return nil }
      return error.problem
    }
    #expect(
      try problem(#"[{"nr": 1, "tekst": "a"}]"#) == .missingField("id", present: ["nr", "tekst"]))
    #expect(
      try problem(#"{"name": "x", "version": "1"}"#)
        == .missingField("id", present: ["name", "version"]))
    #expect(try problem("[1, 2]") == .noRecords)
    #expect(try problem(" \n ") == .empty)
  }

  @Test("No cut and no changed byte of a file makes it crash or hang")
  func hostile() throws {
    var random = SeededGenerator()
    let text = Array(#"{"took": 1, "hits": {"hits": [\#(Self.tram), \#(Self.bus)]}}"#.utf8)
    for _ in 0..<300 {
      var bytes = Array(text[..<Int.random(in: 0...text.count, using: &random)])
      for _ in 0..<3 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let read = try JSONDocumentReader().records(ofBytes: bytes)
      #expect(!read.isEmpty, "\(random)")
      for record in read { _ = try? JSONDocumentReader().parse(record.get()) }
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(try self.read(deep).count == 1)
  }
}
