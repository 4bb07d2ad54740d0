/// Letters as they are compared: small, without diacritics. `Oekraïne` and `OEKRAINE` are one word.
enum Folding {
  /// What a character beyond ASCII becomes.
  enum Outcome {
    case letters(StaticString)
    /// A letter of another script, in small form.
    case scalar(Unicode.Scalar)
    /// A combining mark, a soft hyphen, a zero-width character: part of the word, not written.
    case nothing
    /// Not part of a word.
    case separator
  }

  static func fold(_ scalar: Unicode.Scalar) -> Outcome {
    let value = scalar.value
    if value >= 0xc0, value < 0x180 { return latin[Int(value) - 0xc0] }
    switch value {
    case 0xad, 0x200b...0x200d, 0x2060, 0xfeff, 0x300...0x36f: return .nothing
    case 0xaa: return .letters("a")
    case 0xba: return .letters("o")
    case 0x218, 0x219: return .letters("s")
    case 0x21a, 0x21b: return .letters("t")
    case 0x1e9e: return .letters("ss")
    case 0xfb00: return .letters("ff")
    case 0xfb01: return .letters("fi")
    case 0xfb02: return .letters("fl")
    case 0x80..<0xaa, 0xab..<0xc0, 0x2000...0x206f, 0x20a0...0x20cf: return .separator
    default: break
    }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType == .decimal {
      let lower = properties.lowercaseMapping.unicodeScalars
      return .scalar(lower.first ?? scalar)
    }
    return properties.generalCategory == .nonspacingMark ? .nothing : .separator
  }

  /// U+00C0 ..< U+0180, in order.
  private static let latin: [Outcome] = {
    let groups: [(StaticString, Int)] = [
      ("a", 6), ("ae", 1), ("c", 1), ("e", 4), ("i", 4), ("d", 1), ("n", 1), ("o", 5), ("", 1),
      ("o", 1), ("u", 4), ("y", 1), ("th", 1), ("ss", 1), ("a", 6), ("ae", 1), ("c", 1), ("e", 4),
      ("i", 4), ("d", 1), ("n", 1), ("o", 5), ("", 1), ("o", 1), ("u", 4), ("y", 1), ("th", 1),
      ("y", 1), ("a", 6), ("c", 8), ("d", 4), ("e", 10), ("g", 8), ("h", 4), ("i", 10), ("ij", 2),
      ("j", 2), ("k", 3), ("l", 10), ("n", 9), ("o", 6), ("oe", 2), ("r", 6), ("s", 8), ("t", 6),
      ("u", 12), ("w", 2), ("y", 3), ("z", 6), ("s", 1),
    ]
    return groups.flatMap { letters, count in
      Array(
        repeating: letters.utf8CodeUnitCount == 0 ? Outcome.separator : .letters(letters),
        count: count)
    }
  }()
}
