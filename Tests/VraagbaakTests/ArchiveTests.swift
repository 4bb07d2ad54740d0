import Extraction
import Glibc
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Archives are directories of what is in them, whatever that is.
struct ArchiveTests {
  let sources: Sources
  var index: Index { sources.index }

  init() throws { sources = try Sources() }

  private static func text(_ subject: String) -> String { Sources.text(about: subject) }

  private func unpacked() -> [String] {
    FileSystem.names(in: sources.path + "/" + UnpackedArchives.directoryName).filter {
      !$0.hasPrefix("stamp-")
    }
  }

  @Test("Members are sources with ids, citations, checks, updates and removals as files have them")
  func members() async throws {
    try sources.write(
      "archief.zip",
      bytes: ArchiveBytes.zip([
        "2019/230.txt": Self.text("trams"), "r.jsonl": Sources.record("r", "Veren?"),
        ".verborgen.txt": Self.text("niets"), "foto.jpg": "x",
      ]))
    try sources.write(
      "b.TGZ",
      bytes: ArchiveBytes.gzip(
        ArchiveBytes.tar([
          .init("map/", type: "5"), .init("map/vraag.txt", Self.text("bussen")),
        ])))
    let summary = try index.build(from: [sources.directory], wordList: nil)
    #expect(summary.documents == 3 && summary.skipped == [])
    #expect(summary.otherFormats == ["jpg": 1])
    #expect(try await sources.ids("*") == ["archief.zip/2019/230", "b.TGZ/map/vraag", "r"])
    let document = try await index.searcher().documents("archief.zip/2019/230")[0]
    #expect(document.source.path == sources.path("archief.zip/2019/230.txt"))
    let report = try index.check()
    #expect(report.isSound && report.comparedDocuments == 3)
    #expect(try index.update().unchangedFiles == 3)
    #expect(unpacked().count == 2)
    // Another content of a member, and one that is gone.
    try sources.write(
      "archief.zip", bytes: ArchiveBytes.zip(["2019/230.txt": Self.text("fietsen")]))
    #expect(try index.update(isDryRun: true).changes == [0, 1, 0, 1])
    #expect(try index.update().changes == [0, 1, 0, 1])
    #expect(try index.check().isSound)
    #expect(unpacked().count == 2)
    #expect(try await sources.contents() == sources.rebuiltContents())
    #expect(try index.remove(sources: [sources.file("b.TGZ")]).deleted == 1)
    try sources.remove("archief.zip")
    #expect(try index.update().deleted == 1)
    #expect(try index.info().documents == 0)
  }

  @Test("An archive that is given is looked into, and so is one that is all there is")
  func given() async throws {
    try sources.write("a.tar", bytes: ArchiveBytes.tar([.init("2019/1.txt", Self.text("trams"))]))
    try index.build(from: [sources.file("a.tar")], wordList: nil)
    #expect(try await sources.ids("*") == ["2019/1"])
    #expect(try index.plannedRebuild().files == [sources.path("a.tar/2019/1.txt")])
    // What is to be is told without an index's directory.
    let other = Index(at: sources.outside("ander"))
    #expect(try other.plannedFiles([sources.directory]).files.count == 1)
    #expect(!FileSystem.exists(other.path))
    // Its cache can be lost.
    try FileSystem.remove(sources.path + "/" + UnpackedArchives.directoryName)
    #expect(try index.check().comparedDocuments == 1)
    #expect(try index.update().unchangedFiles == 1)
  }

  @Test("Nothing is written outside, and no link or device is made")
  func hostile() throws {
    let outside = sources.outside("buiten.txt")
    try sources.write(
      "a.tar",
      bytes: ArchiveBytes.tar([
        .init("../buiten.txt", Self.text("uit")), .init("x/../../buiten.txt", Self.text("uit")),
        .init(outside, Self.text("uit")), .init("link", type: "2", link: "/etc"),
        .init("link/passwd.txt", Self.text("binnen")),
        .init("hard.txt", type: "1", link: "/etc/passwd"), .init("tty", type: "3"),
        .init("map", Self.text("een bestand")), .init("map/x.txt", Self.text("nooit")),
        .init("./goed.txt", Self.text("trams")),
      ]))
    try sources.write(
      "b.zip",
      bytes: ArchiveBytes.zip([
        "..\\buiten.txt": Self.text("uit"), "map\\r.txt": Self.text("veren"), "/": "", "": "",
      ]))
    let summary = try index.build(from: [sources.directory], wordList: nil)
    let refused = summary.skipped.map(\.description)
    for name in ["../buiten.txt", "x/../../buiten.txt", "link", "hard.txt", "tty", "map/x.txt"] {
      #expect(refused.contains { $0.hasPrefix(sources.file("a.tar/\(name): ")) }, "\(name)")
    }
    #expect(!FileSystem.exists(outside) && !FileSystem.exists(sources.file("buiten.txt")))
    let names = try index.info().sources.filter { $0.documents > 0 }.map(\.path.name)
    #expect(names.sorted() == ["goed.txt", "passwd.txt", "r.txt"])
    #expect(try index.check().isSound)
    // What was told once is not told again while the archive is as it was.
    let update = try index.update()
    #expect(update.skipped == [] && update.files == [] && update.unreadFiles == 2)
  }

  @Test("Names are read in the encodings that they come in, and stay apart")
  func names() throws {
    let text = Array(Self.text("trams").utf8)
    try sources.write(
      "a.zip",
      bytes: ArchiveBytes.zip([
        (Array("caf\u{e9}.txt".utf8), text),
        ([0x63, 0x61, 0x66, 0x82, 0x2e, 0x74, 0x78, 0x74], text),
      ]))
    try sources.write("b.tar", bytes: ArchiveBytes.tar([.init("na\u{ef}ef.txt", "x")]))
    let summary = try index.build(from: [sources.directory], wordList: nil)
    // The second name is that of the first, in the code page of the PC.
    let read = try index.info().sources.filter { $0.documents > 0 }
    #expect(read.map(\.path.name) == ["caf\u{e9}.txt", "na\u{ef}ef.txt"])
    #expect(summary.documents == 2 && summary.skipped.count == 1)
  }

  @Test("Archives in archives are read to a depth, and the deeper one is told of")
  func depth() async throws {
    var archive = ArchiveBytes.zip(["diep.txt": Self.text("laag 0")])
    for level in 1...4 {
      archive = ArchiveBytes.zip([
        (Array("\(level).zip".utf8), archive),
        (Array("\(level).txt".utf8), Array(Self.text("laag \(level)").utf8)),
      ])
    }
    try sources.write("a.zip", bytes: archive)
    let summary = try index.build(from: [sources.directory], wordList: nil)
    #expect(try await sources.ids("*").map { $0.suffix(1) } == ["4", "3", "2"])
    let deep = sources.path("a.zip/4.zip/3.zip/2.zip")
    #expect(
      summary.skipped
        == [.unreadable(ReadError(.extraction(.tooDeep(limit: 3)), path: deep))])
  }

  @Test("An archive that breaks off gives what is whole, and takes nothing away")
  func broken() async throws {
    let whole = ArchiveBytes.tar([
      .init("a.txt", Self.text("trams")), .init("b.txt", Self.text("veren")),
    ])
    try sources.write("x.tar", bytes: whole)
    try sources.build()
    try sources.write("x.tar", bytes: Array(whole.prefix(1_500)))
    let summary = try index.update()
    #expect(summary.deleted == 0 && summary.kept.map(\.path.name).contains("b.txt"))
    #expect(try await sources.ids("*") == ["x.tar/a", "x.tar/b"])
    try sources.write("x.tar", bytes: Array("geen archief".utf8))
    #expect(try index.update().deleted == 0)
    try sources.write("x.tar", bytes: whole)
    #expect(try index.update().unchangedFiles == 2)
    #expect(try index.check().isSound)
    // With nothing else there is nothing to index, and why is told.
    try sources.write("x.tar", bytes: [])
    let error = #expect(throws: IndexError.self) { try sources.build() }
    #expect(error?.description.contains("x.tar") == true)
  }

  @Test("What unpacks to more than the limits is refused as a whole")
  func limits() throws {
    try sources.write(
      "a.zip", bytes: ArchiveBytes.zip(["a.txt": Self.text("trams"), "b.txt": Self.text("veren")]))
    let cache = UnpackedArchives(directory: sources.outside("uitgepakt"))
    let file = sources.file("a.zip")
    func content(_ limits: ArchiveLimits) throws(ExtractionError) -> UnpackedArchive {
      try cache.content(of: file, within: limits).record
    }
    #expect(throws: ExtractionError.self) { try content(.init(entries: 1)) }
    #expect(throws: ExtractionError.tooLarge(limit: 300)) { try content(.init(size: 300)) }
    #expect(throws: ExtractionError.tooLarge(limit: 100)) {
      try content(.init(ratio: 0, freeSize: 100))
    }
    #expect(FileSystem.names(in: cache.directory).filter { !$0.hasPrefix("stamp") } == [])
    let record = try content(.standard)
    #expect(
      record.entries == 2 && record.isWhole && record.bytes == 2 * Self.text("trams").utf8.count)
  }

  @Test("An archive is unpacked once, and again only where its bytes are others")
  func once() throws {
    try sources.write("a.zip", bytes: ArchiveBytes.zip(["a.txt": Self.text("trams")]))
    try sources.build()
    let directory = sources.path + "/" + UnpackedArchives.directoryName + "/" + unpacked()[0]
    let member = directory + "/members/a.txt"
    let before = try FileSystem.status(member).identity
    var times = [
      timespec(tv_sec: 1_600_000_000, tv_nsec: 0), timespec(tv_sec: 1_600_000_000, tv_nsec: 0),
    ]
    utimensat(AT_FDCWD, sources.file("a.zip"), &times, 0)
    #expect(try index.update().unchangedFiles == 1)
    try index.rebuild()
    #expect(try FileSystem.status(member).identity == before)
  }

  @Test("One that breaks off behind an archive in it gives what is whole, and says the rest")
  func brokenOffBehindAnother() async throws {
    let inner = ArchiveBytes.zip(["binnen.txt": Self.text("veren")])
    let whole = ArchiveBytes.zip([
      (name: Array("1.txt".utf8), content: Array(Self.text("trams").utf8)),
      (name: Array("2.zip".utf8), content: inner),
      (name: Array("3.txt".utf8), content: Array(Self.text("bussen").utf8)),
    ])
    try sources.write("a.zip", bytes: Array(whole.dropLast(300)))
    let summary = try index.build(from: [sources.directory], wordList: nil)
    #expect(try await sources.ids("*") == ["a.zip/1", "a.zip/2.zip/binnen"])
    #expect(summary.skipped.count == 2)
  }

  @Test("Of two members of one name the later one is read, and the other is reported")
  func repeatedName() async throws {
    let tar = ArchiveBytes.tar([
      .init("a.txt", Self.text("trams")), .init("a.txt", Self.text("bussen")),
    ])
    try sources.write("a.tar", bytes: tar)
    let summary = try index.build(from: [sources.directory], wordList: nil)
    #expect(summary.documents == 1 && summary.skipped.count == 1)
    #expect(try await sources.ids("bussen").count == 1)
  }
}
