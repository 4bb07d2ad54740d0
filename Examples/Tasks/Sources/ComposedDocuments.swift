import Vraagbaak

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Any number of documents of the sentences of others, always the same.
struct ComposedDocuments {
  private let sentences: [String]

  init(of directory: String) throws {
    sentences = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
      .flatMap { name in
        String(
          decoding: try Data(contentsOf: URL(filePath: directory + "/" + name)), as: UTF8.self
        )
        .split { ".?!\n".contains($0) }.filter { $0.count > 30 }.map(String.init)
      }
  }

  /// Each with four sub-questions and their answers.
  func write(_ count: Int, to path: String) throws {
    var next = 0
    func text() -> String {
      (0..<4).map { _ in
        next = (next * 31 + 17) % 1_000_003
        return sentences[next % sentences.count] + ". "
      }.joined()
    }
    let encoder = JSONEncoder()
    var lines = Data()
    for number in 1...count {
      let question = (1...4).map { "\($0). \(text())" }.joined()
      let answer = (1...4).map { "\($0). \(text())" }.joined()
      lines += try encoder.encode(["id": "\(number)", "question": question, "answer": answer])
      lines.append(UInt8(ascii: "\n"))
    }
    try lines.write(to: URL(filePath: path))
  }
}

extension [UInt8] {
  func write(to path: String) throws { try Data(self).write(to: URL(filePath: path)) }
}

/// A directory that goes away with the program.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.path + "/search-tasks-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
