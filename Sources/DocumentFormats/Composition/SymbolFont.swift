/// The characters of fonts that have signs at the places of letters: Symbol, and the signs that
/// Wingdings is used for.
enum SymbolFont {
  /// - Parameters:
  ///   - place: in the font, without the 0xF000 that stands before it in files.
  ///   - font: by its name; nil where it is not known.
  static func character(_ place: UInt8, font: String? = nil) -> String {
    if let font, font.lowercased() == "symbol", let letter = letter(place) { return letter }
    return signs[place] ?? "•"
  }

  private static func letter(_ place: UInt8) -> String? {
    switch place {
    case 0x20...0x40 where !"\"$'*-@".utf8.contains(place), 0x5b, 0x5d, 0x5f, 0x7b...0x7d:
      String(Unicode.Scalar(place))
    case 0x41...0x5a: String(capitals[Int(place - 0x41)])
    case 0x61...0x7a: String(letters[Int(place - 0x61)])
    default: symbols[place]
    }
  }

  private static let capitals = Array("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ")
  private static let letters = Array("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")

  private static let symbols: [UInt8: String] = [
    0x2d: "−", 0x2a: "∗", 0xa0: "€", 0xa3: "≤", 0xa5: "∞", 0xab: "↔", 0xac: "←", 0xae: "→",
    0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xbb: "≈",
    0xbc: "…", 0xd6: "√", 0xe5: "∑",
  ]

  /// Those of Wingdings, which bullets and arrows are mostly taken from.
  private static let signs: [UInt8: String] = [
    0x20: " ", 0x28: "☎", 0x2a: "✉", 0x4a: "☺", 0x6e: "■", 0x6f: "□", 0x71: "❑", 0x75: "◆",
    0xa7: "▪", 0xa8: "□", 0xb7: "•", 0xd8: "➢", 0xdf: "←", 0xe0: "→", 0xe8: "➔", 0xf0: "⇨",
    0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑", 0x2d: "-",
  ]
}
