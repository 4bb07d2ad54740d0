/// Finds the stem of a word: its base form where the lexicon tells it, of a compound that of its
/// last part behind the others, else what the general stemmer makes of it.
struct WordStemmer {
  private let bases: BaseForms
  private let splitter: CompoundSplitter
  private let table: LexiconTable
  private let general: any Stemmer

  init(splitter: CompoundSplitter, general: any Stemmer) {
    self.splitter = splitter
    table = splitter.table
    bases = BaseForms(splitter.table)
    self.general = general
  }

  func stem(_ word: String) -> String {
    if PartWords.functionWords.contains(word) { return word }
    let bytes = Array(word.utf8)
    if let base = bases.base(of: bytes) {
      let text = String(decoding: base, as: UTF8.self)
      return base == bytes || isKnown(base) ? text : generalStem(text)
    }
    if let head = splitter.split(word).last {
      let rest = bytes[..<head.lowerBound]
      let stem = stem(String(decoding: bytes[head], as: UTF8.self))
      return String(decoding: rest, as: UTF8.self) + stem
    }
    return bytes.count < 4 || isKnown(bytes) ? word : generalStem(word)
  }

  /// Kraaij-Pohlmann takes away every ge-, also in `gezondheidsapps` and `vertegenwoordiger`. Where
  /// it did, only what stands behind the ge- is stemmed.
  private func generalStem(_ word: String) -> String {
    let stem = general.stem(word)
    let common = zip(word.utf8, stem.utf8).prefix { $0 == $1 }.count
    guard common + 3 < stem.utf8.count else { return stem }
    let tail = word.utf8.dropFirst(common + 2)
    guard let text = String(tail), tail.count > 3 else { return word }
    return String(word.dropLast(text.count)) + general.stem(text)
  }

  private func isKnown(_ word: [UInt8]) -> Bool { table.entry(WordHash.of(word)).isKnown }
}
