extension Unicode.Scalar {
  /// Whether it is not seen, but steers a terminal, the direction of text or where lines end.
  package var steersText: Bool {
    // Most letters outside ASCII; the properties of the others take long to find.
    if 0xa0..<0x600 ~= value { return value == 0xad }
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension WireFormat {
  /// The text in one line without characters that steer terminals or the direction of text, for formats
  /// that cannot escape them: a run of white space and of these is one space, or nothing inside a word.
  public static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    var isSpaced = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpaced = true
      } else if !scalar.steersText {
        if isSpaced, !line.isEmpty { line.append(" ") }
        isSpaced = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// The text without characters that steer terminals or the direction of text, its white space aside,
  /// for formats that cannot escape them.
  public static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isKept =
        0x20..<0x7f ~= scalar.value || scalar == "\n" || scalar == "\t" || !scalar.steersText
      if isKept { plain.append(scalar) }
    }
    return String(plain)
  }
}
