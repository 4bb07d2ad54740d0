import Glibc

/// Finds the words that a Dutch compound is made of: `inburgeringswetgeving` = `inburgering` + s +
/// `wetgeving`.
///
/// Among all ways to cut a word into known words with linking letters between them it takes the one
/// whose words are the most frequent by geometric mean (Koehn and Knight, 2003), if these are
/// frequent enough against the word itself.
struct CompoundSplitter {
  struct Piece: Hashable {
    /// Bytes of the folded word, linking letters included.
    var range: Range<Int>
    /// How many of these are linking letters.
    var linkLength: Int
    /// The word without them.
    var core: Range<Int> { range.lowerBound..<(range.upperBound - linkLength) }
  }

  private static let shortestWord = 6
  private static let shortestPart = 3
  private static let longestWord = 60
  /// Added to each count, so that a listed word that the corpus lacks still has a probability.
  private static let listedCount = 0.5
  /// What a further part costs, as a logarithm: fewer, longer parts win.
  private static let partCost = 2.0

  private let lexicon: Lexicon

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The pieces of a compound in order; empty when the word stays whole.
  func pieces(of word: UnsafeBufferPointer<UInt8>) -> [Piece] {
    let count = word.count
    guard count >= Self.shortestWord, count <= Self.longestWord,
      !Exceptions.wholeWords.contains(String(decoding: word, as: UTF8.self))
    else { return [] }
    let whole = lexicon.entry(of: word[...])
    if whole?.isName == true { return [] }
    // The best way to cover the first bytes: its cost, its last piece.
    var best: [(cost: Double, piece: Piece)?] = Array(repeating: nil, count: count + 1)
    for start in 0...(count - Self.shortestPart) {
      guard let before = start == 0 ? 0 : best[start]?.cost else { continue }
      for end in stride(from: count, through: start + Self.shortestPart, by: -1) {
        guard !(start == 0 && end == count),
          let cost = cost(of: word[start..<end], isFirst: start == 0, isLast: end == count)
        else { continue }
        for link in links(after: end, in: word, part: word[start..<end]) {
          let next = end + link
          guard next == count ? link == 0 : count - next >= Self.shortestPart else { continue }
          let total = before + cost + Self.partCost
          if best[next].map({ total < $0.cost }) ?? true {
            best[next] = (total, Piece(range: start..<next, linkLength: link))
          }
        }
      }
    }
    guard best[count] != nil else { return [] }
    var pieces: [Piece] = []
    var end = count
    while end > 0, let piece = best[end]?.piece {
      pieces.append(piece)
      end = piece.range.lowerBound
    }
    pieces.reverse()
    return isWorth(pieces, word, whole: whole) ? pieces : []
  }

  /// Minus the logarithm of the part's frequency; nil where it cannot be a part.
  private func cost(
    of part: Slice<UnsafeBufferPointer<UInt8>>, isFirst: Bool, isLast: Bool
  ) -> Double? {
    guard let entry = lexicon.entry(of: part) else { return nil }
    let text = String(decoding: part, as: UTF8.self)
    guard !Exceptions.neverParts.contains(text),
      !(isFirst && Exceptions.neverFirst.contains(text)),
      !(isLast && Exceptions.neverLast.contains(text))
    else { return nil }
    guard !entry.isName, entry.isListed || entry.count >= 20 else { return nil }
    if part.count == Self.shortestPart, !Exceptions.shortParts.contains(text) { return nil }
    let frequency = Double(entry.count) + (entry.isListed ? Self.listedCount : 0)
    return -log(frequency / Double(max(lexicon.totalCount, 1_000)))
  }

  /// How many linking letters can follow a part: none, s, e, en, n, er.
  private func links(
    after end: Int, in word: UnsafeBufferPointer<UInt8>, part: Slice<UnsafeBufferPointer<UInt8>>
  ) -> [Int] {
    var lengths = [0]
    guard end < word.count else { return lengths }
    if word[end] == UInt8(ascii: "s") { lengths.append(1) }
    if word[end] == UInt8(ascii: "e") {
      lengths.append(1)
      if end + 1 < word.count,
        word[end + 1] == UInt8(ascii: "n") || word[end + 1] == UInt8(ascii: "r")
      {
        lengths.append(2)
      }
    }
    if word[end] == UInt8(ascii: "n"), part.last == UInt8(ascii: "e") { lengths.append(1) }
    return lengths
  }

  /// Whether the parts are likelier than that the word is one.
  private func isWorth(
    _ pieces: [Piece], _ word: UnsafeBufferPointer<UInt8>, whole: Lexicon.Entry?
  ) -> Bool {
    guard pieces.count >= 2 else { return false }
    guard let whole, whole.count > 0 else { return true }
    let frequencies = pieces.map { piece in
      Double(lexicon.entry(of: word[piece.core])?.count ?? 0) + Self.listedCount
    }
    let mean = exp(frequencies.map { log($0) }.reduce(0, +) / Double(pieces.count))
    return mean * 4 > Double(whole.count)
  }
}
