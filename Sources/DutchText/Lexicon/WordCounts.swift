import Text

/// How often a corpus uses each word: evidence for splitting compounds.
///
/// ```swift
/// var counts = WordCounts()
/// for text in texts { counts.add(text) }
/// ```
///
/// Several threads count into a value each, and `merge` joins these, in any order.
public struct WordCounts: Sendable {
  private var table = ByteTable()
  private var uses: [Uses] = []

  struct Uses {
    var count = 0
    /// With a capital in the middle of a sentence. A word that mostly has one is a name.
    var capitals = 0
  }

  public init() {}

  public var isEmpty: Bool { uses.isEmpty }

  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(utf8: $0) }
  }

  /// Counts the words of UTF-8 text: about 100 MB a second.
  public mutating func add(utf8: UnsafeBufferPointer<UInt8>) {
    var tokenizer = Tokenizer(utf8)
    var place = Place()
    while tokenizer.next() { add(tokenizer, &place) }
  }

  /// Where in a text the counting is.
  struct Place {
    /// The end of the word before; -1 at the beginning.
    var lastEnd = -1
  }

  /// Counts the word that a tokenizer stands at.
  mutating func add(_ tokenizer: borrowing Tokenizer, _ place: inout Place) {
    guard tokenizer.kind == .word, Self.lengths ~= tokenizer.word.count else { return }
    let isName =
      tokenizer.text[tokenizer.start].isUppercaseLetter && tokenizer.start == place.lastEnd + 1
      && !tokenizer.text[tokenizer.end - 1].isUppercaseLetter
    place.lastEnd = tokenizer.end
    let uses = Uses(count: 1, capitals: isName ? 1 : 0)
    add(tokenizer.word.utf8, hash: tokenizer.word.hash, uses)
    if tokenizer.word.utf8.contains(UInt8(ascii: "-")) { addPieces(tokenizer.word.utf8) }
  }

  /// The pieces of `EU-landen` are words as well.
  private mutating func addPieces(_ word: UnsafeBufferPointer<UInt8>) {
    for piece in word.split(separator: UInt8(ascii: "-")) where Self.lengths ~= piece.count {
      let piece = UnsafeBufferPointer(rebasing: piece)
      add(piece, hash: WordHash.of(piece), Uses(count: 1))
    }
  }

  public mutating func merge(_ other: WordCounts) {
    other.forEach { bytes, hash, uses in add(bytes, hash: hash, uses) }
  }

  /// How often `word`, in folded form, occurs.
  public subscript(word: String) -> Int {
    var word = word
    return word.withUTF8 { bytes in
      table.find(bytes, hash: WordHash.of(bytes)).map { uses[$0].count } ?? 0
    }
  }

  /// All words in folded form with their counts, in the order of their first use.
  public var words: [(word: String, count: Int)] {
    var words: [(word: String, count: Int)] = []
    forEach { bytes, _, uses in words.append((String(decoding: bytes, as: UTF8.self), uses.count)) }
    return words
  }

  /// Longer words are compounds themselves, or no words.
  static let lengths = 2...40

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, _ new: Uses
  ) {
    let (index, isNew) = table.insert(bytes, hash: hash)
    if isNew { uses.append(Uses()) }
    uses[index].count += new.count
    uses[index].capitals += new.capitals
  }

  func forEach(_ body: (UnsafeBufferPointer<UInt8>, UInt64, Uses) -> Void) {
    table.forEach { index, bytes, hash in body(bytes, hash, uses[index]) }
  }
}
