/// What each letter becomes in a folded word: lower case, without diacritics, ligatures undone, and
/// plain where it is set high or low or in an alphabet of its own: `CO₂` is `co2`.
///
/// Composed and decomposed spellings give the same bytes: `é` and `e` + U+0301 both give `e`. No
/// canonical composition is needed before.
package enum Folding {
  /// The ASCII letters that `scalar` folds to, packed from the lowest byte; 0 when there are none.
  package static func ascii(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0..<0x250: latinTable[Int(scalar - 0xC0)]
    case 0x1E00..<0x1F00: latinAdditionalTable[Int(scalar - 0x1E00)]
    case 0xFB00..<0xFB07: ligatureTable[Int(scalar - 0xFB00)]
    case 0xB2, 0xB3: scalar - 0xB0 + 0x30
    case 0xB9: 0x31
    case 0..<0xAA: 0
    default: compatibility.ascii[scalar] ?? 0
    }
  }

  /// The folded form of a letter outside the Latin tables, as scalars.
  package static func other(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    scalar.properties.lowercaseMapping.unicodeScalars
      .filter { !isCombiningMark($0.value) }
      .map { base[$0] ?? compatibility.other[$0] ?? $0 }
  }

  /// Marks on the letter before them, which people leave out when they search.
  package static func isCombiningMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x64B...0x65F, 0x1AB0...0x1AFF,
      0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F:
      true
    default: false
    }
  }

  private static func packed(_ table: String) -> [UInt32] {
    table.split(separator: " ").map { fold in
      fold == "-" ? 0 : fold.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// What characters stand for that are other characters in another dress: ASCII packed as in
  /// `ascii`, and one letter for the rest.
  private static let compatibility = {
    var ascii: [UInt32: UInt32] = [:]
    var other: [Unicode.Scalar: Unicode.Scalar] = [:]
    for line in WordList(PackageResources.compatibility_txt).lines {
      let plain = line[0]
      let letters = plain.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let letter = String(decoding: plain, as: UTF8.self).unicodeScalars.first
      for character in line.dropFirst() {
        guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else {
          continue
        }
        if plain.allSatisfy({ $0 < 0x80 }) {
          ascii[scalar.value] = letters
        } else {
          other[scalar] = letter
        }
      }
    }
    return (ascii: ascii, other: other)
  }()

  private static let latinTable = packed(latin)
  private static let latinAdditionalTable = packed(latinAdditional)
  private static let ligatureTable = packed(ligatures)

  /// Greek and Cyrillic letters that carry a mark, with the letter below it.
  private static let base: [Unicode.Scalar: Unicode.Scalar] = {
    var base: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in marked.split(separator: " ") {
      let scalars = Array(pair.unicodeScalars)
      base[scalars[0]] = scalars[1]
    }
    return base
  }()

  /// U+00C0 to U+024F; `-` where no ASCII letters stand for it.
  private static let latin = """
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e \
    e i i i i d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e \
    e e e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l - - l l n \
    n n n n n - n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u \
    u u u u w w y y y z z z z z z s b b - - - - - - - - - - - - - - - f f - - - - i - - - - - \
    - - - o o - - - - - - - - - - - - - u u - - - - - - - - - - - - - - - - - - - dz dz dz lj \
    lj lj nj nj nj a a i i o o u u u u u u u u u u - a a a a ae ae - - g g k k o o o o - - j \
    dz dz dz g g - - n n a a ae ae o o a a a a e e e e i i i i o o o o r r r r u u u u s s t t \
    - - h h - - - - - - a a e e o o o o o o o o y y - - - - - - - - - - - - - - - b - - - - - \
    - - - - - - -
    """

  /// U+1E00 to U+1EFF.
  private static let latinAdditional = """
    a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i \
    i i i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r \
    r r r r r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w \
    w w w x x x x y y z z z z z z h t w y - s - - ss - a a a a a a a a a a a a a a a a a a a a \
    a a a a e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o o \
    o o o u u u u u u u u u u u u u u y y y y y y y y - - - - - -
    """

  /// U+FB00 to U+FB06.
  private static let ligatures = """
    ff fi fl ffi ffl st st
    """

  private static let marked = """
    ΐι άα έε ήη ίι ΰυ ϊι ϋυ όο ύυ ώω йи ѐе ёе ѓг їі ќк ѝи ўу ѷѵ ӂж ӑа ӓа ӗе ӛә ӝж ӟз \
    ӣи ӥи ӧо ӫө ӭэ ӯу ӱу ӳу ӵч ӹы
    """
}
