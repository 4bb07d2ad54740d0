/// How often a corpus uses each word: evidence for splitting compounds.
///
/// ```swift
/// var counts = WordCounts()
/// for document in documents { counts.add(document.text) }
/// ```
///
/// Count in several threads with a value each, then `merge` them; the order does not matter.
public struct WordCounts: Sendable {
  private var table = ByteTable()
  private var counts: [UInt32] = []

  public init() {}

  /// How many different words were counted.
  public var distinct: Int { counts.count }

  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(utf8: $0) }
  }

  /// Counts the words of UTF-8 text: about 100 MB a second.
  public mutating func add(utf8: UnsafeBufferPointer<UInt8>) {
    var tokenizer = Tokenizer(utf8)
    while tokenizer.next() {
      guard tokenizer.kind == .word, Self.lengths ~= tokenizer.word.count else { continue }
      add(tokenizer.word.utf8, hash: tokenizer.word.hash, count: 1)
    }
  }

  public mutating func merge(_ other: WordCounts) {
    other.forEach { bytes, hash, count in add(bytes, hash: hash, count: count) }
  }

  /// How often `word`, in folded form, occurs.
  public subscript(word: String) -> Int {
    var word = word
    return word.withUTF8 { bytes in
      Int(count(of: bytes, hash: WordHash.of(bytes)))
    }
  }

  func count(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32 {
    table.find(word, hash: hash).map { counts[$0] } ?? 0
  }

  /// Longer words are compounds themselves, or no words.
  static let lengths = 2...40

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, count: UInt32) {
    let (index, isNew) = table.insert(bytes, hash: hash)
    if isNew {
      counts.append(count)
    } else {
      counts[index] =
        counts[index].addingReportingOverflow(count).overflow
        ? .max : counts[index] + count
    }
  }

  func forEach(_ body: (UnsafeBufferPointer<UInt8>, UInt64, UInt32) -> Void) {
    table.forEach { index, bytes, hash in body(bytes, hash, counts[index]) }
  }
}
