import Extraction
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// What of a record is not in its document is said by what read it.
struct WarningTests {
  private static func record(_ id: Int, date: String) -> String {
    #"{"id": \#(id), "question": "Hoeveel trams?", "date": "\#(date)"}"# + "\n"
  }

  @Test("A build and an update count warnings, with the first of each kind as examples")
  func counted() throws {
    let sources = try Sources()
    try sources.write("a.jsonl", (1...9).map { Self.record($0, date: "ooit \($0)") }.joined())
    let built = try sources.index.build(from: [sources.directory], wordList: nil)
    #expect(built.documents == 9 && built.skipped == [])
    let kind = try #require(built.warnings.kinds.first)
    #expect(built.warnings.kinds.count == 1 && built.warnings.count == 9)
    #expect(kind.problem == .unreadableDate && kind.field == "date" && kind.count == 9)
    #expect(kind.examples.map(\.line) == [1, 2, 3])
    #expect(kind.examples.map(\.value) == ["ooit 1", "ooit 2", "ooit 3"])
    #expect(kind.examples.allSatisfy { $0.path.text == sources.file("a.jsonl") })

    // Records that are as they were are not read again, and warn no more.
    let text = (1...9).map { Self.record($0, date: $0 == 4 ? "nooit" : "ooit \($0)") }.joined()
    try sources.write("a.jsonl", text)
    for summary in [try sources.index.update(isDryRun: true), try sources.index.update()] {
      #expect(summary.replaced == 1 && summary.warnings.count == 1)
      #expect(summary.warnings.kinds.first?.examples.map(\.value) == ["nooit"])
    }
    #expect(try sources.index.update().warnings == ReadWarnings())
    #expect(try sources.index.check().faults == [])
  }

  @Test("The same warnings are counted the same in any order, the most frequent kind first")
  func order() {
    let dates = (1...5).map {
      ReadWarning(.unreadableDate, path: "a", line: $0, field: "date", value: "x")
    }
    let part = ReadWarning(.leftOut, path: "a", line: 1, field: "asker", value: "y")
    var first = ReadWarnings()
    first.add([part] + dates)
    var second = ReadWarnings()
    second.add(dates.reversed())
    second.add([part])
    #expect(first == second)
    #expect(first.kinds.map(\.count) == [5, 1])
    #expect(first.kinds[0].examples.map(\.line) == [1, 2, 3])
  }

  @Test("Warnings have the members that the documentation names, and come back from them")
  func members() throws {
    var warnings = ReadWarnings()
    warnings.add([ReadWarning(.leftOut, path: "a", line: 3, field: "b", value: "c")])
    let json = try WireFormat.encode(warnings)
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"kinds":[{"count":1,"examples":[{"field":"b","line":3,"path":"a","problem":"leftOut","value":"c"}],"field":"b","problem":"leftOut"}]}"#
    )
    #expect(try WireFormat.decode(ReadWarnings.self, from: json) == warnings)
  }

  @Test("A list of objects, or one over lines, that is no record is named once as what it is")
  func overLines() throws {
    for text in ["[\n{\"id\": 1},\n{\"id\": 2}\n]\n", "{\n\"id\": 1\n}\n"] {
      let sources = try Sources()
      try sources.write("goed.jsonl", ["1": "Trams?"])
      try sources.write("x.jsonl", text)
      let built = try sources.index.build(from: [sources.directory], wordList: nil)
      #expect(built.documents == 1)
      #expect(
        built.skipped == [
          .unreadable(
            ReadError(.missingField("question", present: ["id"]), path: sources.path("x.jsonl")))
        ])
    }
  }
}
