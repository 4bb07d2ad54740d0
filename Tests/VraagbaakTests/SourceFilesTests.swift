import Extraction
import Glibc
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Which files paths stand for: names are bytes, links are followed, and nothing is found twice.
struct SourceFilesTests {
  let sources: Sources
  var index: Index { sources.index }

  init() throws { sources = try Sources() }

  private func link(_ name: String, to target: String) {
    #expect(symlink(target, sources.file(name)) == 0)
  }

  private func files(_ roots: [String]? = nil) throws -> [String] {
    let start = sources.directory.utf8.count + 1
    return try index.plannedFiles(roots ?? [sources.directory]).files.map {
      String($0.text.dropFirst(start))
    }
  }

  // MARK: Names are bytes

  private static let latin = "vraag\u{10fee9}.txt"

  @Test("A path is its bytes, whatever they are, there and back")
  func bytes() throws {
    for bytes in [
      [0xe9], [0x61, 0xff, 0x62], [0xc3, 0xa9], [0xed, 0xa0, 0x80], [0xf0, 0x9f],
      [0xef, 0xbf, 0xbd],
      // The character that stands for E9 itself.
      [0xf4, 0x8f, 0xbb, 0xa9], [0x65, 0xcc, 0x81], [0x0a, 0x80, 0xc0],
    ] as [[UInt8]] {
      let name = bytes.map { CChar(bitPattern: $0) } + [0]
      let text = PathText.decode(name)
      let again = PathText.withSystemPath(text) { Array(String(cString: $0).utf8) }
      let system = PathText.withSystemPath(text) { pointer in
        (0..<strlen(pointer)).map { UInt8(bitPattern: pointer[$0]) }
      }
      #expect(system == bytes && again == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
    for name in ["a.txt", "b.c/.txt", "x/b.TXT", ".txt", "b.c/naam", "naam", "a.b.jsonl", "a."] {
      let path = SourcePath(name)
      #expect(path.fileExtension == FileSample(name: path.name, head: []).fileExtension)
    }
    #expect(SourcePath(Self.latin).description == "vraag%E9.txt")
    #expect(SourcePath("e\u{301}") != SourcePath("\u{e9}"))
    #expect(Set([SourcePath("e\u{301}"), SourcePath("\u{e9}")]).count == 2)
  }

  @Test("A file whose name is no UTF-8 is indexed, updated and removed as any other")
  func latinName() async throws {
    let names: [[UInt8]] = [Array("vraag".utf8) + [0xe9], Array("vraag".utf8) + [0xe8]]
    for name in names {
      let path = (Array((sources.directory + "/").utf8) + name + Array(".txt\0".utf8))
        .map { CChar(bitPattern: $0) }
      let file = open(path, O_WRONLY | O_CREAT, 0o644)
      let text = Sources.text(about: "trams \(name.last ?? 0)")
      #expect(write(file, text, text.utf8.count) == text.utf8.count)
      close(file)
    }
    try sources.build()
    #expect(try await sources.ids("trams") == ["vraag%E8", "vraag%E9"])
    #expect(try index.check().comparedDocuments == 2)
    #expect(try index.update().unchangedFiles == 2)
    let latin = sources.path(Self.latin)
    let document = try await index.searcher().documents("vraag%E9")[0]
    #expect(document.source.path == latin)
    let json = try WireFormat.encode(document)
    #expect(String(decoding: json, as: UTF8.self).contains(#"vraag\udbff\udee9.txt"#))
    #expect(try WireFormat.decode(WrittenQuestion.self, from: json).source.path == latin)
    #expect(try index.remove(sources: [latin.text]).deleted == 1)
    #expect(try await sources.ids("trams") == ["vraag%E8"])
    #expect(try index.update().added == 0)
    try index.rebuild()
    #expect(try await sources.ids("trams") == ["vraag%E8", "vraag%E9"])
  }

  @Test("Names that only look alike are two directories and two files")
  func composed() async throws {
    for (number, name) in ["e\u{301}", "\u{e9}"].enumerated() {
      try sources.write("\(name)/x.jsonl", ["\(number)": "Trams?"])
      try sources.writeText("\(name).txt", about: "veren \(number)")
    }
    try index.build(from: [sources.file("e\u{301}"), sources.file("e\u{301}.txt")], wordList: nil)
    #expect(try await sources.ids("*").count == 2)
    #expect(try index.update([sources.file("\u{e9}"), sources.file("\u{e9}.txt")]).added == 2)
    #expect(try index.info().documents == 4)
    #expect(try index.check().isSound)
    #expect(try index.remove(sources: [sources.file("\u{e9}")]).deleted == 1)
    #expect(try await sources.ids("trams") == ["0"])
    try sources.build()
    #expect(try index.info().documents == 4)
    // From one to the other is another name.
    try sources.remove("e\u{301}.txt")
    #expect(try index.update().deleted == 1)
    try sources.move("\u{e9}.txt", to: "e\u{301}.txt")
    #expect(try index.update().moved == 1)
    #expect(try await sources.contents() == sources.rebuiltContents())
  }

  // MARK: Names of one directory

  @Test("A directory that is given under several names is one source")
  func severalNames() async throws {
    try sources.writeText("2019/a.txt", about: "trams")
    link("../kort", to: sources.file("2019"))
    let directory = sources.file("2019")
    let names = [
      directory, directory + "/", sources.directory + "/./2019", sources.directory + "//2019",
      directory + "/../2019", sources.outside("kort"), directory + "/a.txt",
      sources.outside("kort/a.txt"),
    ]
    let summary = try index.build(from: names, wordList: nil)
    #expect(summary.documents == 1 && summary.skipped == [])
    #expect(try index.info().roots == [SourcePath(directory)])
    for name in names {
      #expect(try index.update([name]).unchangedFiles == 1, "\(name)")
    }
    #expect(try index.info().roots == [SourcePath(directory)])
    try sources.writeText("2019/b.txt", about: "bussen")
    #expect(try index.update([sources.outside("kort")]).added == 1)
    #expect(try index.remove(sources: [sources.outside("kort/b.txt")]).deleted == 1)
  }

  @Test("Files that are given keep the names that they were given by")
  func namedFiles() throws {
    for name in ["a", "b"] { try sources.writeText(name + ".txt", about: "trams " + name) }
    let places = SourcePaths(directory: sources.directory)
    let reader = SourceReader(index, places: places, mapping: nil)
    func find(_ paths: SourcePath...) throws -> SourceFiles.Found {
      try SourceFiles(reader).find(paths)
    }
    #expect(try find("a.txt", "b.txt", "./a.txt").files == ["a.txt", "b.txt"])
    #expect(try find("./b.txt", "a.txt", "b.txt").files == ["./b.txt", "a.txt"])
    #expect(try find("b.txt", ".", "./a.txt").files == ["./a.txt", "./b.txt"])
    #expect(try find("b.txt", ".", "./a.txt").roots == ["."])
    // And so an update finds them again.
    let names = ["a.txt", "/../documenten/b.txt"].map { sources.directory + "/" + $0 }
    try index.build(from: names, wordList: nil)
    try sources.writeText("b.txt", about: "veren")
    #expect(try index.update().replaced == 1)
    #expect(try index.update([sources.file("b.txt")]).unchangedFiles == 1)
    try sources.writeText("c.txt", about: "bussen")
    #expect(try index.update([sources.file("./c.txt")]).added == 1)
    #expect(try index.update([sources.file("c.txt")]).unchangedFiles == 1)
    #expect(try index.info().documents == 3)
  }

  // MARK: Links

  @Test("Links in a circle come to an end, and each directory is looked into once")
  func loops() throws {
    try sources.writeText("2020/v1.txt", about: "trams")
    link("2020/terug", to: "..")
    #expect(try files() == ["2020/v1.txt"])
    link("2020/ook", to: "..")
    link("2020/zelf", to: ".")
    link("2020/niets", to: "niets")
    #expect(try files() == ["2020/v1.txt"])
    // Outside of the sources as well.
    let outside = sources.outside("elders")
    try FileSystem.createDirectory(outside + "/diep")
    try FileSystem.write(Array(Sources.text(about: "veren").utf8), to: outside + "/diep/w.txt")
    #expect(symlink("..", outside + "/diep/op") == 0)
    link("2020/weg", to: outside)
    #expect(try files() == ["2020/v1.txt", "2020/weg/diep/w.txt"])
  }

  @Test("Of several paths to a directory the shortest is taken, then the first by name")
  func shortest() throws {
    try sources.writeText("a/b/c/v1.txt", about: "trams")
    #expect(try files() == ["a/b/c/v1.txt"])
    link("z", to: "a/b/c")
    #expect(try files() == ["z/v1.txt"])
    link("y", to: "a/b/c")
    #expect(try files() == ["y/v1.txt"])
    // What is given itself has its own name.
    let roots = [sources.directory, sources.file("a/b/c")]
    #expect(try files(roots) == ["a/b/c/v1.txt"])
  }

  @Test("A link to a file that is there itself is not that file once more")
  func linkedFiles() async throws {
    try sources.writeText("a/b/v1.txt", about: "trams")
    link("v2.txt", to: "a/b/v1.txt")
    #expect(try files() == ["a/b/v1.txt"])
    try FileSystem.write(
      Array(Sources.text(about: "veren").utf8), to: sources.outside("elders.txt"))
    link("v3.txt", to: "../elders.txt")
    link("v4.txt", to: "../elders.txt")
    #expect(try files() == ["a/b/v1.txt", "v3.txt"])
    // Another name of the same rank is another file.
    #expect(Glibc.link(sources.file("a/b/v1.txt"), sources.file("v5.txt")) == 0)
    #expect(try files() == ["a/b/v1.txt", "v3.txt", "v5.txt"])
    link("stuk.txt", to: "niets")
    let summary = try index.build(from: [sources.directory], wordList: nil)
    #expect(summary.documents == 2 && summary.copies == 1 && summary.skipped.count == 1)
    #expect(summary.skipped.first?.description.contains("stuk.txt") == true)
  }

  @Test("When a link gives a directory a shorter path its documents move, and back when it goes")
  func linksChange() async throws {
    try sources.writeText("a/b/v1.txt", about: "trams")
    try sources.writeText("a/x.txt", about: "veren")
    try sources.build()
    link("kort", to: "a/b")
    #expect(try index.update([sources.file("kort")]).moved == 1)
    #expect(try await sources.contents() == sources.rebuiltContents())
    #expect(try await sources.ids("trams") == ["kort/v1"])
    #expect(try index.update().unchangedFiles == 2)
    #expect(unlink(sources.file("kort")) == 0)
    #expect(try index.update().moved == 1)
    #expect(try await sources.contents() == sources.rebuiltContents())
  }
}
