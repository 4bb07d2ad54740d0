/// Finds the parts of a compound.
///
/// Koehn and Knight's idea: a split is as good as the geometric mean of how often its parts are
/// used, and a word is split when that beats the word's own use. Here the use of a part is its
/// corpus count together with the number of listed words that it begins or ends, so that the word
/// list alone can decide when the corpus is small.
struct CompoundSplitter {
  /// The longest word that is looked at, in bytes.
  static let longest = 64
  static let mostParts = 4

  /// Scores are logarithms of counts, in eighths of a doubling.
  struct Weights {
    /// What each part after the first must bring more.
    var part = 20
    /// What the linking s costs.
    var link = 12
    /// What a part of three letters costs.
    var short = 16
    /// How much more often than its parts a word must be used to stay whole: a compound that the
    /// corpus knows is still a compound.
    var whole = 12
    /// The least mean score of a split of a word that is not known itself.
    /// What a head costs that the lexicon has in another form.
    var inflection = 6
    var least = 12
    var leastPart = 3
  }

  private let lexicon: Lexicon
  let table: LexiconTable
  var weights = Weights()

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    table = lexicon.table
  }

  /// The byte ranges of the parts of a folded word, without linking letters; empty when it is no
  /// compound.
  func split(_ word: String) -> [Range<Int>] {
    var word = word
    return word.withUTF8 { split($0) }
  }

  func split(_ word: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let count = word.count
    guard 6...Self.longest ~= count else { return [] }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count + 1) { prefix in
      prefix[0] = 0
      for index in 0..<count { prefix[index + 1] = WordHash.extend(prefix[index], word[index]) }
      let whole = table.entry(prefix[count])
      return withUnsafeTemporaryAllocation(
        of: Path.self, capacity: (count + 1) * Self.mostParts
      ) { paths in
        search(word, prefix, whole, paths)
      }
    }
  }

  /// The best way to reach a place in the word with a number of parts.
  private struct Path {
    var score = Int32.min
    var from: Int32 = 0
    /// Where the last part ends: before the place when an s links.
    var end: Int32 = 0
  }

  private func search(
    _ word: UnsafeBufferPointer<UInt8>, _ prefix: UnsafeMutableBufferPointer<UInt64>,
    _ whole: LexiconEntry, _ paths: UnsafeMutableBufferPointer<Path>
  ) -> [Range<Int>] {
    let count = word.count
    paths.initialize(repeating: Path())
    let powers = WordHash.powers
    func reach(_ place: Int, _ parts: Int, _ score: Int, from: Int, end: Int) {
      let slot = place * Self.mostParts + parts
      if score > paths[slot].score {
        paths[slot] = Path(score: Int32(score), from: Int32(from), end: Int32(end))
      }
    }
    for start in 0...(count - 3) {
      var isReached = start == 0
      for parts in 0..<Self.mostParts - 1 where paths[start * Self.mostParts + parts].score > .min {
        isReached = true
      }
      guard isReached else { continue }
      var end = start + 2
      var shorter = 0
      while end <= count {
        defer { end += 1 }
        if start == 0 && end == count { break }
        if end < count, count - end < 2 { continue }
        if end == count, start > 0, isEnding(word, from: start) { break }
        let entry = table.entry(prefix[end] &- prefix[start] &* powers[end - start])
        let isHead = end == count
        guard entry.isKnown || isHead else {
          shorter = 0
          continue
        }
        var score = isHead ? entry.headLevel : entry.modifierLevel
        if isHead, score < 24, !entry.isNeverPart {
          score = max(score, inflectedHead(word, start, prefix) - weights.inflection)
        }
        // `huwelijks` is `huwelijk` and a link, but `beurs` is not `beur` and a link.
        if !isHead, word[end - 1] == UInt8(ascii: "s"), shorter > entry.level { score = 0 }
        shorter = entry.level
        if score < weights.leastPart { continue }
        if end - start <= 3 { score -= weights.short }
        func extend(_ parts: Int, _ before: Int) {
          reach(end, parts, before + score, from: start, end: end)
          if !isHead, word[end] == UInt8(ascii: "s"), word[end - 1] != UInt8(ascii: "s"),
            end + 1 <= count - 2,
            table.entry(prefix[end + 1] &- prefix[start] &* powers[end + 1 - start]).level
              <= entry.level
          {
            reach(end + 1, parts, before + score - weights.link, from: start, end: end)
          }
        }
        if start == 0 {
          extend(0, 0)
        } else {
          for parts in 0..<Self.mostParts - 1 {
            let before = paths[start * Self.mostParts + parts].score
            if before > .min { extend(parts + 1, Int(before)) }
          }
        }
      }
    }
    return choose(count, whole, paths)
  }

  /// Whether a doubled consonant starts what is only an ending: `gas|sen`, `plan|netje`.
  private func isEnding(_ word: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard word[start] == word[start - 1], word[start + 1] == UInt8(ascii: "e") else { return false }
    let rest = word[(start + 2)...]
    return ["n", "r", "s", "rs", "tje", "tjes", "nd", "nde", "ns", "ring", "ling"].contains {
      rest.elementsEqual($0.utf8)
    }
  }

  /// The level of a head that the lexicon has in another form only: -s, -en, -e and diminutives.
  private func inflectedHead(
    _ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ prefix: UnsafeMutableBufferPointer<UInt64>
  ) -> Int {
    let count = word.count
    var best = 0
    func look(_ hash: UInt64) { best = max(best, table.entry(hash).headLevel) }
    func hash(to end: Int) -> UInt64 {
      prefix[end] &- prefix[start] &* WordHash.powers[end - start]
    }
    /// The head without its last letters, as it stands and as it may be spelled alone.
    func without(_ ending: Int) {
      let end = count - ending
      guard end - start >= 3 else { return }
      let last = word[end - 1]
      look(hash(to: end))
      if last.isVowel { return }
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

  private func choose(
    _ count: Int, _ whole: LexiconEntry, _ paths: UnsafeMutableBufferPointer<Path>
  ) -> [Range<Int>] {
    var best = 0
    var bestScore = Int.min
    for parts in 1..<Self.mostParts {
      let path = paths[count * Self.mostParts + parts]
      guard path.score > .min else { continue }
      let score = Int(path.score) / (parts + 1) - weights.part * (parts - 1)
      if score > bestScore { (best, bestScore) = (parts, score) }
    }
    guard best > 0 else { return [] }
    if whole.isKnown {
      guard bestScore + weights.whole > whole.level else { return [] }
    }
    guard bestScore >= weights.least else { return [] }
    var ranges: [Range<Int>] = []
    var place = count
    for parts in (0...best).reversed() {
      let path = paths[place * Self.mostParts + parts]
      ranges.append(Int(path.from)..<Int(path.end))
      place = Int(path.from)
    }
    if whole.staysWhole, best > 1 || ranges.contains(where: { $0.count < 4 }) || bestScore < 44 {
      return []
    }
    return ranges.reversed()
  }
}
