import Glibc
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Building, replacing and finding indexes.
struct IndexTests {
  let directory: TemporaryDirectory
  var path: String { directory.path + "/index" }

  init() throws { directory = try TemporaryDirectory() }

  private func write(_ name: String, _ text: String) throws -> String {
    let path = directory.path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Without a word list, which costs time.
  @discardableResult
  private func build(_ sources: String...) throws -> BuildSummary {
    try Index(at: path).build(from: sources, wordList: nil)
  }

  private func ids(_ query: String) async throws -> [String] {
    try await Index(at: path).searcher().search(.parse(query)).hits.map(\.document.id).sorted()
  }

  @Test("A rebuild replaces the index, also for a searcher that was open")
  func rebuild() async throws {
    let index = Index(at: path)
    let old = try write("oud.jsonl", #"{"id": "oud", "question": "Hoeveel trams rijden er?"}"#)
    let new = try write("nieuw.jsonl", #"{"id": "nieuw", "question": "Hoeveel bussen rijden er?"}"#)
    try build(old)
    let searcher = try index.searcher()
    #expect(try await searcher.search(.words("rijden")).hits.map(\.document.id) == ["oud"])
    let summary = try build(new)
    #expect(summary.generation == 2)
    #expect(try await ids("rijden") == ["nieuw"])
    #expect(try await searcher.search(.words("rijden")).hits.map(\.document.id) == ["nieuw"])
    let before = try index.searcher(generation: 1)
    #expect(try await before.search(.words("rijden")).hits.map(\.document.id) == ["oud"])
  }

  @Test("Records that cannot be read are reported, and the rest is indexed")
  func partial() async throws {
    let lines = (1...9).map { number in
      number == 7
        ? #"{"id": 7, "question": "#
        : #"{"id": \#(number), "question": "Vraag over tram \#(number)?"}"#
    }
    let file = try write(
      "x.jsonl", lines.joined(separator: "\n") + "\n{\"id\": 1, \"question\": \"Nog eens?\"}")
    let empty = try write("leeg.txt", "")
    let summary = try build(file, empty)
    #expect(summary.documents == 8)
    #expect(summary.skipped.count == 3)
    let messages = summary.skipped.map(\.description)
    #expect(messages.contains { $0.contains("x.jsonl:7") && $0.contains("broken JSON") })
    #expect(messages.contains { $0.contains("leeg.txt") && $0.contains("empty") })
    #expect(messages.contains { $0.contains("x.jsonl:10") && $0.contains("id 1") })
    #expect(try await ids("tram").count == 8)
  }

  @Test("A build that finds nothing leaves the index as it was")
  func nothing() async throws {
    let index = Index(at: path)
    try build(write("a.jsonl", #"{"id": "a", "question": "Trams?"}"#))
    let broken = try write("b.jsonl", "{")
    #expect(throws: IndexError.self) { try build(broken) }
    try FileSystem.createDirectory(directory.path + "/leeg")
    let empty = directory.path + "/leeg"
    let formats = index.readers.fileExtensions
    #expect(throws: IndexError.nothingToIndex(paths: [empty], formats: formats)) {
      try index.build(from: [empty])
    }
    #expect(throws: IndexError.noSuchSource(path: "/nergens")) {
      try index.build(from: ["/nergens"])
    }
    #expect(try await ids("trams") == ["a"])
    #expect(try index.info().generation == 1)
  }

  @Test("One writer at a time, and the second is told who the first is")
  func lock() throws {
    let file = try write("a.jsonl", #"{"id": "a", "question": "Trams?"}"#)
    try FileSystem.createDirectory(path)
    do {
      let lock = try WriterLock(indexDirectory: path, purpose: "update")
      let error = #expect(throws: IndexError.self) { try Index(at: path).build(from: [file]) }
      let message = error?.description ?? ""
      #expect(message.contains("process \(getpid()), update, since 20"))
      withExtendedLifetime(lock) {}
    }
    #expect(try build(file).documents == 1)
  }

  @Test("What a build cut off has left is not searched, and is cleared away by the next")
  func unfinished() async throws {
    let file = try write("a.jsonl", #"{"id": "a", "question": "Trams?"}"#)
    try build(file)
    let leftover = try Generation.next(in: path).buildingDirectory
    try FileSystem.createDirectory(leftover)
    #expect(try await ids("trams") == ["a"])
    try build(file)
    #expect(!FileSystem.exists(leftover))
  }

  @Test("Without a word list the documents' own words serve, and the summary says so")
  func noWordList() async throws {
    let file = try write(
      "a.jsonl",
      #"{"id": "a", "question": "De tram en de tramhalte en de halte en de halte en de tram?"}"#)
    #expect(throws: IndexError.noSuchSource(path: "/nergens")) {
      try Index(at: path).build(from: [file], wordList: "/nergens")
    }
    #expect(!FileSystem.exists(path))
    let list = file + ".woorden"
    try FileSystem.write(Array("tram\nhalte\n".utf8), to: list)
    #expect(try Index(at: path).build(from: [file], wordList: list).missingWordList == nil)
    try FileSystem.remove(list)
    let summary = try Index(at: path).rebuild()
    #expect(!summary.hasWordList && summary.missingWordList == list)
    #expect(try await ids("tramhalte") == ["a"])
  }

  @Test("A missing or damaged index is a clear error")
  func damaged() throws {
    #expect(throws: IndexError.noIndex(path: path)) { try Index(at: path).searcher() }
    try build(write("a.jsonl", #"{"id": "a", "question": "Trams?"}"#))
    let generation = try Index(at: path).serving()
    try FileSystem.write([1, 2, 3], to: generation.directory + "/database/iamglass")
    #expect(throws: IndexError.self) { try Index(at: path).searcher() }
    try FileSystem.write([1, 2, 3], to: generation.directory + "/lexicon")
    #expect(throws: IndexError.self) { try Index(at: path).analyzer() }
    try FileSystem.write([1, 2, 3], to: generation.directory + "/manifest.json")
    #expect(throws: IndexError.damaged(path: path, reason: "manifest.json is no manifest")) {
      try Index(at: path).info()
    }
  }
}
