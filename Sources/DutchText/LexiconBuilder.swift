/// Compiles a lexicon from a word list and a corpus's own words.
///
/// ```swift
/// var builder = LexiconBuilder()
/// try builder.addWordList(path: LexiconBuilder.systemWordList)
/// builder.add(counts)
/// let lexicon = builder.build()
/// ```
///
/// Either source may be missing. The result depends on the words alone, not on their order.
public struct LexiconBuilder: Sendable {
  /// Where Debian's `wdutch` puts the word list of OpenTaal.
  public static let systemWordList = "/usr/share/dict/dutch"

  private var table = ByteTable()
  private var bits: [UInt32] = []
  private var counts = WordCounts()

  public init() {}

  /// Adds a file with one word a line.
  public mutating func addWordList(path: String) throws(LexiconError) {
    let file = try FileBytes(path: path)
    add(wordList: file.bytes.assumingMemoryBound(to: UInt8.self))
  }

  /// Adds words, one a line. What stands there with a capital only is taken for a name.
  public mutating func addWordList(utf8: [UInt8]) {
    utf8.withUnsafeBufferPointer { add(wordList: $0) }
  }

  private mutating func add(wordList bytes: UnsafeBufferPointer<UInt8>) {
    var tokenizer = Tokenizer(bytes)
    while tokenizer.next() {
      guard tokenizer.kind == .word, WordCounts.lengths ~= tokenizer.word.count else { continue }
      let first = bytes[tokenizer.start]
      let isName = first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
      mark(
        tokenizer.word.utf8, tokenizer.word.hash, isName ? LexiconEntry.name : LexiconEntry.listed)
    }
  }

  /// Adds the words of a corpus.
  public mutating func add(_ counts: WordCounts) {
    self.counts.merge(counts)
  }

  private mutating func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ flag: UInt32) {
    let (index, isNew) = table.insert(bytes, hash: hash)
    if isNew { bits.append(flag) } else { bits[index] |= flag }
  }

  /// Compiles what was added.
  public func build() -> Lexicon {
    var entries: [(hash: UInt64, bits: UInt32)] = []
    table.forEach { index, word, hash in
      entries.append((WordHash.mix(hash), bits[index] | level(of: word, hash)))
    }
    counts.forEach { word, hash, count in
      // A word seen once that no list knows is as often a slip as a word.
      guard count > 1, table.find(word, hash: hash) == nil else { return }
      entries.append((WordHash.mix(hash), LexiconEntry.level(ofCount: count)))
    }
    return Lexicon(compiled: Self.compile(entries))
  }

  private func level(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt32 {
    LexiconEntry.level(ofCount: counts.count(of: word, hash: hash))
  }

  private static func compile(_ entries: [(hash: UInt64, bits: UInt32)]) -> [UInt8] {
    var capacity = 64
    while capacity * 2 < entries.count * 3 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    // In the order of the hashes, so that the order of adding leaves no trace.
    for entry in entries.sorted(by: { $0.hash < $1.hash }) {
      var slot = Int(truncatingIfNeeded: entry.hash) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = entry.hash & ~0xFF_FFFF | UInt64(entry.bits)
    }
    var fingerprint: UInt64 = UInt64(capacity)
    for slot in slots { fingerprint = WordHash.mix(fingerprint ^ slot) }
    let header = [Lexicon.Layout.magic, UInt64(capacity), fingerprint]
    return (header + slots).withUnsafeBytes(Array.init)
  }
}
