/// Joins a word list and the words of a corpus into the compiled form that `Lexicon` maps.
///
/// ```swift
/// var builder = LexiconBuilder()
/// builder.add(wordList: try String(contentsOfFile: "/usr/share/dict/dutch", encoding: .utf8).utf8)
/// builder.add(counts)
/// let lexicon = try Lexicon(bytes: builder.compiled())
/// ```
///
/// The same input gives the same bytes, so that their hash identifies it.
public struct LexiconBuilder {
  private var words: [String: (count: Int, isListed: Bool, isName: Bool)] = [:]
  private var totalCount = 0

  public init() {}

  /// Adds a word list's bytes: one word a line, names with a capital.
  public mutating func add(wordList bytes: [UInt8]) {
    words.reserveCapacity(words.count + bytes.count / 10)
    bytes.withUnsafeBufferPointer { bytes in
      var token = RawToken()
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let line = UnsafeBufferPointer(rebasing: line)
        var tokenizer = Tokenizer(line)
        guard tokenizer.next(into: &token), token.start == 0, token.end == line.count,
          token.kind == .word, token.word.count >= 2
        else { continue }
        let isName = line[0].isUppercaseASCII
        let word = String(decoding: token.word, as: UTF8.self)
        let known = words[word]
        words[word] = (
          known?.count ?? 0, true, isName && (known.map { !$0.isListed || $0.isName } ?? true)
        )
      }
    }
  }

  public mutating func add(_ counts: WordCounts) {
    for (word, count) in counts.counts {
      let known = words[word]
      words[word] = ((known?.count ?? 0) + count, known?.isListed ?? false, known?.isName ?? false)
      totalCount += count
    }
  }

  public func compiled() -> [UInt8] {
    // Sorted, since a dictionary's order differs from run to run.
    let sorted = words.filter { $0.key.utf8.count < 256 }.sorted { $0.key < $1.key }
    var tableSize = 16
    while tableSize < sorted.count * 2 { tableSize *= 2 }
    var table = [UInt32](repeating: 0, count: tableSize)
    var blob: [UInt8] = []
    for (word, entry) in sorted {
      var slot = Int(truncatingIfNeeded: Lexicon.hash(word.utf8)) & (tableSize - 1)
      while table[slot] != 0 { slot = (slot + 1) & (tableSize - 1) }
      table[slot] = UInt32(Lexicon.headerSize + tableSize * 4 + blob.count)
      blob.append(littleEndian: UInt32(clamping: entry.count))
      blob.append((entry.isListed ? 1 : 0) | (entry.isName ? 2 : 0))
      blob.append(UInt8(word.utf8.count))
      blob.append(contentsOf: word.utf8)
    }
    var bytes = Lexicon.mark
    bytes.append(littleEndian: UInt32(tableSize))
    bytes.append(littleEndian: UInt32(sorted.count))
    bytes.append(littleEndian: UInt32(truncatingIfNeeded: totalCount))
    bytes.append(littleEndian: UInt32(truncatingIfNeeded: totalCount >> 32))
    for offset in table { bytes.append(littleEndian: offset) }
    return bytes + blob
  }
}

/// How often a corpus has each word, folded. Counted apart in several tasks, then merged.
public struct WordCounts: Sendable {
  private(set) var counts: [String: Int] = [:]

  public init() {}

  public var isEmpty: Bool { counts.isEmpty }

  /// Counts the words of a text, not its numbers and addresses.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var tokenizer = Tokenizer(bytes)
      var token = RawToken()
      while tokenizer.next(into: &token) {
        guard token.kind == .word else { continue }
        counts[String(decoding: token.word, as: UTF8.self), default: 0] += 1
        // The pieces of "EU-landen" are words as well.
        for piece in token.hyphenPieces where piece.count >= 2 {
          counts[String(decoding: token.word[piece], as: UTF8.self), default: 0] += 1
        }
      }
    }
  }

  public mutating func merge(_ other: WordCounts) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: UInt32) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
