/// What a byte of UTF-8 text is.
extension UInt8 {
  @inlinable package var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// A space, tab or end of a line.
  @inlinable package var isSpace: Bool { self == 0x20 || self >= 0x09 && self <= 0x0d }

  /// a to z.
  @inlinable package var isLowercaseLetter: Bool { self >= 0x61 && self <= 0x7a }

  /// A to Z.
  @inlinable package var isUppercaseLetter: Bool { self >= 0x41 && self <= 0x5a }

  /// ASCII letters and every byte of other scripts.
  @inlinable package var isLetter: Bool { isLowercaseLetter || isUppercaseLetter || self >= 0x80 }
}
