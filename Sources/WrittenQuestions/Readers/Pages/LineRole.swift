/// What a line is by itself.
enum LineRole {
  private static let headings: Set<String> = [
    "vraag", "vragen", "antwoord", "antwoorden", "deelvraag", "deelvragen", "schriftelijke vraag",
    "schriftelijke vragen", "mondelinge vraag", "inleiding",
  ]
  /// What stands beside the numbers of a label.
  private static let labelWords: Set<String> = [
    "vraag", "vragen", "antwoord", "antwoorden", "deelvraag", "deelvragen", "op", "de", "het", "en",
    "tot", "met", "van",
  ]
  private static let numbered: Set<String> = [
    "bijlage", "tabel", "figuur", "artikel", "art", "punt", "hoofdstuk", "deel", "stap", "groep",
    "fase", "grafiek", "vraag", "antwoord", "subvraag", "deelvraag", "onderdeel", "ad",
    "maatregel", "vragen", "antwoorden", "perceel", "zone", "klas", "lijn", "district", "alinea",
    "lid", "luik", "actie", "project", "fiche", "thema", "categorie", "schijf", "graad", "rij",
    "kolom", "punten", "lijst", "nr", "nummer", "week", "jaar", "paragraaf", "kwartaal",
  ]

  /// The label or heading of a question, an answer or an item of a list, with what it labels:
  /// "Vraag 3", "Antwoord 2 en 3", "ANTWOORD", "1. …", "a) …", "- …".
  static func isLabel(_ text: String) -> Bool { isMarker(text) || isHeading(text) }

  /// What no header or footer says, however often it stands at the edge of a page.
  static func isOfText(_ text: String) -> Bool {
    isLabel(text) || isNumbered(text) || isAnswer(text)
  }

  /// "Vraag 3", "ANTWOORD", "Antwoord op vraag 2".
  static func isHeading(_ text: String) -> Bool {
    guard text.utf8.count <= 80 else { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    if headings.contains(words.joined(separator: " ")) { return true }
    guard let first = words.first, labelWords.contains(String(first.prefix { $0.isLetter })) else {
      return false
    }
    return words.contains { $0.contains(where: \.isNumber) }
      && words.allSatisfy { word in
        labelWords.contains(String(word)) || word.count == 1
          || word.contains(where: \.isNumber) && word.count <= 3
          || headings.contains(String(word.prefix { $0.isLetter }))
      }
  }

  /// "Tabel 3", "Bijlage 1": a number that counts something else than pages.
  private static func isNumbered(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(2)
    guard let first = words.first, let second = words.last else { return false }
    return numbered.contains(String(first)) && second.allSatisfy(\.isNumber)
  }

  /// An answer of a few words, or a sentence of somebody who answers: "Neen.", "Zie vraag 5",
  /// "Gent: geen", "Hiervoor verwijs ik naar de bijlage".
  private static func isAnswer(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "." }.map { word in
      word.filter { $0 != "." }
    }.filter { !$0.isEmpty }
    guard let first = words.first else { return false }
    return answerOpenings.contains(first) || shortAnswers.contains(first)
      || words.count < 5 && words.contains { shortAnswers.contains($0) }
      || words.contains { speakersWords.contains($0) }
  }

  private static let answerOpenings: Set<String> = [
    "zie", "niet", "nog", "hiervoor", "daarvoor", "hierover", "daarover", "inderdaad",
  ]
  private static let shortAnswers: Set<String> = [
    "ja", "neen", "nee", "idem", "dito", "geen", "nvt", "onbekend", "nihil", "nul",
  ]
  private static let speakersWords: Set<String> = [
    "ik", "mijn", "wij", "verwijs", "verwezen", "verwijzen",
  ]

  /// Begins with the sign of a list: "1.", "2)", "(a)", "3°", "•", "- ".
  private static func isMarker(_ text: String) -> Bool {
    var rest = text[...]
    if let sign = rest.first, "•▪◦‣●○*·".contains(sign) { return true }
    if let sign = rest.first, "-–—".contains(sign) {
      // "- 2 -", and what stands beside it.
      let inner = rest.dropFirst().trimming(where: \.isWhitespace).drop(while: \.isASCIIDigit)
      return !inner.trimming(where: \.isWhitespace).hasPrefix(String(sign))
    }
    let isOpen = rest.first == "("
    if isOpen { rest.removeFirst() }
    let digits = rest.prefix(while: \.isASCIIDigit)
    rest = rest[digits.endIndex...]
    let letters = rest.prefix { ("a"..."z").contains($0) }
    rest = rest[letters.endIndex...]
    guard digits.count <= 3, letters.count <= 1, !(digits.isEmpty && letters.isEmpty),
      let sign = rest.first, sign == ")" || !isOpen && (sign == "." || sign == "°"),
      digits.count > 0 || letters != "p"
    else { return false }
    // "1.1 …" is one, "10.000 euro" and "10.03.2023" are not.
    let inner = rest.dropFirst().prefix(while: \.isASCIIDigit)
    guard !inner.isEmpty else { return true }
    let behind = rest.dropFirst(1 + inner.count)
    return inner.count < 3 && (behind.first.map { $0 == " " } ?? true)
  }

  /// Ends as a sentence or a part of one does.
  static func endsSentence(_ text: String) -> Bool {
    text.last.map { ".?!;,:…".contains($0) } ?? false
  }

  /// The text goes on through it: it begins in small letters, or ends in a hyphen or comma.
  static func readsOn(_ text: String) -> Bool {
    // An address begins in small letters too.
    let first = text.prefix { !$0.isWhitespace }
    if first.first?.isLowercase ?? false {
      return !first.dropLast().contains { ".@/".contains($0) }
    }
    guard let last = text.last else { return false }
    return last == "," || last == "-" && (text.dropLast().last?.isLetter ?? false)
  }
}
