import Extraction

/// What the name of a font says of its letters: "ABCDEF+Univers-BlackOblique".
enum FontStyle {
  static func style(ofFont name: String) -> ExtractedText.Style {
    // Before the plus stands what tells parts of one font apart.
    let name = name.drop { $0 != "+" }.isEmpty ? name[...] : name.drop { $0 != "+" }.dropFirst()
    let lower = name.lowercased()
    let variant = name.split(whereSeparator: { "-,_ ".contains($0) }).dropFirst().joined()
    var style: ExtractedText.Style = []
    let isBold =
      ["bold", "black", "heavy", "demi"].contains { lower.contains($0) }
      || variant.hasPrefix("Bd") || variant.hasSuffix("Bd")
    if isBold { style.insert(.bold) }
    let isItalic =
      ["italic", "oblique", "kursiv", "slanted"].contains { lower.contains($0) }
      || variant.hasSuffix("It") || variant.hasSuffix("Ital")
    if isItalic { style.insert(.italic) }
    return style
  }
}
