import Text

/// Finds where a text names another written question by number.
enum ReferenceFinder {
  /// "schriftelijke vraag nr. 181 van 7 februari 2022", "parlementaire vraag nr.  1861 d.d. …".
  static func references(in text: String) -> [Reference] {
    guard mayName(text) else { return [] }
    let words = text.split(whereSeparator: \.isWhitespace)
    var found: [Reference] = []
    for index in words.indices where isNumberSign(words[index]) {
      let before = words[max(0, index - 3)..<index]
      // "(Vragen en Antwoorden, Kamer, nr. 88)" is a page of the bulletin.
      guard before.contains(where: isQuestionWord), index + 1 < words.endIndex,
        !before.contains(where: { $0.lowercased().hasPrefix("antwoorden") })
      else { continue }
      let number = words[index + 1].prefix { $0.isNumber || $0 == "-" || $0 == "/" }
      guard number.contains(where: \.isNumber), number.count <= 12 else { continue }
      let reference = Reference(
        number: String(number), date: date(in: words[(index + 2)...].prefix(6)))
      if !found.contains(reference) { found.append(reference) }
    }
    return found
  }

  /// Whether "vra" stands not far before a word that begins as `nr.` or `nummer` do, in bytes:
  /// cutting every text into words took a sixth of the time of a build.
  private static func mayName(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      // Three words are shorter.
      let farthest = 200
      var lastQuestion = -farthest
      // Lower case, as far as the letters looked for go.
      var (beforeLast, last) = (UInt8(ascii: " "), UInt8(ascii: " "))
      for (index, byte) in bytes.enumerated() {
        let current = byte | 0x20
        if last == UInt8(ascii: "n"), current == UInt8(ascii: "r") || current == UInt8(ascii: "u"),
          !beforeLast.isLowercaseLetter, index - lastQuestion < farthest
        {
          return true
        }
        if beforeLast == UInt8(ascii: "v"), last == UInt8(ascii: "r"), current == UInt8(ascii: "a")
        {
          lastQuestion = index
        }
        (beforeLast, last) = (last, current)
      }
      return false
    }
  }

  private static func isNumberSign(_ word: Substring) -> Bool {
    switch word.lowercased() {
    case "nr.", "nr", "nummer", "nrs.": true
    default: false
    }
  }

  private static func isQuestionWord(_ word: Substring) -> Bool {
    let letters = word.lowercased().trimming { !$0.isLetter }
    return letters.hasSuffix("vraag") || letters.hasSuffix("vragen")
  }

  /// The date that directly follows, after "van" or "d.d.".
  private static func date(in words: ArraySlice<Substring>) -> CalendarDate? {
    var rest = words
    while let first = rest.first,
      ["van", "d.d.", "dd.", "dd", "(d.d.", "(", "(van"].contains(first.lowercased())
    {
      rest = rest.dropFirst()
    }
    let clean = rest.prefix(3).map { $0.trimming { !$0.isLetter && !$0.isNumber } }
    if let first = clean.first, let date = CalendarDate(parsing: first) { return date }
    return CalendarDate(parsing: clean.joined(separator: " "))
  }
}
