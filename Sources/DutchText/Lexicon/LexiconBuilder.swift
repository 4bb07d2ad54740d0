import Text

/// Compiles a lexicon from a word list and a corpus's own words.
///
/// ```swift
/// var builder = LexiconBuilder()
/// builder.add(wordList: bytes)  // of /usr/share/dict/dutch
/// builder.add(counts)
/// let lexicon = try Lexicon(bytes: builder.compiled())
/// ```
///
/// Either source may be missing. The same words give the same bytes, whatever their order.
public struct LexiconBuilder: Sendable {
  private var table = ByteTable()
  private var words: [Word] = []

  /// What the sources say of a word.
  private struct Word {
    /// In the word list, in lower case.
    var isListed = false
    /// In the word list, with a capital.
    var isListedName = false
    var count = 0
    /// How often it had a capital in the middle of a sentence.
    var capitals = 0
    /// How many known words are this one, perhaps an s, and another known one.
    var begins = 0
    var ends = 0

    var isName: Bool { !isListed && (isListedName || capitals * 2 > count) }

    /// Whether it may be a part. A word that is not listed has to be used often, as slips are not.
    var isPart: Bool { isListed || count >= 20 && !isName }
  }

  public init() {}

  /// Adds words, one a line. What stands there with a capital only is taken for a name.
  public mutating func add(wordList bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer(bytes)
      while tokenizer.next() {
        guard tokenizer.kind == .word, WordCounts.lengths ~= tokenizer.word.count else { continue }
        let index = index(of: tokenizer.word.utf8, tokenizer.word.hash)
        if bytes[tokenizer.start].isUppercaseLetter {
          words[index].isListedName = true
        } else {
          words[index].isListed = true
        }
      }
    }
  }

  /// Adds the words of a corpus.
  public mutating func add(_ counts: WordCounts) {
    counts.forEach { word, hash, uses in
      let index = index(of: word, hash)
      words[index].count += uses.count
      words[index].capitals += uses.capitals
    }
  }

  private mutating func index(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let (index, isNew) = table.insert(word, hash: hash)
    if isNew { words.append(Word()) }
    return index
  }

  /// The bytes that `Lexicon` reads.
  public func compiled() -> [UInt8] {
    var builder = self
    builder.addOldSpellings()
    for form in PartWords.boundForms { _ = builder[form] }
    return builder.compiledAsIs()
  }

  private mutating func addOldSpellings() {
    for (old, new) in OldSpelling.pairs {
      let modern = self[new]
      guard words[modern].isListed || words[modern].count > 1 else { continue }
      let former = self[old]
      words[former].isListed = true
      words[former].count += words[modern].count
    }
  }

  private func find(_ spelling: String) -> Int? {
    var spelling = spelling
    return spelling.withUTF8 { table.find($0, hash: WordHash.of($0)) }
  }

  private subscript(spelling: String) -> Int {
    mutating get {
      var spelling = spelling
      return spelling.withUTF8 { index(of: $0, WordHash.of($0)) }
    }
  }

  private func compiledAsIs() -> [UInt8] {
    var words = words
    countCompounds(&words)
    var entries: [(hash: UInt64, entry: LexiconEntry)] = []
    table.forEach { index, bytes, hash in
      let word = words[index]
      // A word that is not listed and was seen once is as often a slip.
      let spelling = String(decoding: bytes, as: UTF8.self)
      guard
        word.isListed || word.isListedName || word.count > 1
          || PartWords.boundForms.contains(spelling)
      else { return }
      entries.append((WordHash.mix(hash), entry(for: word, spelling)))
    }
    return Self.table(of: entries)
  }

  /// Counts for each word how many others begin or end with it: what makes compounds in general
  /// makes the next one too.
  private func countCompounds(_ words: inout [Word]) {
    var parts = words.map(\.isPart)
    var beginnings = parts
    for word in PartWords.neverParts {
      if let index = find(word) { (parts[index], beginnings[index]) = (false, false) }
    }
    // What a verb particle begins is mostly a verb, and says nothing of compounds.
    for word in PartWords.particles {
      if let index = find(word) { beginnings[index] = false }
    }
    var prefix = [UInt64](repeating: 0, count: WordCounts.lengths.upperBound + 1)
    table.forEach { index, bytes, hash in
      let word = words[index]
      guard word.isListed || word.count > 1, !word.isName, bytes.count >= 6 else { return }
      for (offset, byte) in bytes.enumerated() {
        prefix[offset + 1] = WordHash.extend(prefix[offset], byte)
      }
      for cut in 3...bytes.count - 3 {
        let first = UnsafeBufferPointer(rebasing: bytes[..<cut])
        guard let begin = table.find(first, hash: prefix[cut]), beginnings[begin] else { continue }
        for link in 0...1 where link == 0 || bytes[cut] == UInt8(ascii: "s") {
          let last = UnsafeBufferPointer(rebasing: bytes[(cut + link)...])
          guard last.count >= 3,
            let end = table.find(
              last, hash: hash &- prefix[cut + link] &* WordHash.powers[last.count]),
            parts[end]
          else { continue }
          words[begin].begins += 1
          words[end].ends += 1
        }
      }
    }
  }

  private static let usesPerCompound = 20
  private static let compoundsOfShortPart = 3

  /// Whether the word is a third person or a past tense of a listed verb: `hinkt`, `temde`.
  private func isVerbForm(_ spelling: String) -> Bool {
    let bytes = Array(spelling.utf8)
    for ending in ["t", "te", "ten", "de", "den"] where bytes.ends(with: ending) {
      let stem = bytes.dropping(ending.utf8.count)
      guard stem.count >= 3, isListed(stem) else { continue }
      if stem.inflected(with: "en").contains(where: isListed) { return true }
    }
    return false
  }

  private func isListed(_ word: [UInt8]) -> Bool {
    word.withUnsafeBufferPointer { table.find($0, hash: WordHash.of($0)) }
      .map { words[$0].isListed } ?? false
  }

  private func entry(for word: Word, _ spelling: String) -> LexiconEntry {
    var modifier = 0
    var head = 0
    if word.isPart, spelling.utf8.count >= 3 || PartWords.short.contains(spelling) {
      // A word that is much used but hardly in compounds is hardly a part.
      modifier = min(word.count, Self.usesPerCompound * word.begins + 2) + word.begins
      head = min(word.count, Self.usesPerCompound * word.ends + 2) + word.ends
      // Three letters are a word by chance more often than not.
      if spelling.utf8.count == 3 {
        if word.begins < Self.compoundsOfShortPart { modifier = 0 }
        if word.ends < Self.compoundsOfShortPart { head = 0 }
      } else if word.ends == 0, isVerbForm(spelling) {
        head = 0
      }
    }
    if word.isListed, spelling.utf8.count >= 5 {
      modifier = max(modifier, 1)
      if !isVerbForm(spelling) { head = max(head, 1) }
    }
    if word.isName, spelling.utf8.count >= 4 {
      modifier = word.count + (spelling.utf8.count - 4) * 3
    }
    // Most words are in none of the lists: one look says so for all.
    guard PartWords.special.contains(spelling) else {
      return LexiconEntry(
        whole: word.count, modifier: modifier, head: head, staysWhole: word.isName,
        isNeverPart: false)
    }
    if PartWords.combiningForms.contains(spelling) { modifier = max(modifier, 200) }
    if PartWords.boundHeads.contains(spelling) { head = max(head, 100) }
    if PartWords.neverModifiers.contains(spelling) { modifier = 0 }
    if PartWords.neverHeads.contains(spelling) { head = 0 }
    if PartWords.placeWords.contains(spelling) {
      modifier = 1
      if !PartWords.endingPlaceWords.contains(spelling) { head = 0 }
    }
    // Used more than any parts can be.
    let whole = PartWords.wholeWords.contains(spelling) ? Int(UInt32.max) : word.count
    return LexiconEntry(
      whole: whole, modifier: modifier, head: head,
      staysWhole: word.isName,
      isNeverPart: PartWords.neverParts.contains(spelling))
  }

  private static func table(of entries: [(hash: UInt64, entry: LexiconEntry)]) -> [UInt8] {
    let capacity = 64 + entries.count * 4 / 3
    var slots = [UInt64](repeating: 0, count: capacity)
    // In the order of the hashes, so that the order of adding leaves no trace.
    for (hash, entry) in entries.sorted(by: { $0.hash < $1.hash }) {
      var slot = LexiconTable.place(of: hash, in: capacity)
      while slots[slot] != 0 { slot = slot + 1 == capacity ? 0 : slot + 1 }
      slots[slot] = hash & ~0xFF_FFFF | UInt64(entry.bits)
    }
    let fingerprint = slots.reduce(UInt64(capacity)) { WordHash.mix($0 ^ $1) }
    let header = [Lexicon.Layout.magic, UInt64(capacity), fingerprint]
    return (header + slots).withUnsafeBytes(Array.init)
  }
}
