import Text

/// A line apart from its numbers: "Pagina 2 van 5" and "Pagina 3 van 5" have one pattern.
struct LinePattern: Hashable {
  /// The text with single spaces and a `#` for each number.
  let text: String

  /// - Returns: the pattern, and the numbers in its order. A number at the line's end comes first, as
  ///   left and right pages differ in this alone: "12 Vlaams Parlement" and "Vlaams Parlement 13".
  static func of(_ line: String) -> (pattern: LinePattern, numbers: [Substring]) {
    var words: [String] = []
    var numbers: [[Substring]] = []
    for word in line.split(whereSeparator: \.isWhitespace) {
      var pattern = ""
      var found: [Substring] = []
      var rest = word
      while let start = rest.firstIndex(where: \.isASCIIDigit) {
        pattern += rest[..<start] + "#"
        let digits = rest[start...].prefix(while: \.isASCIIDigit)
        found.append(digits)
        rest = rest[digits.endIndex...]
      }
      words.append(pattern + rest)
      numbers.append(found)
    }
    if words.count > 1, words.last == "#", words.first != "#" {
      words.insert(words.removeLast(), at: 0)
      numbers.insert(numbers.removeLast(), at: 0)
    }
    return (LinePattern(text: words.joined(separator: " ")), numbers.flatMap { $0 })
  }

  /// Nothing but numbers and signs: "12", "- 12 -", "[2]", "2/5".
  var isBareNumber: Bool { text.contains("#") && !text.contains(where: \.isLetter) }

  /// A number with a word for page before it or the number of all pages behind it.
  var isPageLabel: Bool {
    Self.pageLabels.contains(text.lowercased().filter { $0.isLetter || "#/".contains($0) })
  }

  /// A word for page beside a number, and other words.
  var namesPage: Bool {
    let words = text.lowercased().split(separator: " ").map {
      $0.filter { $0.isLetter || $0 == "#" }
    }
    return zip(words, words.dropFirst()).contains {
      Self.pageWords.contains($0) && $1 == "#"
    } || words.first == "#" && words.last.map { Self.pageWords.contains($0) } ?? false
  }

  private static let pageWords: Set<String> = [
    "pagina", "pag", "bladzijde", "blz", "blad", "page", "p",
  ]

  /// Whether a number stands in a word without letters.
  func isApart(_ slot: Int) -> Bool {
    var before = 0
    for word in text.split(separator: " ") {
      before += word.count { $0 == "#" }
      if slot < before { return !word.contains(where: \.isLetter) }
    }
    return false
  }

  /// Signs around the number that only page numbers have.
  var isSetAsPageNumber: Bool {
    let bare = text.filter { !$0.isWhitespace }
    return ["-#-", "–#–", "—#—", "#/#", "-#/#-", "[#]", "|#|"].contains(bare)
  }

  /// Letters, numbers and strokes of such lines, the number at the end turned to the front.
  private static let pageLabels: Set<String> = {
    var labels: Set<String> = ["#van#", "#of#"]
    for word in pageWords {
      labels.formUnion(
        ["#" + word, word + "#", "#" + word + "#van", "#" + word + "#of", word + "#/#"])
    }
    return labels
  }()
}

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
    "fase", "grafiek", "lijst", "nr", "nummer", "week", "jaar", "paragraaf", "kwartaal",
  ]

  /// The label or heading of a question, an answer or an item of a list, with what it labels:
  /// "Vraag 3", "Antwoord 2 en 3", "ANTWOORD", "1. …", "a) …", "- …".
  static func isLabel(_ text: String) -> Bool { isMarker(text) || isHeading(text) }

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
  static func isNumbered(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(2)
    guard let first = words.first, let second = words.last else { return false }
    return numbered.contains(String(first)) && second.allSatisfy(\.isNumber)
  }

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

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
