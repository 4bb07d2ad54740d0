import Text

/// Tells the languages that stand beside Dutch in public documents, by their frequent words.
enum WrittenLanguage {
  case dutch, other

  /// Words that one of the languages has, and none of the others.
  private static let dutchWords: Set<Substring> = [
    "het", "een", "van", "dat", "zijn", "voor", "niet", "aan", "er", "ook", "als", "door", "worden",
    "naar", "bij", "deze", "wordt", "uit", "over", "op", "te", "met", "heeft", "werd", "vraag",
    "antwoord", "welke", "hoeveel", "kunt", "wat", "hebben", "dit", "nog", "maar",
  ]
  private static let otherWords: [Set<Substring>] = [
    [
      "les", "des", "du", "et", "est", "une", "dans", "pour", "que", "qui", "sur", "par", "au",
      "aux", "cette", "pas", "la", "le", "ce", "sont", "ont", "avec", "il", "vous", "à", "été",
      "réponse", "combien", "quelles", "quels", "ces", "l", "d", "un",
    ],
    [
      "the", "of", "and", "to", "that", "for", "are", "with", "this", "from", "which", "by", "has",
      "have", "be", "it", "on", "a", "not", "as", "its",
    ],
    [
      "der", "und", "ist", "nicht", "mit", "von", "dem", "den", "das", "ein", "eine", "zu", "auf",
      "für", "im", "zur", "werden", "wird", "sich", "dass",
    ],
  ]

  /// Nil where the text does not tell.
  static func of(_ texts: some Sequence<String>) -> WrittenLanguage? {
    var dutchCount = 0
    var counts = [0, 0, 0]
    for text in texts {
      for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
        if dutchWords.contains(word) { dutchCount += 1 }
        for (number, words) in otherWords.enumerated() where words.contains(word) {
          counts[number] += 1
        }
      }
    }
    let most = counts.max() ?? 0
    if most >= 3, most >= dutchCount * 3 { return .other }
    return dutchCount >= 2 && dutchCount > most ? .dutch : nil
  }
}
