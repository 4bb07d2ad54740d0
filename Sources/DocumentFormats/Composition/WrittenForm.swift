@_spi(_Unicode) import Swift

import Extraction

/// What is written of a character of a document.
enum WrittenForm: Equatable {
  case itself
  /// White space of any kind.
  case space
  /// It has no form of its own: soft hyphens, zero widths, marks of direction, controls.
  case nothing
  case other(String)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21...0x7e: self = .itself
    case 0x09...0x0d, 0x20, 0x85, 0xa0: self = .space
    case 0x00...0x1f, 0x7f, 0xad: self = .nothing
    case 0x80...0x9f:
      // What was written as Windows-1252 and named by its number.
      let byte = UInt8(scalar.value)
      self = .other(TextEncoding.windows1252.decode([byte]) ?? "")
    case 0xa1...0x2ff: self = .itself
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2069, 0xfeff: self = .nothing
    case 0x2010, 0x2011: self = .other("-")
    case 0xfb00...0xfb06: self = .other(Self.ligatures[Int(scalar.value - 0xfb00)])
    case 0xf020...0xf0ff: self = .other(SymbolFont.character(UInt8(scalar.value & 0xff)))
    default: self = scalar.properties.isWhitespace ? .space : .itself
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}

extension String {
  /// In Unicode's composed form (NFC).
  var composed: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }

  /// Raised digits and signs, as in m²; nil where it holds anything else.
  var raised: String? { replaced(by: Self.raisedForms) }

  /// Lowered digits and signs, as in CO₂.
  var lowered: String? { replaced(by: Self.loweredForms) }

  private func replaced(by forms: [Character: Character]) -> String? {
    let other = map { $0 == " " ? " " : forms[$0] }
    return other.contains(nil) || !contains(where: \.isNumber)
      ? nil : String(other.compactMap(\.self))
  }

  private static let raisedForms = forms("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
  private static let loweredForms = forms("₀₁₂₃₄₅₆₇₈₉₊₋₋₋")

  private static func forms(_ other: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip("0123456789+-–−", other))
  }
}
