import TestSupport
import DutchText
import Glibc
import Xapian

/// Leaves words as they are.
final class NoStemmer: Stemmer {
  let name = "none"
  func stem(_ word: String) -> String { word }
}

/// The stemmer that indexes use.
final class KraaijPohlmann: Stemmer {
  let name = "kraaij_pohlmann"
  private let stemmer: Stem

  init() throws { stemmer = try Stem(name) }

  func stem(_ word: String) -> String { (try? stemmer.stem(word)) ?? word }
}

/// Real documents and lists that are not part of the repository; tests that need them are skipped
/// without.
enum Shared {
  static let wordList = "/usr/share/dict/dutch"

  static let directory: String? = {
    access(wordList, R_OK) == 0 ? SharedCorpus.directory : nil
  }()

  /// The lines of a file that is known to be there.
  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  static func text(_ name: String) -> String {
    String(decoding: bytes((directory ?? "") + "/" + name), as: UTF8.self)
  }

  /// Of the word list and the questions and answers of 2017.
  static let lexicon: Lexicon? = {
    guard directory != nil else { return nil }
    var counts = WordCounts()
    for line in text("corpus/dekamer-2017.jsonl").split(separator: "\n") {
      for field in ["\"question\": \"", "\"answer\": \""] {
        counts.add(JSONField(field, in: line).value)
      }
    }
    var builder = LexiconBuilder()
    builder.add(wordList: bytes(wordList))
    builder.add(counts)
    return try? Lexicon(bytes: builder.compiled())
  }()
}

/// The text of a string field in a line of JSON, read without a parser.
private struct JSONField {
  let value: String

  init(_ opening: String, in line: Substring) {
    let line = Array(line.utf8)
    let key = Array(opening.utf8)
    var bytes: [UInt8] = []
    var index = line.indices.dropLast(key.count).first { start in
      line[start] == key[0] && line[start..<start + key.count].elementsEqual(key)
    }.map { $0 + key.count }
    while let at = index, at < line.count, line[at] != UInt8(ascii: "\"") {
      let isEscape = line[at] == UInt8(ascii: "\\")
      bytes.append(isEscape ? UInt8(ascii: " ") : line[at])
      index = at + (isEscape ? 2 : 1)
    }
    value = String(decoding: bytes, as: UTF8.self)
  }
}
