import Extraction
import Glibc
import TestSupport

@testable import Vraagbaak

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A directory of documents that a test writes, and an index of it.
final class Sources: Sendable {
  private let temporary: TemporaryDirectory
  var directory: String { temporary.path + "/documenten" }
  var path: String { temporary.path + "/index" }
  var index: Index { Index(at: path) }

  init() throws {
    temporary = try TemporaryDirectory()
    try FileSystem.createDirectory(directory)
  }

  func file(_ name: String) -> String { directory + "/" + name }

  /// As the index names it.
  func path(_ name: String) -> SourcePath { SourcePath(file(name)) }

  /// Beside the directory of documents.
  func outside(_ name: String) -> String { temporary.path + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try FileSystem.createDirectory(FileSystem.parent(of: file(name)))
    try Data(text.utf8).write(to: URL(filePath: file(name)))
  }

  /// A file of records, each an id and the text of its question.
  func write(_ name: String, _ records: KeyValuePairs<String, String>) throws {
    try write(name, records.map(Self.record).joined(separator: "\n") + "\n")
  }

  static func record(_ id: String, _ question: String) -> String {
    #"{"id": "\#(id)", "question": "\#(question)"}"#
  }

  func write(_ name: String, bytes: [UInt8]) throws {
    try FileSystem.write(bytes, to: file(name))
  }

  /// A text in the Flemish layout about one subject.
  func writeText(_ name: String, about subject: String) throws {
    try write(name, Self.text(about: subject))
  }

  static func text(about subject: String) -> String {
    """
    SCHRIFTELIJKE VRAAG
    nr. 12
    van AN PEETERS
    datum: 3 mei 2022

    Iets over \(subject) in Vlaanderen

    1. Hoeveel keer ging het over \(subject)?

    ANTWOORD

    1. Het ging vaak over \(subject).

    """
  }

  func remove(_ name: String) throws { try FileSystem.remove(file(name)) }

  func move(_ name: String, to new: String) throws {
    try FileManager.default.moveItem(atPath: file(name), toPath: file(new))
  }

  /// Without a word list, which costs time.
  func build(keep: Int = 1) throws {
    try index.build(from: [directory], wordList: nil, keep: keep)
  }

  /// With a list of these words instead of the real one, which costs time.
  func build(words: String...) throws {
    let list = outside("woorden")
    try FileSystem.write(Array(words.joined(separator: "\n").utf8), to: list)
    try index.build(from: [directory], wordList: list)
  }

  func ids(_ query: String) async throws -> [String] {
    try await index.searcher().search(.parse(query)).hits.map(\.document.id).sorted()
  }

  /// What the index says of all of its documents: their ids, sources and passages.
  func contents() async throws -> [String] { try await contents(of: index) }

  /// What an index made anew of the same sources says.
  func rebuiltContents() async throws -> [String] {
    let other = try TemporaryDirectory()
    let index = Index(at: other.path)
    try index.build(from: [directory], wordList: nil)
    return try await contents(of: index)
  }

  private func contents(of index: Index) async throws -> [String] {
    let searcher = try index.searcher()
    let hits = try await searcher.search(.everything, SearchOptions(limit: 1_000)).hits
    var contents: [String] = []
    for hit in hits {
      let document = try await searcher.documents(hit.document.id)[0]
      let passages = document.passages.map { "\($0.text) \($0.place)" }
      contents.append("\(document.id) \(document.source) \(passages)")
    }
    return contents.sorted()
  }
}

extension UpdateSummary {
  /// Documents added, replaced, moved and deleted.
  var changes: [Int] { [added, replaced, moved, deleted] }
}
