/// Finds the parts of a compound.
///
/// After Koehn and Knight: the score of a split is the geometric mean of how often its parts are
/// used, and a word is split when that beats the word's own use. Here the number of listed words
/// that a part begins or ends counts as use too, so that the word list alone can decide when the
/// corpus is small.
struct CompoundSplitter {
  /// Longer words, in bytes, are not split.
  static let longest = 64
  static let mostParts = 4

  /// Scores are levels of `LexiconEntry`: logarithms of counts, eight to a doubling. The numbers
  /// were chosen on two thirds of a list of compounds and checked on the last third.
  struct Weights {
    /// By how much each part after the second must raise the score.
    var part = 20
    /// Taken off for a linking s.
    var link = 12
    /// Taken off for a part of three letters.
    var short = 16
    /// Taken off for a head that the lexicon knows in another form only.
    var inflection = 6
    /// The least score of a split.
    var least = 8
    /// The least level of a part. Words that are never parts are below it.
    var leastPart = 3
    /// The least level of a part when the corpus has the whole word.
    var leastPartOfUsed = 16
  }

  private let lexicon: Lexicon
  let table: LexiconTable
  var weights = Weights()

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    table = lexicon.table
  }

  /// Whether the word begins known compounds.
  func isModifier(_ word: String) -> Bool {
    let entry = table.entry(word)
    return entry.modifierLevel > 8 && !entry.isNeverPart
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
    /// Where the last part ends: one byte before the place when an s links.
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
        shorter = entry.isNeverPart ? 0 : entry.level
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
    return choose(word, prefix, whole, paths)
  }

  /// Whether the word is a prefix before a known word, so that a longer first part would cut into
  /// that word: `betreden` is `be|treden`, not `bet|reden`.
  private func hidesPrefix(
    _ word: UnsafeBufferPointer<UInt8>, _ prefix: UnsafeMutableBufferPointer<UInt64>,
    _ first: Range<Int>
  ) -> Bool {
    guard first.upperBound <= 6 else { return false }
    for syllable in PartWords.prefixes where first.upperBound > syllable.count {
      guard word.starts(with: syllable) else { continue }
      let rest =
        prefix[word.count] &- prefix[syllable.count]
        &* WordHash.powers[word.count - syllable.count]
      if table.entry(rest).isKnown { return true }
    }
    return false
  }

  /// Whether only a doubled consonant and an ending are left: `gas|sen`, `plan|netje`.
  private func isEnding(_ word: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard word[start] == word[start - 1], word[start + 1] == UInt8(ascii: "e") else { return false }
    let rest = word[(start + 2)...]
    return ["n", "r", "s", "rs", "tje", "tjes", "nd", "nde", "ns", "ring", "ling"].contains {
      rest.elementsEqual($0.utf8)
    }
  }

  private func choose(
    _ word: UnsafeBufferPointer<UInt8>, _ prefix: UnsafeMutableBufferPointer<UInt64>,
    _ whole: LexiconEntry, _ paths: UnsafeMutableBufferPointer<Path>
  ) -> [Range<Int>] {
    let count = word.count
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
      guard bestScore > whole.level else { return [] }
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
    if whole.isKnown, let first = ranges.last, hidesPrefix(word, prefix, first) { return [] }
    // A word that the corpus has is split only where every part is a common one: not `vak|antie`.
    if whole.level > 0 {
      let least = weights.leastPartOfUsed
      for (index, range) in ranges.enumerated() {
        let entry = table.entry(
          prefix[range.upperBound] &- prefix[range.lowerBound] &* WordHash.powers[range.count])
        var level = index == 0 ? entry.headLevel : entry.modifierLevel
        if index == 0, level < least {
          level = inflectedHead(word, range.lowerBound, prefix) - weights.inflection
        }
        if level < least + (range.count <= 3 ? weights.short : 0) { return [] }
      }
    }
    return ranges.reversed()
  }
}
