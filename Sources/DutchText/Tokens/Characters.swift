import Text

/// What a byte or a scalar is to the tokenizer.
enum CharacterClass: UInt8 {
  /// Ends a word: spaces and most punctuation.
  case separator
  case letter
  case digit
  /// May stand inside a word, a number or an address; what follows decides.
  case joiner
  /// `%`, which reads as a word.
  case sign
  /// The first or a later byte of a scalar outside ASCII.
  case high

  /// The class of each byte; lives as long as the process.
  nonisolated(unsafe) static let ofByte: UnsafePointer<CharacterClass> = {
    let table = UnsafeMutablePointer<CharacterClass>.allocate(capacity: 256)
    for byte in 0..<256 {
      table[byte] =
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "@"),
          UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "("):
          .joiner
        case UInt8(ascii: "%"): .sign
        case 0x80...: .high
        default: .separator
        }
    }
    return UnsafePointer(table)
  }()
}

/// A scalar read from UTF-8: what it is and how many bytes it takes.
struct DecodedScalar {
  enum Role {
    case letter, mark, apostrophe, hyphen, invisible, euro, ideograph, other
  }

  let value: UInt32
  let length: Int

  /// Reads the scalar that starts at `index`. A byte that is not UTF-8 is a scalar of role `other`.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    func continuation(_ offset: Int) -> UInt32? {
      guard index + offset < text.count, text[index + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(text[index + offset] & 0x3F)
    }
    let first = UInt32(text[index])
    if first < 0x80 {
      (value, length) = (first, 1)
    } else if first & 0xE0 == 0xC0, first >= 0xC2, let second = continuation(1) {
      (value, length) = ((first & 0x1F) << 6 | second, 2)
    } else if first & 0xF0 == 0xE0, let second = continuation(1), let third = continuation(2) {
      (value, length) = ((first & 0x0F) << 12 | second << 6 | third, 3)
    } else if first & 0xF8 == 0xF0, let second = continuation(1), let third = continuation(2),
      let fourth = continuation(3)
    {
      (value, length) = ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    } else {
      (value, length) = (0xFFFD, 1)
    }
  }

  var role: Role {
    switch value {
    case 0x00..<0x80:
      switch CharacterClass.ofByte[Int(value)] {
      case .letter, .digit: return .letter
      default:
        return switch UInt8(value) {
        case UInt8(ascii: "'"): .apostrophe
        case UInt8(ascii: "-"): .hyphen
        default: .other
        }
      }
    case 0xC0..<0x250: return value == 0xD7 || value == 0xF7 ? .other : .letter
    case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032, 0xB4: return .apostrophe
    case 0x2010, 0x2011, 0x2012, 0x2013: return .hyphen
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: return .invisible
    case 0x2000..<0x2070: return .other
    case 0x20AC: return .euro
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .ideograph
    default: break
    }
    if Folding.isCombiningMark(value) { return .mark }
    if Folding.ascii(value) != 0 { return .letter }
    guard let scalar = Unicode.Scalar(value) else { return .other }
    if scalar.properties.isAlphabetic { return .letter }
    return switch scalar.properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark: .letter
    // Marks of direction and the like.
    case .format: .invisible
    default: .other
    }
  }

  /// A figure set high: behind a unit it belongs to it, behind a word it is the mark of a note.
  var isSuperscriptDigit: Bool {
    switch value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
    default: false
    }
  }
}
