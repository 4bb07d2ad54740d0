/// What Dutch spelling does to a stem before an ending, and back.
extension [UInt8] {
  func ends(with ending: String) -> Bool {
    count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  func ends(with ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }

  func dropping(_ number: Int) -> [UInt8] { Array(dropLast(number)) }

  static func + (word: [UInt8], ending: String) -> [UInt8] { word + Array(ending.utf8) }

  static func += (word: inout [UInt8], ending: String) { word.append(contentsOf: ending.utf8) }

  /// `stall` → `stal`; nil where no double consonant ends the word.
  var undoubled: [UInt8]? {
    guard count >= 3, self[count - 1] == self[count - 2], !self[count - 1].isVowel else {
      return nil
    }
    return dropping(1)
  }

  /// `bom` → `boom`, before an ending written with one vowel; nil where nothing is to be doubled.
  var lengthened: [UInt8]? {
    guard count >= 2, !self[count - 1].isVowel, self[count - 2].isSingleVowel,
      count == 2 || !isDigraph(at: count - 3)
    else { return nil }
    return self[..<(count - 1)] + [self[count - 2], self[count - 1]]
  }

  /// Whether two letters spell one vowel, unlike the i and a of `materiaal`.
  private func isDigraph(at index: Int) -> Bool {
    guard self[index].isVowel else { return false }
    let isPair = self[index] == self[index + 1]
    let spelling = String(decoding: self[index...index + 1], as: UTF8.self)
    return isPair || ["ie", "oe", "eu", "ou", "au", "ei", "ui"].contains(spelling)
  }

  /// `boom` → `bom`; nil where no double vowel stands before the last letter.
  var shortened: [UInt8]? {
    guard count >= 3, !self[count - 1].isVowel, self[count - 2].isSingleVowel,
      self[count - 2] == self[count - 3]
    else { return nil }
    return self[..<(count - 2)] + [self[count - 1]]
  }

  /// `v` and `z` as they are written at a word's end.
  var devoiced: [UInt8]? {
    switch last {
    case UInt8(ascii: "v"): dropping(1) + "f"
    case UInt8(ascii: "z"): dropping(1) + "s"
    default: nil
    }
  }

  /// What a word may have been before -en, -e, -er or -ing: `bom` was `boom` or `bom`, `stall` was
  /// `stal`, `brev` was `breev`, `breef`, `brev` or `bref`.
  var stems: [[UInt8]] {
    if let undoubled { return [undoubled] }
    var stems: [[UInt8]] = []
    // An ending without stress keeps its one vowel: regel, regelen.
    let isUnstressed = ["el", "er", "en", "em", "ig"].contains { ends(with: $0) } && count > 3
    for stem in isUnstressed ? [self, lengthened] : [lengthened, self] {
      guard let stem else { continue }
      if let devoiced = stem.devoiced { stems.append(devoiced) }
      stems.append(stem)
    }
    return stems
  }

  /// How a stem may be written before an ending that starts with a vowel: `boom` → `bomen`,
  /// `stal` → `stallen`, `brief` → `brieven`.
  func inflected(with ending: String) -> [[UInt8]] {
    var forms = [self]
    if let shortened { forms.append(shortened) }
    if let last, !last.isVowel, count >= 2, self[count - 2].isSingleVowel {
      forms.append(self + [last])
    }
    for form in forms {
      switch form.last {
      case UInt8(ascii: "f"): forms.append(form.dropping(1) + "v")
      case UInt8(ascii: "s"): forms.append(form.dropping(1) + "z")
      default: break
      }
    }
    return forms.map { $0 + ending }
  }
}

extension UInt8 {
  /// a, e, i, o, u and the y.
  var isVowel: Bool { isSingleVowel || self == UInt8(ascii: "i") || self == UInt8(ascii: "y") }

  /// The vowels that are doubled to be long.
  var isSingleVowel: Bool {
    switch self {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
