import Text

/// Decides what a hyphen at the end of a line is: the printer's, or the word's own.
enum LineEndHyphen {
  enum Join: Equatable {
    /// Two words.
    case space
    /// One word, as it stands.
    case closed
    /// One word, without the hyphen.
    case undone
    /// One word, without the hyphen, and with dots on the vowel after it.
    case undoneWithTrema
  }

  /// - Parameters:
  ///   - head: what stands between the last space of a line and its end.
  ///   - tail: what stands at the beginning of the next one.
  ///   - following: the word after it.
  static func join(_ head: String, _ tail: String, following: String, _ words: HyphenEvidence)
    -> Join
  {
    guard let last = head.last, let first = tail.first else { return .space }
    if last == "\u{AD}" { return .undone }
    if BrokenAddress.goesOn(head, tail) { return .closed }
    if last == "/" { return head.count > 1 ? .closed : .space }
    if last == "–" {
      return head.dropLast().last?.isNumber ?? false && first.isNumber ? .closed : .space
    }
    guard last == "-" || last == "\u{2010}", head.count > 1 else { return .space }
    let start = head.dropLast().split(separator: "-").last.map(String.init) ?? ""
    let base = String(start.trimming { !$0.isLetter && !$0.isNumber })
    let rest = String(tail.prefix { $0.isLetter || $0 == "’" || $0 == "'" })
    if isSuspended(base, tail, words) { return .space }
    // Who sets another sign where words are broken writes this one in words alone.
    if words.hasOwnHyphens, last == "-" { return .closed }
    if !words.hasOwnHyphens, keepsHyphen(base, rest: rest, start: start, words) { return .closed }
    if wantsTrema(base.lowercased(), rest) { return .undoneWithTrema }
    return .undone
  }

  /// "aanloop- en opstartkosten": whether the hyphen stands for a part that follows later.
  private static func isSuspended(_ base: String, _ tail: String, _ words: HyphenEvidence) -> Bool {
    let word = tail.trimming { "(,".contains($0) }.lowercased()
    let joiners: Set = [
      "en", "of", "en/of", "tot", "noch", "maar", "als", "dan", "c.q.", "resp.", "respectievelijk",
      "t/m", "versus", "alsook", "alsmede", "evenals", "/", "and", "et", "ou",
    ]
    guard joiners.contains(word) else { return false }
    // "partij-en" may be one word that is known whole.
    let isWord = words.whole.contains(base.lowercased() + word)
    return !isWord || words.heads.contains(base.lowercased())
  }

  private static func keepsHyphen(
    _ base: String, rest: String, start: String, _ words: HyphenEvidence
  ) -> Bool {
    guard let last = base.last, let first = rest.first else { return true }
    // "30-", "(sub)-", "A-".
    if last.isNumber || start.last != last || base.count == 1 { return true }
    let (head, tail) = (base.lowercased(), rest.lowercased())
    if isCapital(base) {
      // A title all in capitals is broken as any other text.
      return !(isCapital(rest) && rest.count > 1 && words.whole.contains(head + tail))
    }
    if first.isUppercase { return true }
    // "Faber-van de Klashorst".
    if base.first?.isUppercase ?? false, tail == "van" { return true }
    if words.whole.contains(head + "-" + tail) != words.whole.contains(head + tail) {
      return words.whole.contains(head + "-" + tail)
    }
    if isAbbreviation(head) || KeptHyphens.contains(head, tail) { return true }
    if words.heads.contains(head), !words.whole.contains(head + tail), words.tails.contains(tail) {
      return true
    }
    return clash(head, tail)
  }

  /// "WIA", "BENs", "KvK".
  private static func isCapital(_ base: String) -> Bool {
    let bare = base.last == "s" ? base.dropLast() : base[...]
    return bare.count { $0.isUppercase } >= 2 && (bare.last?.isUppercase ?? false)
  }

  /// Whether no Dutch syllable is written so: "mkb", "hbo".
  private static func isAbbreviation(_ head: String) -> Bool {
    guard head.allSatisfy(\.isLetter) else { return false }
    let consonants = String(head.prefix { !"aeiouyáéíóúàèëïöüâêîôû".contains($0) })
    if consonants == head { return true }
    return consonants.count >= 2 && !KeptHyphens.onsets.contains(consonants)
  }

  /// Whether the vowels would be read as one, so that the word has a hyphen: "zee-egel".
  private static func clash(_ head: String, _ tail: String) -> Bool {
    guard let last = head.last, let first = tail.first, !wantsTrema(head, tail) else {
      return false
    }
    // "financi-eel", "initi-eert", "seri-eus": the ending of a word that is no compound.
    if last == "i", tail.hasPrefix("ee") || tail.hasPrefix("eu") { return false }
    let pairs: Set = [
      "aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui",
      "uu",
    ]
    return pairs.contains(String([last, first]))
  }

  /// Whether the vowel after the break has dots in the whole word: "geïnd", "coördinatie".
  private static func wantsTrema(_ head: String, _ tail: String) -> Bool {
    guard let first = tail.first else { return false }
    switch head {
    case "ge", "be", "onge", "onbe", "uitge", "afge", "aange", "ver":
      return head != "ver" && "eiu".contains(first)
    case "co": return first == "o"
    default: return false
    }
  }
}
