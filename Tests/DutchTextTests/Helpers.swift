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

  /// The lines of a corpus, by bytes: cutting megabytes by `Character` is slow.
  static func lines(_ name: String) -> [ArraySlice<UInt8>] {
    bytes((directory ?? "") + "/" + name).split(separator: UInt8(ascii: "\n"))
  }

  /// Of the word list and the questions and answers of 2017.
  static let lexicon: Lexicon? = {
    guard directory != nil else { return nil }
    var counts = WordCounts()
    for line in lines("corpus/dekamer-2017.jsonl") {
      for field in ["\"question\": \"", "\"answer\": \""] {
        counts.add(text(ofField: field, in: line))
      }
    }
    var builder = LexiconBuilder()
    builder.add(wordList: bytes(wordList))
    builder.add(counts)
    return try? Lexicon(bytes: builder.compiled())
  }()

  /// The text of a string field in a line of JSON, read without a parser: from what opens it to the
  /// next quote.
  private static func text(ofField opening: String, in line: ArraySlice<UInt8>) -> String {
    let opening = Array(opening.utf8)
    var rest = line
    // From quote to quote, which are few.
    while let quote = rest.firstIndex(of: opening[0]) {
      rest = rest[quote...]
      guard !rest.starts(with: opening) else { break }
      rest = rest.dropFirst()
    }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in rest.dropFirst(opening.count) {
      if isEscaped {
        isEscaped = false
        continue
      }
      if byte == UInt8(ascii: "\"") { break }
      // An escape counts as a space.
      isEscaped = byte == UInt8(ascii: "\\")
      bytes.append(isEscaped ? UInt8(ascii: " ") : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
