import Text
import Xapian

/// Chooses snippets: whole sentences around the densest matches.
enum SnippetGenerator {
  /// - Parameters:
  ///   - matches: ranges of bytes in `text`, ascending.
  ///   - length: about how many bytes to show.
  static func snippet(
    of text: String, matches: [Range<Int>], length: Int
  ) throws(XapianError) -> Snippet {
    let bytes = Array(text.utf8)
    var range = try window(bytes, matches, length)
    while range.count > 1, bytes[range.upperBound - 1].isSpace {
      range = range.lowerBound..<(range.upperBound - 1)
    }
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
    for first in sentences.indices {
      try StopFlag.check()
      var last = first
      while last + 1 < sentences.count,
        sentences[last + 1].upperBound - sentences[first].lowerBound <= length
      {
        last += 1
      }
      let range = sentences[first].lowerBound..<sentences[last].upperBound
      let count = matches.count {
        $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound
      }
      if count > bestCount { (best, bestCount) = (range, count) }
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
    var start = max(sentence.lowerBound, min(first - length / 4, sentence.upperBound - length))
    while start > sentence.lowerBound, !bytes[start - 1].isSpace { start -= 1 }
    var end = min(start + length, sentence.upperBound)
    while end < sentence.upperBound, !bytes[end].isSpace { end += 1 }
    return start..<end
  }

  /// Ends at a full stop, question mark or exclamation mark before white space and a capital, or
  /// glued to a capital as where line breaks were lost; and at blank lines.
  static func sentences(in bytes: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in bytes.indices {
      guard bytes[index] == 0x2e || bytes[index] == 0x3f || bytes[index] == 0x21 else { continue }
      var next = index + 1
      while next < bytes.count, bytes[next].isSpace { next += 1 }
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
