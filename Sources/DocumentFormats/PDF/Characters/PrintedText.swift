/// What the characters of a printer say: ligatures apart, accents on their letters, signs of fonts by
/// their meaning.
enum PrintedText {
  static func written(_ printed: String) -> String {
    var text = ""
    let scalars = printed.unicodeScalars
    for (index, scalar) in zip(scalars.indices, scalars) {
      switch WrittenForm(scalar) {
      case .itself: text.unicodeScalars.append(scalar)
      case .space: text += " "
      case .other(let form): text += form
      case .nothing:
        // At the end of a line it is a hyphen.
        if scalar == "\u{AD}", scalars.index(after: index) == scalars.endIndex { text += "\u{AD}" }
      }
    }
    return SpacingAccent.composed(text).composed
  }

  /// A property of a document whose text has no named encoding: what poppler takes for Latin-1 there
  /// has quotes and dashes in the place of controls.
  static func property(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x80...0x9f).contains(scalar.value)
            ? documentEncoding[Int(scalar.value - 0x80)] : scalar
        })
    ).composed
  }

  /// PDFDocEncoding from 0x80.
  private static let documentEncoding = Array("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž ".unicodeScalars)
}
