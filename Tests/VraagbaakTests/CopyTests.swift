import Extraction
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Files with the same content are one document.
struct CopyTests {
  let sources: Sources
  var index: Index { sources.index }

  init() throws { sources = try Sources() }

  private func also(_ id: String) async throws -> [String] {
    try await index.searcher().documents(id)[0].source.also.map(\.name)
  }

  @Test("They are read once, under the first path, with all their places")
  func build() async throws {
    for name in ["2019/b.txt", "2020/a.txt", "c.md.txt"] {
      try sources.writeText(name, about: "trams")
    }
    try sources.writeText("d.txt", about: "veren!")
    for name in ["r.jsonl", "s.jsonl"] { try sources.write(name, ["1": "Bussen?", "2": "Steps?"]) }
    let summary = try index.build(from: [sources.directory], wordList: nil)
    #expect(summary.documents == 4 && summary.copies == 3 && summary.skipped == [])
    #expect(try await sources.ids("*") == ["1", "2", "2019/b", "d"])
    #expect(try await also("2019/b") == ["a.txt", "c.md.txt"])
    #expect(try await also("1") == ["s.jsonl"])
    #expect(try await also("d") == [])
    let hit = try await index.searcher().search(.parse("bussen")).hits[0]
    #expect(hit.document.source.also == [sources.path("s.jsonl")])
    let json = String(decoding: try WireFormat.encode(hit), as: UTF8.self)
    #expect(json.contains(#""also":["\#(sources.file("s.jsonl"))"]"#))
    #expect(try index.check().isSound)
    #expect(try index.update().unchangedFiles == 6)
  }

  @Test("When the first goes its document stays under the next, as a rebuild has it")
  func firstGoes() async throws {
    for name in ["a.txt", "b.txt", "c.txt"] { try sources.writeText(name, about: "trams") }
    try sources.build()
    try sources.remove("a.txt")
    let dry = try index.update(isDryRun: true)
    let summary = try index.update()
    #expect(summary.changes == [0, 0, 1, 0] && summary.changes == dry.changes)
    #expect(try await also("b") == ["c.txt"])
    #expect(try await sources.contents() == sources.rebuiltContents())
    #expect(try index.check().isSound)
    // Both at once: the last one keeps it.
    try sources.writeText("d.txt", about: "trams")
    #expect(try index.update().changes == [0, 0, 0, 0])
    try sources.remove("b.txt")
    try sources.remove("c.txt")
    #expect(try index.update().changes == [0, 0, 1, 0])
    #expect(try await sources.ids("trams") == ["d"])
    try sources.remove("d.txt")
    try sources.writeText("x.txt", about: "veren")
    #expect(try index.update().changes == [1, 0, 0, 1])
    #expect(try index.check().isSound)
  }

  @Test("A copy that goes, comes or changes changes nothing else")
  func copiesChange() async throws {
    for name in ["a.txt", "b.txt", "c.txt"] { try sources.writeText(name, about: "trams") }
    try sources.build()
    try sources.remove("b.txt")
    #expect(try index.update().changes == [0, 0, 0, 0])
    try sources.writeText("c.txt", about: "veren")
    #expect(try index.update().changes == [1, 0, 0, 0])
    #expect(try await sources.ids("*") == ["a", "c"])
    // What was another document becomes a copy.
    try sources.writeText("c.txt", about: "trams")
    let summary = try index.update()
    #expect(summary.changes == [0, 0, 0, 1])
    #expect(summary.files.map(\.change) == [.copy(of: sources.path("a.txt"))])
    #expect(try await also("a") == ["c.txt"])
    #expect(try index.check().isSound)
    #expect(try await sources.contents() == sources.rebuiltContents())
  }

  @Test("When the first says something else, what it said is read where it still stands")
  func firstChanges() async throws {
    for name in ["a.txt", "b.txt", "c.txt"] { try sources.writeText(name, about: "trams") }
    try sources.build()
    try sources.writeText("a.txt", about: "veren")
    #expect(try index.update().changes == [1, 1, 0, 0])
    #expect(try await sources.ids("trams") == ["b"])
    #expect(try await sources.ids("veren") == ["a"])
    #expect(try await also("b") == ["c.txt"])
    #expect(try await sources.contents() == sources.rebuiltContents())
    // All of them change to the same, at once.
    for name in ["a.txt", "b.txt", "c.txt"] { try sources.writeText(name, about: "bussen") }
    #expect(try index.update().changes == [0, 1, 0, 1])
    #expect(try await also("a") == ["b.txt", "c.txt"])
    #expect(try index.check().isSound)
    #expect(try await sources.contents() == sources.rebuiltContents())
  }

  @Test("A source that is removed leaves its document to a copy elsewhere")
  func removed() async throws {
    try sources.writeText("2019/a.txt", about: "trams")
    try sources.writeText("2020/b.txt", about: "trams")
    try sources.build()
    #expect(try index.remove(sources: [sources.file("2019")]).changes == [0, 0, 1, 0])
    #expect(try await sources.ids("trams") == ["2020/b"])
    #expect(try await also("2020/b") == [])
    #expect(try index.check().isSound)
    #expect(try index.remove(sources: [sources.directory]).changes == [0, 0, 0, 1])
  }

  @Test("A file that is renamed takes its copies along")
  func renamed() async throws {
    for name in ["a.txt", "b.txt"] { try sources.writeText(name, about: "trams") }
    try sources.build()
    try sources.move("a.txt", to: "a2.txt")
    #expect(try index.update().changes == [0, 0, 1, 0])
    #expect(try await also("a2") == ["b.txt"])
    #expect(try index.check().isSound)
    #expect(try await sources.contents() == sources.rebuiltContents())
  }

  @Test("Whatever happens to files and their copies, an update ends as a rebuild does")
  func random() async throws {
    var generator = SeededGenerator()
    let names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
    let subjects = ["trams", "veren", "bussen"]
    for name in names {
      try sources.writeText(name, about: subjects.randomElement(using: &generator) ?? "")
    }
    try sources.build()
    for _ in 1...12 {
      for name in names where Bool.random(using: &generator) {
        if Bool.random(using: &generator) {
          try sources.writeText(name, about: subjects.randomElement(using: &generator) ?? "")
        } else {
          try sources.remove(name)
        }
      }
      // One stays, so that the directory is not taken for one that is not mounted.
      try sources.write("r.jsonl", ["r": "Steps \(Int.random(in: 0...9, using: &generator))?"])
      try index.update()
      #expect(try index.check().faults == [], "\(generator)")
      let texts = try await sources.contents().map { $0.split(separator: "[").last ?? "" }
      let rebuilt = try await sources.rebuiltContents().map { $0.split(separator: "[").last ?? "" }
      // Under which of its paths a text is read may differ, not how often.
      #expect(texts.sorted() == rebuilt.sorted(), "\(generator)")
    }
  }
}
