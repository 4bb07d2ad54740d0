import Extraction
import Glibc
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Bringing an index in line with files that changed.
struct UpdateTests {
  let sources: Sources
  var index: Index { sources.index }

  init() throws { sources = try Sources() }

  private func change(of name: String, in summary: UpdateSummary) -> UpdateSummary.FileChange? {
    summary.files.first { $0.path == sources.path(name) }?.change
  }

  @Test("Only what is new, changed or gone is touched")
  func onlyChanges() async throws {
    for name in ["tram", "bus", "trein"] { try sources.writeText(name + ".txt", about: name) }
    try sources.build()
    try sources.writeText("fiets.txt", about: "fietsen")
    try sources.writeText("bus.txt", about: "veerboten")
    try sources.remove("trein.txt")
    let summary = try index.update()
    #expect(change(of: "fiets.txt", in: summary) == .new)
    #expect(change(of: "bus.txt", in: summary) == .changed)
    #expect(change(of: "trein.txt", in: summary) == .gone)
    #expect(summary.files.count == 3 && summary.unchangedFiles == 1)
    #expect(summary.changes == [1, 1, 0, 1])
    #expect(try await sources.ids("veerboten OR fietsen OR tram") == ["bus", "fiets", "tram"])
    #expect(try await sources.ids("bussen OR trein").isEmpty)
    let info = try index.info()
    #expect(info.generation == 1 && info.documents == 3 && info.passages == summary.passages)
    #expect(try await sources.contents() == sources.rebuiltContents())
    let again = try index.update()
    #expect(again.files.isEmpty && again.changes == [0, 0, 0, 0] && again.unchangedFiles == 3)
  }

  @Test("A dry run says the same and changes nothing")
  func dryRun() async throws {
    try sources.writeText("tram.txt", about: "trams")
    try sources.build()
    try sources.writeText("tram.txt", about: "bussen")
    try sources.writeText("fiets.txt", about: "fietsen")
    let before = try index.info()
    let planned = try index.update(isDryRun: true)
    #expect(try index.info() == before)
    #expect(try await sources.ids("fietsen OR bussen").isEmpty)
    let done = try index.update()
    #expect(planned.files == done.files && planned.passages == done.passages)
    #expect([planned.added, planned.replaced] == [1, 1])
    let removal = try index.remove(ids: ["tram"], isDryRun: true)
    #expect(removal.deleted == 1)
    #expect(try await sources.ids("bussen") == ["tram"])
  }

  @Test("A file under a new name is recognised by its content")
  func rename() async throws {
    try sources.writeText("oud.txt", about: "trams")
    try sources.write("a.jsonl", ["1": "Hoeveel bussen?", "2": "Hoeveel fietsen?"])
    try sources.build()
    try sources.move("oud.txt", to: "nieuw.txt")
    try sources.move("a.jsonl", to: "b.jsonl")
    let summary = try index.update()
    #expect(change(of: "nieuw.txt", in: summary) == .renamed(from: sources.path("oud.txt")))
    #expect(change(of: "b.jsonl", in: summary) == .renamed(from: sources.path("a.jsonl")))
    #expect(summary.changes == [0, 0, 3, 0])
    #expect(try await sources.ids("trams") == ["nieuw"])
    #expect(try await sources.ids("id:oud").isEmpty)
    #expect(try await sources.ids("id:nieuw") == ["nieuw"])
    #expect(try await sources.ids("bron:\"\(sources.file("b.jsonl"))\"") == ["1", "2"])
    #expect(try await sources.contents() == sources.rebuiltContents())
  }

  @Test("A file in another encoding keeps it under a new name")
  func renameEncoded() async throws {
    let text = Sources.text(about: "geïnde €")
    let bytes = text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
    try sources.write("oud.txt", bytes: bytes)
    try sources.build()
    try sources.move("oud.txt", to: "nieuw.txt")
    #expect(try index.update().moved == 1)
    let document = try #require(try await index.searcher().documents("nieuw").first)
    #expect(document.source.encoding == .windows1252)
    #expect(try await sources.contents() == sources.rebuiltContents())
    #expect(try index.check().comparedDocuments == 1)
  }

  @Test("Of a file of many records only those that changed are indexed again")
  func records() async throws {
    try sources.write(
      "a.jsonl", ["1": "Hoeveel bussen?", "2": "Hoeveel fietsen?", "3": "Hoeveel trams?"])
    try sources.build()
    try sources.write(
      "a.jsonl", ["1": "Hoeveel bussen?", "2": "Hoeveel veren?", "4": "Hoeveel metro's?"])
    let summary = try index.update()
    #expect(summary.changes == [1, 1, 0, 1])
    #expect(try await sources.contents() == sources.rebuiltContents())
    // One before the others moves them all.
    try sources.write(
      "a.jsonl",
      ["0": "Hoe?", "1": "Hoeveel bussen?", "2": "Hoeveel veren?", "4": "Hoeveel metro's?"])
    let moved = try index.update()
    #expect([moved.added, moved.replaced, moved.moved, moved.deleted] == [1, 0, 3, 0])
    #expect(try await sources.contents() == sources.rebuiltContents())
    #expect(try await sources.ids("veren") == ["2"])
  }

  @Test("A file that cannot be read now keeps its passages and is reported until it can")
  func unreadable() async throws {
    for name in ["a", "b", "c"] { try sources.writeText(name + ".txt", about: "trams " + name) }
    try sources.build()
    try sources.write("a.txt", "\u{0}\u{1}geen tekst\u{0}")
    try sources.write("b.txt", "")
    try sources.remove("c.txt")
    try FileSystem.createDirectory(sources.file("c.txt"))
    for _ in 1...2 {
      let summary = try index.update()
      #expect(summary.kept.map(\.path) == ["a.txt", "b.txt", "c.txt"].map(sources.path))
      #expect(try await sources.ids("trams") == ["a", "b", "c"])
    }
    try sources.writeText("a.txt", about: "bussen")
    #expect(try index.update().replaced == 1)
    #expect(try await sources.ids("bussen") == ["a"])
  }

  @Test("While one record of a file is broken, none that is missing is deleted")
  func brokenRecord() async throws {
    try sources.write("a.jsonl", ["1": "Trams?", "2": "Trams?", "3": "Trams?"])
    try sources.build()
    try sources.write("a.jsonl", Sources.record("1", "Bussen?") + "\n" + #"{"id": "2", "qu"#)
    let summary = try index.update()
    #expect(summary.replaced == 1 && summary.deleted == 0 && summary.skipped.count == 1)
    #expect(try await sources.ids("trams") == ["2", "3"])
    try sources.write("a.jsonl", ["1": "Bussen?", "2": "Trams?"])
    #expect(try index.update().deleted == 1)
    #expect(try await sources.contents() == sources.rebuiltContents())
  }

  @Test("A directory that is missing or empty keeps all of its documents")
  func missingDirectory() async throws {
    try sources.writeText("a.txt", about: "trams")
    try sources.build()
    let away = sources.outside("weg")
    #expect(Glibc.rename(sources.directory, away) == 0)
    #expect(try index.update().kept.count == 1)
    try FileSystem.createDirectory(sources.directory)
    #expect(try index.update([sources.directory]).kept.count == 1)
    #expect(try await sources.ids("trams") == ["a"])
    #expect(throws: IndexError.noSuchSource(path: "/nergens")) { try index.update(["/nergens"]) }
  }

  @Test(
    "A file that is a source is kept while its directory is empty, and gone when others are there")
  func emptyMountPoint() async throws {
    try sources.writeText("a.txt", about: "trams")
    let file = sources.file("a.txt")
    try index.build(from: [file], wordList: nil)
    try FileSystem.remove(file)
    #expect(try index.update().kept.map(\.path) == [SourcePath(file)])
    #expect(try await sources.ids("trams") == ["a"])
    try sources.writeText("b.txt", about: "veren")
    #expect(try index.update().deleted == 1)
    #expect(try await sources.ids("trams").isEmpty)
  }

  @Test("A change within the clock's step of the last look is seen")
  func sameTime() throws {
    try sources.writeText("a.txt", about: "trams")
    var status = stat()
    stat(sources.file("a.txt"), &status)
    try sources.build()
    try sources.writeText("a.txt", about: "bussn")
    var times = [status.st_atim, status.st_mtim]
    utimensat(AT_FDCWD, sources.file("a.txt"), &times, 0)
    #expect(try index.update().replaced == 1)
  }

  @Test("A file that was only touched is not indexed again")
  func touched() throws {
    try sources.writeText("a.txt", about: "trams")
    try sources.build()
    var times = [
      timespec(tv_sec: 1_600_000_000, tv_nsec: 0), timespec(tv_sec: 1_600_000_000, tv_nsec: 0),
    ]
    utimensat(AT_FDCWD, sources.file("a.txt"), &times, 0)
    let summary = try index.update()
    #expect(summary.changes == [0, 0, 0, 0] && summary.unchangedFiles == 1)
    let entry = try #require(try index.info().sources.first)
    #expect(entry.modified == 1_600_000_000_000_000_000)
  }

  @Test("Paths that are given are all that is looked at; new ones are looked at from then on")
  func paths() async throws {
    try sources.writeText("2022/a.txt", about: "trams")
    try sources.writeText("2023/b.txt", about: "veren en trams")
    try sources.build()
    try sources.remove("2022/a.txt")
    try sources.remove("2023/b.txt")
    try sources.writeText("2022/c.txt", about: "bussen")
    let summary = try index.update([sources.directory + "/2022/"])
    #expect(summary.deleted == 1 && summary.added == 1)
    #expect(try await sources.ids("trams OR bussen") == ["2022/c", "2023/b"])
    let extra = sources.outside("extra.jsonl")
    try FileSystem.write(Array(Sources.record("x", "Fietsen?").utf8), to: extra)
    #expect(try index.update([extra]).added == 1)
    try FileSystem.write(Array(Sources.record("x", "Steps?").utf8), to: extra)
    #expect(try index.update().replaced == 1)
    #expect(try index.info().roots == [SourcePath(sources.directory), SourcePath(extra)])
  }

  @Test("Which of two records with one id is indexed does not depend on chance")
  func repeated() throws {
    // Several batches, so that several workers meet the same ids.
    for file in ["a", "b", "c"] {
      try sources.write(
        file + ".jsonl",
        (1...600).map { Sources.record("\($0)", "Vraag \($0) van \(file)?") }.joined(
          separator: "\n"))
    }
    for _ in 1...3 {
      try sources.build()
      let info = try index.info()
      #expect(info.documents == 600 && info.passages == 600)
      #expect(info.sources.map(\.documents) == [600, 0, 0])
      #expect(info.sources.map(\.repeated) == [0, 600, 600])
    }
  }

  @Test("A record that was passed over takes the place of the one that goes")
  func repeatedReturns() async throws {
    try sources.write("a.jsonl", ["1": "Trams?", "2": "Bussen?"])
    try sources.write("b.jsonl", ["1": "Fietsen?"])
    try sources.build()
    #expect(try await sources.ids("fietsen").isEmpty)
    try sources.write("a.jsonl", ["2": "Bussen?"])
    let summary = try index.update()
    #expect(summary.deleted == 1 && summary.added == 1)
    #expect(try await sources.contents() == sources.rebuiltContents())
    // Both at once: an export under another name, while the one before is still there.
    try sources.write("c.jsonl", ["1": "Fietsen?", "2": "Bussen?"])
    #expect(try index.update().changes == [0, 0, 0, 0])
    try sources.remove("a.jsonl")
    try sources.remove("b.jsonl")
    try index.update()
    #expect(try await sources.contents() == sources.rebuiltContents())
    #expect(try index.info().documents == 2)
  }

  @Test("Documents are removed by id, files by path, and stay away until they change")
  func remove() async throws {
    try sources.write("a.jsonl", ["1": "Trams?", "2": "Trams?"])
    try sources.writeText("b.txt", about: "trams")
    try sources.build()
    #expect(try index.remove(ids: ["1"]).deleted == 1)
    #expect(throws: IndexError.noSuchDocument(id: "9")) { try index.remove(ids: ["2", "9"]) }
    #expect(try await sources.ids("trams") == ["2", "b"])
    #expect(try index.remove(sources: [sources.file("b.txt")]).deleted == 1)
    #expect(try index.update().changes == [0, 0, 0, 0])
    #expect(try await sources.ids("trams") == ["2"])
    try sources.writeText("b.txt", about: "trams en bussen")
    #expect(try index.update().added == 1)
    #expect(try index.remove(sources: [sources.directory]).deleted == 2)
    #expect(try index.info().roots.isEmpty)
    #expect(try index.info().documents == 0)
  }

  @Test("An index of another analysis is not updated, and one of another schema not read")
  func fingerprint() async throws {
    try sources.writeText("a.txt", about: "trams")
    try sources.build()
    let generation = try index.serving()
    var manifest = try generation.manifest()
    manifest.fingerprint.analysis += 1
    try manifest.write(to: generation.directory)
    let made = manifest.fingerprint.analysis
    let difference = "its text was analysed by version \(made), this program has \(made - 1)"
    #expect(throws: IndexError.otherFingerprint(path: sources.path, difference: difference)) {
      try index.update()
    }
    #expect(try await sources.ids("trams") == ["a"])
    manifest.fingerprint.analysis -= 1
    manifest.fingerprint.schema = 1
    try manifest.write(to: generation.directory)
    let schema = IndexError.otherSchema(path: sources.path, found: 1, expected: Schema.version)
    #expect(throws: schema) { try index.update() }
    #expect(throws: schema) { try index.searcher() }
  }

  @Test("A searcher that was open sees an update, and never half of one")
  func longLivedReader() async throws {
    try sources.write("a.jsonl", ["1": "Trams?", "2": "Trams?"])
    try sources.build()
    let searcher = try index.searcher()
    func ids() async throws -> [String] {
      try await searcher.search(.words("trams bussen")).hits.map(\.document.id).sorted()
    }
    #expect(try await ids() == ["1", "2"])
    for round in 1...6 {
      try sources.write("a.jsonl", ["\(round)a": "Bussen?", "\(round)b": "Trams?"])
      try index.update()
      #expect(try await ids() == ["\(round)a", "\(round)b"])
    }
  }

  @Test("A file that is named is gone where its directory is gone too")
  func directoryGone() async throws {
    try sources.writeText("a.txt", about: "bussen")
    try sources.writeText("oud/b.txt", about: "trams")
    try sources.index.build(from: [sources.directory], wordList: nil)
    try FileSystem.remove(sources.file("oud"))
    let update = try sources.index.update([sources.file("oud/b.txt")])
    #expect(update.deleted == 1)
    #expect(try await sources.ids("*") == ["a"])
  }
}
