/// How the numbers of lists and notes are written.
enum NumberFormat: Sendable, Hashable {
  case decimal
  /// 01, 02.
  case padded
  case lowerLetters
  case upperLetters
  case lowerRoman
  case upperRoman
  /// 1e, 2e.
  case ordinal
  /// *, †, ‡, §.
  case signs
  case none

  /// Numbers outside of 1 to 9999 are decimal in every form.
  func text(_ number: Int) -> String {
    guard self != .none else { return "" }
    guard (1...9999).contains(number) else { return String(number) }
    return switch self {
    case .decimal: String(number)
    case .padded: number < 10 ? "0\(number)" : String(number)
    case .lowerLetters: Self.letters(number)
    case .upperLetters: Self.letters(number).uppercased()
    case .lowerRoman: Self.roman(number)
    case .upperRoman: Self.roman(number).uppercased()
    case .ordinal: "\(number)e"
    case .signs:
      String(
        repeating: Self.noteSigns[(number - 1) % 4], count: min((number - 1) / 4 + 1, 8))
    case .none: ""
    }
  }

  private static let noteSigns = ["*", "†", "‡", "§"]

  /// a to z, then aa to zz, as text processors count.
  private static func letters(_ number: Int) -> String {
    let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8((number - 1) % 26))
    return String(repeating: String(letter), count: min((number - 1) / 26 + 1, 8))
  }

  private static func roman(_ number: Int) -> String {
    var rest = number
    var text = ""
    for (value, letters) in romanParts {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  private static let romanParts: [(Int, String)] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
}
