import Text

/// Cuts a text without structure into passages of whole sentences, about as long as those of written
/// questions are.
enum SentencePassages {
  /// From here on a passage ends with its paragraph, and from there with its sentence, in bytes.
  private static let shortest = 200
  private static let usual = 450
  /// No sentence is so long: what is without ends of sentences, as a table, is cut between lines, and
  /// at last between words.
  private static let longestSentence = 4_000
  private static let longest = 16_000

  /// Ranges of the text without white space around, in order; all that is not white space is in one.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      var range = start..<end
      while let first = range.first, bytes[first].isSpace { range = (first + 1)..<end }
      while let last = range.last, bytes[last].isSpace { range = range.lowerBound..<last }
      if !range.isEmpty { ranges.append(range) }
      start = end
    }
    while index < bytes.count {
      guard bytes[index].isSpace else {
        index += 1
        continue
      }
      // White space between two words: what it parts depends on these and on its lines.
      let end = index
      var lineEnds = 0
      while index < bytes.count, bytes[index].isSpace {
        lineEnds += bytes[index] == UInt8(ascii: "\n") ? 1 : 0
        index += 1
      }
      guard end > start, index < bytes.count else { continue }
      let length = end - start
      let isSentence = endsSentence(bytes, at: end) && beginsSentence(bytes, at: index)
      let isParagraph = lineEnds > 1 && (isSentence || !isLowercase(bytes, at: index))
      let isHeading = lineEnds > 0 && isHeading(bytes, from: index)
      let isLine = lineEnds > 0 && !isLowercase(bytes, at: index)
      if isHeading || isParagraph && length >= shortest
        || (isSentence || isParagraph) && length >= usual
        || isLine && length >= longestSentence || length >= longest
      {
        close(at: end)
      }
    }
    close(at: bytes.count)
    return ranges
  }

  /// A line "Vraag 3" or "Antwoord 3".
  private static func isHeading(_ bytes: [UInt8], from start: Int) -> Bool {
    guard "vVaA".utf8.contains(bytes[start]) else { return false }
    let line = bytes[start...].prefix(80).prefix { $0 != UInt8(ascii: "\n") }
    return LineRole.isHeading(String(decoding: line, as: UTF8.self))
  }

  /// - Parameter end: behind the last byte of a word.
  private static func endsSentence(_ bytes: [UInt8], at end: Int) -> Bool {
    var last = end - 1
    // Quotes and brackets behind the stop.
    while last > 0, "\"')]".utf8.contains(bytes[last]) { last -= 1 }
    while last > 2, bytes[last] >= 0x80, isQuote(bytes, endingAt: last) {
      last -= bytes[last - 1] == 0xc2 ? 2 : 3
    }
    switch bytes[last] {
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return true
    case UInt8(ascii: "."): break
    default: return false
    }
    var first = last
    while first > 0, bytes[first - 1].isLetter || bytes[first - 1].isDigit { first -= 1 }
    let word = bytes[first..<last]
    if word.isEmpty { return last > 0 && !bytes[last - 1].isSpace }
    if word.allSatisfy(\.isDigit) {
      // The number of an item.
      return word.count > 3 || first > 0 && bytes[first - 1] != UInt8(ascii: "\n")
    }
    let isInitial = word.count == 1 && !word.allSatisfy(\.isDigit)
    return !isInitial && !abbreviations.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// ” ’ » at the end of a word.
  private static func isQuote(_ bytes: [UInt8], endingAt last: Int) -> Bool {
    bytes[last] == 0xbb && bytes[last - 1] == 0xc2
      || bytes[last - 2] == 0xe2 && bytes[last - 1] == 0x80
  }

  /// A capital, a number, a quote, or any sign: all but a small letter.
  private static func beginsSentence(_ bytes: [UInt8], at start: Int) -> Bool {
    !isLowercase(bytes, at: start)
  }

  private static func isLowercase(_ bytes: [UInt8], at start: Int) -> Bool {
    if bytes[start] < 0x80 { return bytes[start].isLowercaseLetter }
    // à to ÿ.
    return bytes[start] == 0xc3 && start + 1 < bytes.count && bytes[start + 1] >= 0xa0
  }

  /// With a stop that ends no sentence.
  private static let abbreviations: Set<String> = [
    "nr", "nrs", "art", "artt", "blz", "pag", "dhr", "mevr", "mw", "dr", "drs", "prof", "ir", "ing",
    "mr", "bv", "bijv", "resp", "ca", "incl", "excl", "vgl", "zgn", "par", "st", "no", "afd",
    "hfst",
    "tel", "cf", "jl", "ll", "vb", "max", "min", "gem", "div", "evt", "betr",
  ]
}
