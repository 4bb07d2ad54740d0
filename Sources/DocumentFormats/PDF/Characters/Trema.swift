/// The dots on a vowel that begins a syllable, which fall away where a line ends before it.
enum Trema {
  private static let dotted: [Character: Character] = [
    "a": "ä", "e": "ë", "i": "ï", "o": "ö", "u": "ü",
  ]

  static func onFirst(_ text: String) -> String {
    guard let first = text.first, let dotted = dotted[first] else { return text }
    return String(dotted) + text.dropFirst()
  }
}
