/// Finds the parts of a compound.
struct CompoundSplitter {
  private let lexicon: Lexicon
  private let table: LexiconTable

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    table = lexicon.table
  }

  /// The byte ranges of the parts of a folded word; empty when it is no compound.
  func split(_ word: String) -> [Range<Int>] {
    []
  }
}
