/// A line that begins a part of the document: "Vraag 3, 4 en 5", "Antwoord op vragen 2 en 3",
/// "Mededeling", "Toelichting:".
struct KamerHeading {
  enum Kind { case question, answer, notice, explanation }

  var kind: Kind
  /// Nil: it is without a number.
  var labels: WrittenLabels?
  /// The text that stands behind it on its line; empty for a line of its own.
  var rest: Substring
  /// Text follows without a sign between: "Vraag 1 Bent u bekend". It may be a sentence about question 1.
  var isDoubtful = false

  init(_ kind: Kind, labels: WrittenLabels?, rest: Substring = "") {
    self.kind = kind
    self.labels = labels
    self.rest = rest
  }

  /// Nil for a line of text.
  init?(_ line: String) {
    let letters = line.prefix { $0.isLetter }
    let kind: Kind
    switch letters.lowercased() {
    case "vraag", "vragen", "deelvraag": kind = .question
    case "antwoord", "antwoorden", "beantwoording": kind = .answer
    case "mededeling": kind = .notice
    case "toelichting": kind = .explanation
    default: return nil
    }
    guard letters.first?.isUppercase ?? false else { return nil }
    let behind = line[letters.endIndex...]
    if kind == .notice || kind == .explanation {
      let rest = behind.trimming { $0.isWhitespace || ":.".contains($0) }
      guard rest.isEmpty || behind.hasPrefix(":") else { return nil }
      self.init(kind, labels: nil, rest: rest)
      return
    }
    let numbers = Self.skippingWords(behind)
    guard let (labels, end) = LabelList.read(numbers) else {
      // A cell of its own.
      if behind.first == "\t", letters.lowercased() != "vragen" {
        self.init(kind, labels: nil, rest: behind.trimming(where: \.isWhitespace))
        return
      }
      let sign = numbers.trimming(where: \.isWhitespace)
      guard sign.isEmpty || sign == ":" || sign == ".", letters.lowercased() != "vragen" else {
        return nil
      }
      self.init(kind, labels: nil)
      return
    }
    var rest = numbers[end...]
    let hasSign = rest.first.map { ":.)".contains($0) } ?? false
    if hasSign { rest.removeFirst() }
    let isApart = rest.first?.isWhitespace ?? true
    rest = rest.trimming(where: \.isWhitespace)
    // "Vraag 3 en 4 worden samen beantwoord" is a sentence; so is "Antwoord 2.5".
    guard rest.isEmpty || hasSign && isApart || (rest.first?.isUppercase ?? false) else {
      return nil
    }
    self.init(kind, labels: labels, rest: rest)
    isDoubtful = !rest.isEmpty && !hasSign
  }

  private static let words: Set<String> = [
    "op", "de", "het", "vraag", "vragen", "deelvraag", "deelvragen", "nr", "nrs", "nummer",
    "nummers",
  ]

  /// What stands behind "op de vragen nrs.".
  private static func skippingWords(_ text: Substring) -> Substring {
    var rest = text
    while true {
      let trimmed = rest.drop { $0.isWhitespace }
      let word = trimmed.prefix { $0.isLetter }
      guard words.contains(word.lowercased()) else { return trimmed }
      rest = trimmed[word.endIndex...]
      if word.lowercased().hasPrefix("n"), rest.first == "." { rest.removeFirst() }
    }
  }
}

/// Reads a list of labels: "7, 8, 9 10 en 11", "2 t/m 4", "4-7", "3 en vraag 8".
enum LabelList {
  private static let joints = [
    "tot en met", "t.e.m.", "t/m", "tm", "tot", "en", "&", "/", "+", "-", "–", "—", ",", ";", ".",
  ]
  private static let ranges: Set<String> = [
    "tot en met", "t.e.m.", "t/m", "tm", "tot", "-", "–", "—",
  ]

  /// No document asks more at once.
  private static let most = 100

  /// Of a line only its first bytes, since it may be as long as a file.
  private static func begins(_ text: Substring, _ word: String) -> Bool {
    text.prefix(word.count).lowercased() == word
  }

  /// The labels that a text begins with, and where they end; nil where it begins with no number.
  static func read(_ text: Substring) -> (labels: WrittenLabels, end: Substring.Index)? {
    guard let first = label(text) else { return nil }
    var labels = [first.label]
    var end = first.end
    while labels.count < most, let (next, isRange) = joint(text[end...]),
      let following = label(next)
    {
      if isRange {
        guard let from = Int(labels[labels.count - 1]), let to = Int(following.label), from < to,
          to - from < 100
        else { break }
        labels += ((from + 1)...to).map(String.init)
      } else {
        labels.append(following.label)
      }
      end = following.end
    }
    let written = text[..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (WrittenLabels(written: written, labels: labels), end)
  }

  /// "3" or "3a".
  private static func label(_ text: Substring) -> (label: String, end: Substring.Index)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard 1...3 ~= digits.count, digits.first != "0" else { return nil }
    let behind = text[digits.endIndex...]
    if let letter = behind.first, letter.isASCII, letter.isLowercase,
      !(behind.dropFirst().first?.isLetter ?? false)
    {
      return (digits + String(letter), behind.index(after: behind.startIndex))
    }
    return (String(digits), digits.endIndex)
  }

  /// What stands behind the signs and words that join two labels; white space alone joins two too.
  private static func joint(_ text: Substring) -> (rest: Substring, isRange: Bool)? {
    var rest = text.drop { $0.isWhitespace }
    var isRange = false
    var count = 0
    while count < 2, let joint = joints.first(where: { begins(rest, $0) }) {
      // "Antwoord 2. 3 miljoen" ends at its full stop.
      guard joint != "." else { return nil }
      isRange = isRange || ranges.contains(joint)
      rest = rest.dropFirst(joint.count).drop { $0.isWhitespace }
      count += 1
    }
    guard count > 0 || rest.startIndex > text.startIndex else { return nil }
    for word in ["vragen", "vraag", "antwoord"] where begins(rest, word) {
      rest = rest.dropFirst(word.count).drop { $0.isWhitespace }
    }
    // A number with a sign inside is an amount.
    let digits = rest.prefix { $0.isNumber }
    let behind = rest[digits.endIndex...]
    if let sign = behind.first, ".,:%".contains(sign),
      behind.dropFirst().first?.isNumber ?? (sign == "%")
    {
      if sign != "," { return nil }
    }
    return digits.isEmpty ? nil : (rest, isRange)
  }
}
