import Dispatch
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Vraagbaak

/// Generations beside each other: who serves, who stays, and who is locked out.
struct GenerationTests {
  let sources: Sources
  var index: Index { sources.index }

  init() throws { sources = try Sources() }

  private func rebuild(keep: Int = 1, check: Index.RebuildCheck? = nil) throws -> Int {
    try index.rebuild(keep: keep, check: check).generation
  }

  @Test("As many generations stay as are wanted", arguments: [0, 1, 2])
  func keep(count: Int) throws {
    try sources.writeText("a.txt", about: "trams")
    for _ in 1...4 { try sources.build(keep: count) }
    #expect(try index.info().generations == Array((4 - count)...4))
  }

  @Test("A generation that somebody reads stays until nobody does")
  func held() async throws {
    try sources.writeText("a.txt", about: "trams")
    try sources.build(keep: 0)
    do {
      let searcher = try index.searcher(generation: 1)
      try sources.build(keep: 0)
      try sources.build(keep: 0)
      #expect(try index.info().generations == [1, 3])
      #expect(try await searcher.search(.words("trams")).hits.count == 1)
    }
    try sources.build(keep: 0)
    #expect(try index.info().generations == [4])
  }

  @Test("A rebuild reads what was indexed, also what updates added, with the same fields")
  func rebuild() async throws {
    try sources.write("a.jsonl", #"{"nr": "1", "vraag": "Hoeveel trams?"}"#)
    let extra = sources.outside("extra.jsonl")
    try FileSystem.write(Array(#"{"nr": "2", "vraag": "Welke trams?"}"#.utf8), to: extra)
    try index.build(
      from: [sources.directory], mapping: .init([.id: ["nr"], .question: ["vraag"]]), wordList: nil)
    try index.update([extra])
    #expect(try await sources.ids("trams") == ["1", "2"])
    #expect(try rebuild() == 2)
    #expect(try await sources.ids("trams") == ["1", "2"])
  }

  @Test("An index of an earlier schema is refused, and made anew of the sources that it names")
  func earlierSchema() async throws {
    try sources.write("a.jsonl", #"{"nr": "1", "vraag": "Hoeveel trams?"}"#)
    try index.build(
      from: [sources.directory], mapping: .init([.id: ["nr"], .question: ["vraag"]]), wordList: nil)
    try sources.writeText("b.txt", about: "bussen")
    // As version 4 wrote it.
    let manifest = """
      {
        "created" : 1795574307.1735015,
        "directory" : "\(sources.outside(""))",
        "fields" : { "id" : ["nr"], "question" : ["vraag"] },
        "fingerprint" : {
          "analysis" : 4,
          "lexicon" : "62ee33b335174e150bb13a61a954725483c4812d204997926b6fc87f3237e34f",
          "schema" : 4,
          "stemmer" : "snowball kraaij_pohlmann, xapian 1.4.22",
          "xapian" : "1.4.22"
        },
        "roots" : [ "documenten" ],
        "wordList" : "/nergens"
      }
      """
    let old = try index.serving().directory
    try FileSystem.write(Array(manifest.utf8), to: old + "/" + Manifest.fileName)
    try FileSystem.remove(old + "/" + Generation.databaseName)
    let error = IndexError.otherSchema(path: sources.path, found: 4, expected: Schema.version)
    #expect(throws: error) { try index.searcher() }
    #expect(throws: error) { try index.update() }
    #expect(throws: error) { try index.info() }
    let faults = try index.check().faults.filter { $0.part == .manifest }
    #expect(faults.map(\.text) == ["its schema is 4, this program reads schema \(Schema.version)"])
    // Nothing is there to compare with; said before the work.
    #expect(throws: error) { try rebuild(check: .init(topics: [], maxChange: 1)) }
    #expect(try index.recordedSources() == ["documenten"])
    #expect(try rebuild() == 2)
    #expect(try await sources.ids("trams OR bussen") == ["1", "b"])
    #expect(try index.check().isSound)
    try FileSystem.write(Array(#"{"fingerprint": {"schema": 1}}"#.utf8), to: old + "/manifest.json")
    try FileSystem.write(Array("generation-000001\n".utf8), to: sources.path + "/CURRENT")
    #expect(try index.recordedSources() == ["documenten"])
    try FileSystem.remove(sources.path + "/generation-000002")
    #expect(throws: IndexError.sourcesUnknown(path: sources.path)) { try index.rebuild() }
  }

  @Test("A rebuild that changes more first hits than allowed is not published")
  func check() throws {
    try sources.writeText("a.txt", about: "trams")
    try sources.build()
    let topics = [("t1", "trams"), ("t2", "bussen"), ("t3", "fietsen"), ("t4", "nr:12 -(")]
      .map { Topics.Topic(id: $0.0, text: $0.1) }
    #expect(try rebuild(check: .init(topics: topics, maxChange: 0)) == 2)
    try sources.writeText("b.txt", about: "bussen")
    let error = #expect(throws: IndexError.self) {
      try rebuild(check: .init(topics: topics, maxChange: 0.2))
    }
    guard case .changedTooMuch(let changes, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(changes.topics == 4 && changes.changed.contains { $0.id == "t2" })
    #expect(changes.changed.first { $0.id == "t2" }?.after == ["b"])
    #expect(!changes.changed.contains { $0.id == "t3" })
    #expect(try index.info().generation == 2)
    #expect(FileSystem.names(in: sources.path).allSatisfy { !$0.hasSuffix(".building") })
    #expect(try rebuild(check: .init(topics: topics, maxChange: 1)) == 3)
  }

  @Test("A rollback goes to the generation before, and the next build replaces what was left")
  func rollback() async throws {
    for (number, subject) in ["trams", "bussen", "fietsen"].enumerated() {
      try sources.writeText("a.txt", about: subject)
      try sources.build(keep: 2)
      #expect(try index.info().generation == number + 1)
    }
    do {
      let searcher = try index.searcher()
      #expect(try index.rollback(isDryRun: true) == 2)
      #expect(try index.rollback() == 2)
      #expect(try await sources.ids("bussen") == ["a"])
      #expect(try await searcher.search(.words("bussen")).hits.count == 1)
    }
    #expect(try index.rollback() == 1)
    #expect(throws: IndexError.noGeneration(path: sources.path, number: nil)) {
      try index.rollback()
    }
    #expect(try rebuild(keep: 1) == 4)
    #expect(try index.info().generations == [1, 4])
    #expect(try await sources.ids("fietsen") == ["a"])
  }

  @Test("A rollback passes over a generation that cannot be read, and mends a broken pointer")
  func rollbackFromDamage() async throws {
    try sources.writeText("a.txt", about: "trams")
    for _ in 1...3 { try sources.build(keep: 2) }
    let second = try index.serving().indexDirectory + "/generation-000002"
    try FileSystem.write([1, 2, 3], to: second + "/database/iamglass")
    #expect(try index.rollback() == 1)
    try FileSystem.write(Array("onzin".utf8), to: sources.path + "/CURRENT")
    #expect(throws: IndexError.self) { try index.searcher() }
    #expect(try index.rollback() == 3)
    #expect(try await sources.ids("trams") == ["a"])
  }

  @Test("A writer does not take what it cannot look into for an empty directory")
  func unreadableDirectory() throws {
    // A file stands for it: also the superuser cannot look into one.
    let file = sources.outside("bestand")
    try FileSystem.write([], to: file)
    #expect(throws: IndexError.self) { try FileSystem.sync(directory: file) }
    #expect(throws: IndexError.self) { try Generation.next(in: file) }
  }

  @Test("Two indexes are compared by the first hits of saved queries")
  func diff() async throws {
    try sources.writeText("a.txt", about: "trams")
    try sources.build()
    try sources.writeText("b.txt", about: "bussen")
    try sources.build()
    let topics = [Topics.Topic(id: "1", text: "fietsen"), .init(id: "2", text: "bussen")]
    let changes = try await TopicChanges.between(
      index.searcher(generation: 1), index.searcher(generation: 2), topics: topics)
    #expect(changes.changed.map(\.id) == ["2"])
    #expect(changes.share == 0.5)
    #expect(changes.changed.first?.before == [] && changes.changed.first?.after == ["b"])
  }

  @Test("A second writer waits as long as it is told to")
  func wait() throws {
    try sources.writeText("a.txt", about: "trams")
    try sources.build()
    let path = sources.path
    let holder = Mutex<WriterLock?>(
      try WriterLock(indexDirectory: path, purpose: "rebuild"))
    #expect(throws: IndexError.self) { try index.update(wait: 0.1) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { holder.withLock { $0 = nil } }
    #expect(try index.update(wait: 30).generation == 1)
  }
}
