import Text

/// Finds definitions of abbreviations in running text: "de Interministeriële Conferentie (IMC)".
///
/// After Schwartz and Hearst: the words before the parenthesis have the letters of the abbreviation
/// in their order. Here each word has to give its first letter, small words aside, so that few fit
/// by chance.
public enum Abbreviations {
  public struct Definition: Sendable, Hashable {
    /// As written: `IMC`.
    public let short: String
    /// As written: `Interministeriële Conferentie`.
    public let long: String
  }

  private static let shortest = 2
  private static let longest = 8

  /// The words begin at most so many bytes before the parenthesis.
  private static let reach = 200

  /// The definitions in their order.
  public static func definitions(in text: String) -> [Definition] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [Definition] = []
      var index = 0
      while let open = bytes[index...].firstIndex(of: UInt8(ascii: "(")) {
        index = open + 1
        let end = min(bytes.count, index + longest * 2)
        guard let close = bytes[index..<end].firstIndex(of: UInt8(ascii: ")")) else { continue }
        let short = String(decoding: bytes[index..<close], as: UTF8.self)
        guard isAbbreviation(short) else { continue }
        let before = String(decoding: bytes[max(0, open - reach)..<open], as: UTF8.self)
        if let long = longForm(of: short, before: before) {
          found.append(Definition(short: short, long: long))
        }
      }
      return found
    }
  }

  /// Capitals, at least two, perhaps with digits, full stops or small letters between.
  private static func isAbbreviation(_ text: String) -> Bool {
    guard text.first?.isUppercase == true,
      text.allSatisfy({ $0.isLetter || $0.isNumber || ".-&".contains($0) })
    else { return false }
    let letters = text.filter(\.isLetter)
    return shortest...longest ~= letters.count && letters.count(where: \.isUppercase) >= 2
      && letters.count(where: \.isUppercase) * 2 >= letters.count
  }

  private static func longForm(of short: String, before text: String) -> String? {
    let letters = short.lowercased().filter(\.isLetter).map { fold($0) }
    var words: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace).reversed() {
      // A definition does not reach over the end of a clause.
      if !words.isEmpty, let last = word.last, ".,;:?!()".contains(last) { break }
      words.insert(word, at: 0)
      if words.count >= min(letters.count + 5, letters.count * 2) { break }
    }
    // The fewest words that spell it, from the last on.
    for count in 1...max(1, words.count) where count <= words.count {
      let candidate = Array(words.suffix(count))
      guard let first = candidate[0].first, fold(first) == letters[0],
        spells(letters[...], candidate[...])
      else { continue }
      let long = candidate.joined(separator: " ")
      let trimmed = long.drop { !$0.isLetter }
      let isLonger = trimmed.filter(\.isLetter).count >= letters.count * 2
      return isLonger && trimmed.lowercased() != short.lowercased() ? String(trimmed) : nil
    }
    return nil
  }

  /// Whether the letters come in the words. Each word gives its first letter and perhaps later
  /// ones; only small words may give none.
  private static func spells(_ letters: ArraySlice<Character>, _ words: ArraySlice<Substring>)
    -> Bool
  {
    guard let word = words.first else { return letters.isEmpty }
    let rest = words.dropFirst()
    let characters = word.map(fold).filter(\.isLetter)
    if smallWords.contains(word.lowercased()), spells(letters, rest) { return true }
    guard let letter = letters.first, characters.first == letter else { return false }
    var left = letters.dropFirst()
    if spells(left, rest) { return true }
    for character in characters.dropFirst() where character == left.first {
      left = left.dropFirst()
      if spells(left, rest) { return true }
    }
    return false
  }

  private static let smallWords = Set(WordList(PackageResources.small_words_txt).words)

  /// The letter without case and accent.
  private static func fold(_ character: Character) -> Character {
    guard let scalar = character.lowercased().unicodeScalars.first else { return character }
    let ascii = Folding.ascii(scalar.value) & 0xFF
    return ascii == 0 ? Character(scalar) : Character(Unicode.Scalar(UInt8(ascii)))
  }
}
