import Foundation
import TestSupport
import Testing

/// What the cases of options run on: the bundled sample to read, and a small index of their own to
/// write to.
final class OptionFixture {
  struct Document {
    var id: String
    var title = ""
    var question: String
  }

  private let temporary: TemporaryDirectory
  let command: Command

  var index: String { temporary.path + "/index" }
  var documents: String { temporary.path + "/documenten" }

  init() throws {
    temporary = try TemporaryDirectory()
    command = Command(directory: temporary.path)
    try FileManager.default.createDirectory(
      atPath: documents, withIntermediateDirectories: true)
  }

  /// Runs a subcommand on the sample.
  func sample(_ arguments: String...) throws -> Command.Outcome {
    try command.run([arguments[0], "--index", try Sample.index()] + arguments.dropFirst())
  }

  /// Runs a subcommand on the fixture's own index.
  func run(_ arguments: String...) throws -> Command.Outcome {
    try command.run([arguments[0], "--index", index] + arguments.dropFirst())
  }

  /// Makes the own index, of a document about trams and one about buses.
  func build() throws {
    try write([Document(id: "1", question: "Hoeveel trams?"), .init(id: "2", question: "Bussen?")])
    let outcome = try run("index", "--word-list", "/dev/null", documents)
    try #require(outcome.status == 0, "\(outcome)")
  }

  func write(_ records: [Document], to name: String = "a.jsonl") throws {
    let lines = records.map {
      #"{"id": "\#($0.id)", "title": "\#($0.title)", "question": "\#($0.question)"}"#
    }
    try Data(lines.joined(separator: "\n").utf8).write(
      to: URL(filePath: documents + "/" + name))
  }

  /// A file beside the documents.
  func file(_ name: String, _ text: String) throws -> String {
    let path = temporary.path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  func isFound(_ word: String) throws -> Bool { try run("search", word).status == 0 }

  /// The numbers of the generations that are there.
  func generations() throws -> [Int] {
    try FileManager.default.contentsOfDirectory(atPath: index)
      .compactMap { $0.hasPrefix("generation-") ? Int($0.dropFirst("generation-".count)) : nil }
      .sorted()
  }

  /// Locks the own index, as a command does that writes to it; closing the file unlocks it.
  func lock() throws -> FileHandle {
    let file = open(index + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    try #require(file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0)
    return FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  /// Looks again and again, for ten seconds.
  func waits(until isTrue: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<200 {
      if try isTrue() { return true }
      usleep(50_000)
    }
    return false
  }
}

extension Command.Outcome {
  /// The documents of a TREC run, in their order.
  var ids: [String] { column(2, separator: " ") }

  /// A column of a table with tabs, without its head.
  func column(_ number: Int) -> [String] { Array(column(number, separator: "\t").dropFirst()) }

  private func column(_ number: Int, separator: Character) -> [String] {
    output.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: separator, omittingEmptySubsequences: false)
      return fields.count > number ? String(fields[number]) : nil
    }
  }
}
