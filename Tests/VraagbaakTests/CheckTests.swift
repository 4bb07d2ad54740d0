import Extraction
import Glibc
import TestSupport
import Testing
import Xapian

@testable import Vraagbaak

/// Finding damage, and copying an index.
struct CheckTests {
  let sources: Sources
  var index: Index { sources.index }
  var generation: Generation { Generation(indexDirectory: sources.path, number: 1) }

  init() throws {
    sources = try Sources()
    try sources.writeText("a.txt", about: "trams")
    try sources.write("b.jsonl", ["1": "Hoeveel bussen?", "2": "Hoeveel fietsen?"])
    try sources.build()
  }

  private func parts() throws -> Set<CheckReport.Fault.Part> {
    Set(try index.check().faults.map(\.part))
  }

  /// Changes the database as no command does.
  private func tamper(_ body: (WritableDatabase) throws -> Void) throws {
    let database = try generation.writableDatabase()
    try body(database)
    try database.commit()
  }

  @Test("An index is sound after a build, an update and a removal")
  func sound() throws {
    let report = try index.check()
    #expect(report.faults == [])
    #expect(report.documents == 3 && report.comparedDocuments == 3)
    try sources.writeText("c.txt", about: "veren")
    try sources.move("a.txt", to: "d.txt")
    try sources.write("b.jsonl", ["0": "Wat?", "2": "Hoeveel fietsen?"])
    try index.update()
    #expect(try index.check().faults == [])
    try index.remove(ids: ["c"])
    #expect(try index.check().faults == [])
  }

  @Test("A source that changed since is not held against the index")
  func changedSource() throws {
    try sources.writeText("a.txt", about: "veren")
    let report = try index.check()
    #expect(report.isSound && report.comparedDocuments == 2)
  }

  @Test("Each kind of damage is found")
  func damage() throws {
    #expect(throws: IndexError.self) { try Index(at: sources.outside("nergens")).check() }
    let lexicon = try FileSystem.read(generation.directory + "/lexicon")
    var changed = lexicon
    changed[changed.count / 2] ^= 1
    try FileSystem.write(changed, to: generation.directory + "/lexicon")
    #expect(try parts() == [.lexicon])
    try FileSystem.write(lexicon, to: generation.directory + "/lexicon")
    #expect(try parts() == [])

    let manifest = try FileSystem.read(generation.directory + "/manifest.json")
    try FileSystem.write(Array("{}".utf8), to: generation.directory + "/manifest.json")
    #expect(try parts() == [.manifest])
    try FileSystem.write(manifest, to: generation.directory + "/manifest.json")

    try tamper { try SourceTable.write(passages: 99, to: $0) }
    #expect(try parts() == [.counts])
    try tamper { try SourceTable.write(passages: 4, to: $0) }
    #expect(try parts() == [])

    let entry = try #require(
      try SourceTable(database: generation.database()).entry(sources.path("a.txt")))
    try tamper { try SourceTable.remove(entry.path, from: $0) }
    #expect(try parts() == [.sources, .counts])
    try tamper { try SourceTable.write(entry, to: $0) }

    let stored = try generation.database().document(1)
    var question = try #require(RecordCoder.decode(stored.data))
    let hash = try #require(RecordHeader(of: stored.data)).hash
    question.source.range = 0..<100_000
    try tamper { try $0.amend(1, data: RecordCoder.encode(question, hash: hash)) }
    #expect(try parts() == [.passages])
    question.source.range = try #require(RecordCoder.decode(stored.data)).source.range
    question.answer[0].passage.text += "?"
    try tamper { try $0.amend(1, data: RecordCoder.encode(question, hash: hash)) }
    #expect(try parts() == [.passages])
    try tamper { try $0.amend(1, data: [1, 2]) }
    #expect(try parts() == [.documents, .counts])
    try tamper { try $0.amend(1, data: stored.data) }
    #expect(try parts() == [])

    var blocks = try FileSystem.read(generation.databaseDirectory + "/postlist.glass")
    for offset in stride(from: 20, to: blocks.count, by: 7) { blocks[offset] = 0x5a }
    try FileSystem.write(blocks, to: generation.databaseDirectory + "/postlist.glass")
    #expect(try parts() == [.database])
    try FileSystem.remove(generation.databaseDirectory)
    #expect(try parts() == [.database])
    try FileSystem.write(Array("generation-000007\n".utf8), to: sources.path + "/CURRENT")
    #expect(try parts() == [.pointer])
    try FileSystem.remove(sources.path + "/CURRENT")
    #expect(try parts() == [.pointer])
  }

  @Test("A passage that is not at its bytes of the file is found, in every encoding")
  func citations() throws {
    let text = Sources.text(about: "geïnde €")
    let files: [(name: String, bytes: [UInt8])] = [
      ("utf8", Array(text.utf8)), ("mark", [0xef, 0xbb, 0xbf] + Array(text.utf8)),
      ("little", [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }),
      ("big", [0xfe, 0xff] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }),
      ("1252", text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }),
    ]
    for (name, bytes) in files { try sources.write(name + ".txt", bytes: bytes) }
    try index.update()
    let report = try index.check()
    #expect(report.faults == [] && report.comparedDocuments == 8)

    for (name, bytes) in files {
      let database = try generation.database()
      let number = try #require(
        try database.postings(of: Schema.idTerm(name), limit: 1).first?.documentID)
      let data = try database.data(of: number)
      let hash = try #require(RecordHeader(of: data)).hash
      let question = try #require(RecordCoder.decode(data))
      let passage = question.answer[0].passage
      let cited = question.source.encoding.decode(Array(bytes[passage.place.range]))
      #expect(cited == passage.text && cited == "1. Het ging vaak over geïnde €.")
      for shift in [-2, 2] {
        var wrong = question
        let range = passage.place.range
        wrong.answer[0].passage.place = .file(
          (range.lowerBound + shift)..<(range.upperBound + shift))
        try tamper { try $0.amend(number, data: RecordCoder.encode(wrong, hash: hash)) }
        let faults = try index.check().faults
        #expect(faults.count == 1 && faults[0].part == .passages)
        #expect(faults[0].text.contains("document \(name): bytes"))
        #expect(faults[0].text.contains("are not its passage"))
      }
      var wrong = question
      wrong.source.encoding = name == "1252" ? .utf8 : .windows1252
      try tamper { try $0.amend(number, data: RecordCoder.encode(wrong, hash: hash)) }
      #expect(try parts() == [.passages])
      try tamper { try $0.amend(number, data: data) }
    }
    #expect(try index.check().isSound)
  }

  @Test("A damaged index can be made anew of what is left of it")
  func repair() async throws {
    try FileSystem.write([0], to: generation.databaseDirectory + "/iamglass")
    await #expect(throws: IndexError.self) { try await sources.ids("trams") }
    #expect(throws: IndexError.self) { try index.update() }
    #expect(try index.rebuild().generation == 2)
    #expect(try await sources.ids("trams") == ["a"])
    #expect(try index.check().isSound)
  }

  @Test("A lexicon of nothing but noise ends no search and hangs none")
  func noisyLexicon() async throws {
    var lexicon = try FileSystem.read(generation.directory + "/lexicon")
    for offset in 24..<lexicon.count {
      lexicon[offset] = UInt8(truncatingIfNeeded: offset &* 131 | 1)
    }
    try FileSystem.write(lexicon, to: generation.directory + "/lexicon")
    _ = try await sources.ids("inburgeringstrajecten tramhalte")
    #expect(throws: IndexError.self) { try index.update() }
  }

  @Test("A snapshot is an index of its own, and never overwrites anything")
  func snapshot() async throws {
    let copy = Index(at: sources.outside("kopie"))
    try FileSystem.write(
      Array("rijtuigen = trams\n".utf8), to: index.path + "/" + Synonyms.fileName)
    #expect(try index.snapshot(to: copy.path) == 1)
    #expect(try await copy.searcher().search(.words("rijtuigen")).hits.map(\.document.id) == ["a"])
    #expect(try copy.check().isSound)
    #expect(try await copy.searcher().search(.words("trams")).hits.map(\.document.id) == ["a"])
    #expect(throws: IndexError.notEmpty(path: copy.path)) { try index.snapshot(to: copy.path) }
    try sources.writeText("a.txt", about: "veren")
    #expect(try copy.update().replaced == 1)
    #expect(try await sources.ids("trams") == ["a"])
    #expect(FileSystem.names(in: FileSystem.parent(of: copy.path)).count == 3)
  }

  @Test("A snapshot that is made while updates go on is one whole state")
  func snapshotWhileWriting() async throws {
    let sources = sources
    let paths = (directory: sources.directory, index: sources.path)
    try sources.write("b.jsonl", ["1": "Ronde 0?", "2": "Ronde 0?"])
    try index.update()
    let writer = Task.detached {
      let file = paths.directory + "/b.jsonl"
      for round in 1...30 {
        let text = ["1", "2"].map { Sources.record($0, "Ronde \(round)?") }
        try FileSystem.write(Array(text.joined(separator: "\n").utf8), to: file)
        try Index(at: paths.index).update(wait: 10)
      }
    }
    for number in 1...5 {
      let copy = Index(at: sources.outside("kopie\(number)"))
      try index.snapshot(to: copy.path)
      let faults = try copy.check().faults
      #expect(faults == [])
      let searcher = try copy.searcher()
      let first = try await searcher.documents("1")[0]
      #expect(try await searcher.documents("2")[0].passages[0].text == first.passages[0].text)
    }
    try await writer.value
  }
}
