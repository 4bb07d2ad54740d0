import Foundation
import TestSupport
import Testing

/// A directory that goes away with the test, in which scripts run the command.
struct Workplace {
  /// Of four questions, two about trams.
  static let records = zip(
    1..., ["Hoeveel trams in Gent?", "Welke trams in Gent?", "Welke veren?", "Fietsen?"]
  ).map { #"{"id": "\#($0)", "question": "\#($1)"}"# }

  private let temporary: TemporaryDirectory
  var path: String { temporary.path }

  init() throws { temporary = try TemporaryDirectory() }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func shell(_ script: String) throws -> Command.Outcome {
    try Command(directory: path).shell(script, in: path)
  }

  /// Makes the index `./ix` of records in `vragen.jsonl`.
  func build(_ records: [String]) throws {
    try write("vragen.jsonl", records.joined(separator: "\n"))
    let built = try shell("vraagbaak index --word-list /dev/null --index ./ix vragen.jsonl")
    #expect(built.status == 0, "\(built)")
  }
}
