import Extraction

/// How letters are set, where it is said.
struct LetterFormat {
  enum Position { case raised, lowered, onLine }
  var isBold: Bool?
  var isItalic: Bool?
  var isHidden: Bool?
  var position: Position?
  /// Of what they are part of.
  var isHeading = false

  /// What this says, and `base` where it says nothing.
  func over(_ base: LetterFormat) -> LetterFormat {
    var result = base
    result.isBold = isBold ?? base.isBold
    result.isItalic = isItalic ?? base.isItalic
    result.isHidden = isHidden ?? base.isHidden
    result.position = position ?? base.position
    result.isHeading = isHeading || base.isHeading
    return result
  }

  var style: ExtractedText.Style {
    var style: ExtractedText.Style = isHeading ? .heading : []
    if isBold ?? false { style.insert(.bold) }
    if isItalic ?? false { style.insert(.italic) }
    return style
  }
}

extension TextComposer {
  /// Raised and lowered digits get characters of their own, and hidden letters are left out.
  mutating func append(_ text: String, _ format: LetterFormat) {
    if format.isHidden ?? false { return }
    let form: String? =
      switch format.position {
      case .raised: text.raised
      case .lowered: text.lowered
      default: nil
      }
    append(form ?? text, format.style)
  }
}
