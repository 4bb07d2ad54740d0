import Text
import Xapian

/// Chooses snippets: whole sentences around the densest matches. Its time grows with the text and the
/// matches, and no faster.
enum SnippetGenerator {
  /// - Parameters:
  ///   - matches: ranges of bytes in `text`, ascending, none over another.
  ///   - required: what is shown before all else, likewise.
  ///   - length: about how many bytes to show.
  static func snippet(
    of text: String, matches: [Range<Int>], required: [Range<Int>] = [], length: Int
  ) throws(XapianError) -> Snippet {
    let bytes = Array(text.utf8)
    let window = try window(bytes, matches, required, length)
    let shown = window.lowerBound..<bytes.trimmed(window).upperBound
    // White space alone is shown as it is.
    let range = shown.isEmpty ? window : shown
    return Snippet(
      runs: Snippet.runs(of: bytes[range], matches: matches), range: range,
      isCutBefore: range.lowerBound > 0,
      isCutAfter: range.upperBound < bytes.count)
  }

  /// Counts ranges, ascending, that lie in a window which only moves on.
  private struct Inside {
    let ranges: [Range<Int>]
    private var from = 0
    private var to = 0

    init(_ ranges: [Range<Int>]) { self.ranges = ranges }

    mutating func count(in window: Range<Int>) -> Int {
      while from < ranges.count, ranges[from].lowerBound < window.lowerBound { from += 1 }
      while to < ranges.count, ranges[to].upperBound <= window.upperBound { to += 1 }
      return max(0, to - from)
    }
  }

  /// The run of sentences of about this length with the most of what is required, then the most
  /// matches; the first of equals.
  private static func window(
    _ bytes: [UInt8], _ matches: [Range<Int>], _ required: [Range<Int>], _ length: Int
  ) throws(XapianError) -> Range<Int> {
    guard bytes.count > length else { return 0..<bytes.count }
    let sentences = joined(sentences(in: bytes), over: required.isEmpty ? matches : required)
    var best = 0..<0
    var bestCount = (-1, -1)
    // The last sentence that fits only moves on.
    var last = 0
    var wanted = Inside(required)
    var found = Inside(matches)
    for first in sentences.indices {
      try StopFlag.check()
      last = max(last, first)
      while last + 1 < sentences.count,
        sentences[last + 1].upperBound - sentences[first].lowerBound <= length
      {
        last += 1
      }
      let range = sentences[first].lowerBound..<sentences[last].upperBound
      let count = (wanted.count(in: range), found.count(in: range))
      if count > bestCount { (best, bestCount) = (range, count) }
    }
    guard best.count > length * 3 / 2 else { return best }
    return cut(best, bytes, required.isEmpty ? matches : required, length)
  }

  /// Sentences as one where a match reaches from one into the next.
  private static func joined(
    _ sentences: [Range<Int>], over matches: [Range<Int>]
  ) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    var next = 0
    for sentence in sentences {
      while next < matches.count, matches[next].upperBound <= sentence.lowerBound { next += 1 }
      if let last = joined.last, next < matches.count,
        matches[next].lowerBound < sentence.lowerBound
      {
        joined[joined.count - 1] = last.lowerBound..<sentence.upperBound
      } else {
        joined.append(sentence)
      }
    }
    return joined
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
