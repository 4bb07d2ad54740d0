import Text
import Xapian

/// Chooses snippets: whole sentences around the densest matches. Its time grows with the text and the
/// matches, and no faster.
enum SnippetGenerator {
  /// - Parameters:
  ///   - matches: ranges of bytes in `text`, ascending, none over another.
  ///   - length: about how many bytes to show.
  static func snippet(
    of text: String, matches: [Range<Int>], length: Int
  ) throws(XapianError) -> Snippet {
    let bytes = Array(text.utf8)
    let window = try window(bytes, matches, length)
    let shown = window.lowerBound..<bytes.trimmed(window).upperBound
    // White space alone is shown as it is.
    let range = shown.isEmpty ? window : shown
    return Snippet(
      runs: Snippet.runs(of: bytes[range], matches: matches), range: range,
      isCutBefore: range.lowerBound > 0,
      isCutAfter: range.upperBound < bytes.count)
  }

  /// The run of sentences of about this length with the most matches; the first of equals.
  private static func window(
    _ bytes: [UInt8], _ matches: [Range<Int>], _ length: Int
  ) throws(XapianError) -> Range<Int> {
    guard bytes.count > length else { return 0..<bytes.count }
    let sentences = sentences(in: bytes)
    var best = 0..<0
    var bestCount = -1
    // The last sentence that fits, and the matches from the first one in it up to the first one
    // behind it, only move on.
    var last = 0
    var inside = 0..<0
    for first in sentences.indices {
      try StopFlag.check()
      last = max(last, first)
      while last + 1 < sentences.count,
        sentences[last + 1].upperBound - sentences[first].lowerBound <= length
      {
        last += 1
      }
      let range = sentences[first].lowerBound..<sentences[last].upperBound
      var (from, to) = (inside.lowerBound, inside.upperBound)
      while from < matches.count, matches[from].lowerBound < range.lowerBound { from += 1 }
      while to < matches.count, matches[to].upperBound <= range.upperBound { to += 1 }
      inside = from..<max(from, to)
      if inside.count > bestCount { (best, bestCount) = (range, inside.count) }
    }
    guard best.count > length * 3 / 2 else { return best }
    return cut(best, bytes, matches, length)
  }

  /// A window of words inside one long sentence, from a little before its first match.
  private static func cut(
    _ sentence: Range<Int>, _ bytes: [UInt8], _ matches: [Range<Int>], _ length: Int
  ) -> Range<Int> {
    let first =
      matches.first { sentence.contains($0.lowerBound) }?.lowerBound ?? sentence.lowerBound
    let start = max(sentence.lowerBound, min(first - length / 4, sentence.upperBound - length))
    // What goes on without a space is cut between two characters.
    let longestWord = max(length / 2, 50)
    var begin = start
    while begin > sentence.lowerBound, start - begin < longestWord,
      bytes.spaceLength(before: begin) == 0
    {
      begin -= 1
    }
    var end = min(start + length, sentence.upperBound)
    let limit = min(end + longestWord, sentence.upperBound)
    while end < limit, bytes.spaceLength(at: end) == 0 { end += 1 }
    while begin > sentence.lowerBound, UTF8.isContinuation(bytes[begin]) { begin -= 1 }
    while end < sentence.upperBound, UTF8.isContinuation(bytes[end]) { end += 1 }
    return begin..<end
  }

  /// Ends at a full stop, question mark or exclamation mark before white space and a capital, or
  /// glued to a capital as where line breaks were lost.
  static func sentences(in bytes: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in bytes.indices {
      guard bytes[index] == 0x2e || bytes[index] == 0x3f || bytes[index] == 0x21 else { continue }
      var next = index + 1
      while true {
        let length = bytes.spaceLength(at: next)
        guard length > 0 else { break }
        next += length
      }
      guard next < bytes.count, bytes[next].isUppercaseLetter, !isInitial(bytes, at: index) else {
        continue
      }
      sentences.append(start..<next)
      start = next
    }
    if start < bytes.count { sentences.append(start..<bytes.count) }
    return sentences
  }

  /// "J. Janssens", "nr. 5": the full stop belongs to what stands before it.
  private static func isInitial(_ bytes: [UInt8], at stop: Int) -> Bool {
    stop >= 1 && bytes[stop - 1].isUppercaseLetter && (stop == 1 || !bytes[stop - 2].isLetter)
  }
}
