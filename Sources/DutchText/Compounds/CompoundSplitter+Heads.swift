extension CompoundSplitter {
  /// The level of a head by another form of it that the lexicon has: without -s, -en, -e or the
  /// ending of a diminutive.
  func inflectedHead(
    _ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ prefix: UnsafeMutableBufferPointer<UInt64>
  ) -> Int {
    let count = word.count
    var best = 0
    func look(_ hash: UInt64) { best = max(best, table.entry(hash).headLevel) }
    func hash(to end: Int) -> UInt64 {
      prefix[end] &- prefix[start] &* WordHash.powers[end - start]
    }
    /// Looks up the head without its last letters, as it stands and as it is spelled alone.
    func without(_ ending: Int) {
      let end = count - ending
      guard end - start >= 3 else { return }
      let last = word[end - 1]
      look(hash(to: end))
      if last.isVowel {
        // foto, fotootje
        if last == word[end - 2] { look(hash(to: end - 1)) }
        return
      }
      if last == word[end - 2] {
        look(hash(to: end - 1))
        return
      }
      let written: UInt8 =
        switch last {
        case UInt8(ascii: "v"): UInt8(ascii: "f")
        case UInt8(ascii: "z"): UInt8(ascii: "s")
        default: last
        }
      let stem = hash(to: end - 1)
      if written != last { look(WordHash.extend(stem, written)) }
      if word[end - 2].isSingleVowel, !word[end - 3].isVowel {
        look(WordHash.extend(WordHash.extend(stem, word[end - 2]), written))
      }
    }
    var end = count
    if word[end - 1] == UInt8(ascii: "s") {
      without(1)
      end -= 1
    }
    let last = word[end - 1]
    let ending = count - end
    if last == UInt8(ascii: "n"), word[end - 2] == UInt8(ascii: "e"), ending == 0 {
      without(2)
      without(1)
    } else if last == UInt8(ascii: "e") {
      without(1 + ending)
      if word[end - 2] == UInt8(ascii: "j") {
        without(2 + ending)
        switch word[end - 3] {
        case UInt8(ascii: "t"):
          without(3 + ending)
          if word[end - 4] == UInt8(ascii: "e") { without(4 + ending) }
        case UInt8(ascii: "p"): without(3 + ending)
        case UInt8(ascii: "k"):
          if end - 3 - start >= 2 { look(WordHash.extend(hash(to: end - 3), UInt8(ascii: "g"))) }
        default: break
        }
      }
    }
    return best
  }
}
