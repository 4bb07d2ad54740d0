import Extraction
import Glibc
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// What documents are called, and that none is taken for another.
struct IdentityTests {
  let sources: Sources
  var index: Index { sources.index }

  init() throws { sources = try Sources() }

  private func ids(_ roots: [String]) async throws -> [String] {
    let summary = try index.build(from: roots, wordList: nil)
    #expect(summary.skipped == [])
    return try await sources.ids("*")
  }

  @Test("Files of one name in two directories are two documents")
  func sameName() async throws {
    for year in ["2019", "2020"] {
      try sources.writeText("\(year)/230.txt", about: "treinen in \(year)")
    }
    try sources.writeText("230.txt", about: "treinen")
    #expect(try await ids([sources.directory]) == ["2019/230", "2020/230", "230"])
    // Directories and files that are given themselves.
    let years = [sources.file("2019"), sources.file("2020") + "/"]
    #expect(try await ids(years) == ["2019/230", "2020/230"])
    let files = ["2019/230.txt", "230.txt"].map(sources.file)
    #expect(try await ids(files) == ["2019/230", "230"])
    #expect(try await ids([files[0]]) == ["230"])
    // A file of records has no say in it.
    try FileSystem.write(Array(Sources.record("r", "Trams?").utf8), to: sources.outside("r.jsonl"))
    #expect(try await ids([years[0], sources.outside("r.jsonl")]) == ["230", "r"])
  }

  @Test("Only .txt is left out of an id, so that no two files of a directory share one")
  func extensions() {
    let names = SourceNames(directory: "/a/b")
    for (path, name) in [
      ("/a/b/230.txt", "230"), ("/a/b/230.pdf", "230.pdf"), ("/a/b/230.TXT", "230.TXT"),
      ("/a/b/.txt", ".txt"), ("/a/b/c/.txt", "c/.txt"), ("/a/b/1.2.txt", "1.2"),
      ("/a/c/230.txt", "../c/230"), ("/d/230.txt", "../../d/230"), ("/a/bc/x.txt", "../bc/x"),
      ("/a/b/x\u{202e}\ny.txt", "x%E2%80%AE%0Ay"),
    ] {
      #expect(names.name(of: SourcePath(path)) == name)
    }
  }

  @Test("Ids stay as they are when sources come, go, or are indexed anew")
  func stable() async throws {
    try sources.writeText("2020/230.txt", about: "treinen")
    try index.build(from: [sources.file("2020")], wordList: nil)
    try sources.writeText("2020/a/230.txt", about: "bussen")
    try sources.writeText("2019/230.txt", about: "trams")
    #expect(try index.update().added == 1)
    #expect(try index.update([sources.file("2019")]).added == 1)
    let all = ["../2019/230", "230", "a/230"]
    #expect(try await sources.ids("*") == all)
    try index.rebuild()
    #expect(try await sources.ids("*") == all)
    try index.remove(sources: [sources.file("2020")])
    #expect(try await sources.ids("*") == ["../2019/230"])
    try index.rebuild()
    #expect(try await sources.ids("*") == ["../2019/230"])
    #expect(try index.check().isSound)
  }

  @Test("A document is found by its id, else by its number or the end of its id")
  func names() async throws {
    try sources.writeText("2019/7.txt", about: "treinen")
    try sources.writeText("2020/7.txt", about: "trams")
    try sources.write("a.jsonl", #"{"id": "a", "number": "8", "question": "Veren?"}"#)
    try sources.build()
    let searcher = try index.searcher()
    func found(_ name: String) async throws -> [String] {
      try await searcher.documents(name).map(\.id).sorted()
    }
    #expect(try await found("7") == ["2019/7", "2020/7"])
    #expect(try await found("12") == ["2019/7", "2020/7"])
    #expect(try await found("2019/7") == ["2019/7"])
    #expect(try await found("8") == ["a"])
    #expect(try await searcher.similar(to: "8").hits.isEmpty)
    for name in ["7", "12"] {
      let documents = try await searcher.documents(name).map(\.heading)
      let several = IndexError.severalDocuments(Candidates(name: name, documents: documents))
      await #expect(throws: SearchError.index(several)) { try await searcher.similar(to: name) }
      #expect(throws: several) { try index.remove(ids: [name], isDryRun: true) }
      #expect(throws: several) { try index.remove(ids: ["a", name]) }
    }
    #expect(try index.info().documents == 3)
    #expect(try index.remove(ids: ["2019/7", "8"]).deleted == 2)
    // Now only one is called so.
    #expect(try await found("7") == ["2020/7"])
    #expect(try index.remove(ids: ["7"]).deleted == 1)
  }

  @Test("A renamed file is called by its new name alone")
  func rename() async throws {
    try sources.writeText("2019/oud.txt", about: "treinen")
    try sources.build()
    try FileSystem.createDirectory(sources.file("2020"))
    try sources.move("2019/oud.txt", to: "2020/nieuw.txt")
    #expect(try index.update().moved == 1)
    let searcher = try index.searcher()
    #expect(try await searcher.documents("nieuw").map(\.id) == ["2020/nieuw"])
    let gone = SearchError.index(.noSuchDocument(id: "oud"))
    await #expect(throws: gone) { try await searcher.documents("oud") }
    #expect(try await sources.contents() == sources.rebuiltContents())
  }

  @Test("An id has no characters that steer, and is found as it is printed")
  func steering() async throws {
    try sources.write("a.jsonl", #"{"id": "a\u202eb", "question": "Trams?"}"#)
    try sources.build()
    #expect(try await sources.ids("trams") == ["a%E2%80%AEb"])
    for id in ["a%E2%80%AEb", "a\u{202e}b"] {
      #expect(try await index.searcher().documents(id).count == 1)
    }
    #expect(try index.check().comparedDocuments == 1)
    #expect(try index.update().unchangedFiles == 1)
  }
}
