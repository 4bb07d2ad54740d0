import Text

/// The label of a question: a number and perhaps a letter, "3" or "3a".
struct Label: Hashable, Comparable, CustomStringConvertible {
  var number: Int
  var letter: UInt8?

  var description: String {
    String(number) + (letter.map { String(UnicodeScalar($0)) } ?? "")
  }

  static func < (left: Label, right: Label) -> Bool {
    (left.number, left.letter ?? 0) < (right.number, right.letter ?? 0)
  }

  /// Whether this label is the one after `other`: 2 after 1, 2 after 1c, 3b after 3a, 3a after 2.
  func follows(_ other: Label) -> Bool {
    if number == other.number + 1 { return letter == nil || letter == UInt8(ascii: "a") }
    guard number == other.number, let letter else { return false }
    return other.letter.map { letter == $0 + 1 } ?? (letter == UInt8(ascii: "a"))
  }
}

/// A place in a text that looks like the number of a question or of an answer.
struct Marker: Hashable {
  /// Bytes from the first of the label to the white space behind it.
  var range: Range<Int>
  var labels: [Label]
  /// The label as it is written, without the signs that end it: "1-3", "4, 5 en 6".
  var written: String
  /// The sign that ends it; nil for a list or one introduced by a word, which needs no uniform sign.
  var style: UInt8?
}

/// Finds markers in a text's bytes.
struct MarkerScanner {
  enum Places {
    /// Only at the beginning of a line, as in a laid-out text.
    case lineStarts
    /// Also behind the end of a sentence, as in text that has lost its line breaks.
    case sentences
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let places: Places

  init(_ bytes: UnsafeBufferPointer<UInt8>, places: Places) {
    self.bytes = bytes
    self.places = places
  }

  /// Numbered labels in a part of the text.
  func numbers(in range: Range<Int>) -> [Marker] {
    var markers: [Marker] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let isDigit = byte.isDigit && (index == 0 || !bytes[index - 1].isDigit)
      let isLeadWord =
        (byte == UInt8(ascii: "A") || byte == UInt8(ascii: "V")
          || byte == UInt8(ascii: "O"))
      if isDigit || isLeadWord, let place = place(at: index, from: range.lowerBound),
        let marker = list(at: index, limit: range.upperBound, place: place)
      {
        markers.append(marker)
        index = max(marker.range.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    return markers
  }

  /// Labels `a)`, `b)` inside a numbered item, as labels of its number.
  func letters(in range: Range<Int>, number: Int) -> [Marker] {
    var markers: [Marker] = []
    for index in range where bytes[index].isLowercaseLetter {
      guard index + 1 < range.upperBound else { break }
      let end = bytes[index + 1]
      let isOpen = index > range.lowerBound && bytes[index - 1] == UInt8(ascii: "(")
      let start = isOpen ? index - 1 : index
      guard end == UInt8(ascii: ")") || end == UInt8(ascii: ".") && places == .lineStarts,
        let place = place(at: start, from: range.lowerBound), place != .afterWord
      else { continue }
      let label = Label(number: number, letter: bytes[index])
      markers.append(
        Marker(
          range: start..<skipSpace(index + 2, range.upperBound), labels: [label],
          written: label.description, style: end))
    }
    return markers
  }

  private enum Place { case lineStart, afterSentence, afterWord }

  /// What stands before a possible marker; nil when none can stand here.
  private func place(at index: Int, from start: Int) -> Place? {
    var before = index
    while before > start {
      let length = bytes.spaceLength(before: before)
      guard length > 0 else { break }
      before -= length
      if bytes[before] == UInt8(ascii: "\n") { return .lineStart }
    }
    if before <= start { return .lineStart }
    guard places == .sentences else { return nil }
    let last = bytes[before - 1]
    switch last {
    case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: ")"), UInt8(ascii: "\""), 0x9d, 0xbb:  // ” and » end in these bytes
      return .afterSentence
    case UInt8(ascii: "."), UInt8(ascii: ","):
      if before == index, before >= 2, bytes[before - 2].isDigit, !endsInYear(before - 1) {
        return nil  // a decimal number, a date
      }
      if last == UInt8(ascii: ",") { return nil }
      return endsIn(Self.abbreviations, before - 1, from: start) ? nil : .afterSentence
    default:
      // Line breaks are lost in "…van Infrabel1. Is het", a sign is lost in "…problemen 2. Zou er".
      let isGlued = before == index && last.isLowercaseLetter
      return (before < index || isGlued) && !endsIn(Self.numberSigns, before, from: start)
        ? .afterWord : nil
    }
  }

  private func endsInYear(_ end: Int) -> Bool {
    var start = end
    while start > 0, bytes[start - 1].isDigit { start -= 1 }
    return end - start == 4
      && (bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"))
  }

  /// Words that announce a number, as in "artikel 3. De".
  private static let numberSigns = Set(WordList(PackageResources.number_signs_txt).words)

  private static let abbreviations = Set(WordList(PackageResources.abbreviations_txt).words)

  private func endsIn(_ words: Set<String>, _ end: Int, from start: Int) -> Bool {
    var first = end
    while first > start, bytes[first - 1].isLetter { first -= 1 }
    guard first < end else { return false }
    return words.contains(
      String(decoding: bytes[first..<end], as: UTF8.self).lowercased())
  }

  /// Reads "3.", "1-3.", "1., 2., 3. b) en 4.", "Antwoord op vragen 4, 5 en 6".
  private func list(at start: Int, limit: Int, place: Place) -> Marker? {
    var index = start
    let hasLeadWord = !bytes[start].isDigit
    if hasLeadWord {
      guard place != .afterWord, let after = leadWords(at: start, limit) else { return nil }
      index = after
    }
    let firstDigit = index
    guard var element = element(at: index, limit) else { return nil }
    let first = element
    var labels = [element.label]
    while let next = separator(at: element.end, limit, needsSign: !hasLeadWord),
      let following = self.element(at: next.end, limit, number: element.label.number)
    {
      let last = labels[labels.count - 1]
      if next.isRange {
        guard let between = Self.between(last, following.label) else { return nil }
        labels += between
      } else if following.label <= last {
        break
      }
      labels.append(following.label)
      element = following
    }
    if labels.count == 1, let number = first.numberAlone {
      // "3. a) … b) …": the letters are items inside 3.
      labels = [number.label]
      element = (number.label, number.end, number.sign, nil)
    }
    var end = element.end
    var style = element.sign
    if style == nil, end < limit, bytes[end] == UInt8(ascii: ":") {
      style = bytes[end]
      end += 1
    }
    let isEnded = style != nil || hasLeadWord && endsLine(end, limit)
    guard isEnded, end == limit || bytes[end].isSpace || !bytes[end].isDigit else { return nil }
    if place == .afterWord, !startsSentence(end, limit) || labels.count > 1 { return nil }
    let written = String(decoding: bytes[firstDigit..<end], as: UTF8.self)
      .filter { !".):\n\r".contains($0) }.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return Marker(
      range: start..<skipSpace(end, limit), labels: labels, written: written,
      style: labels.count == 1 && !hasLeadWord ? style : nil)
  }

  /// The labels that "3 tot 6" or "3a tot 3d" leaves out; nil when it is no range.
  private static func between(_ first: Label, _ last: Label) -> [Label]? {
    if first.number == last.number, let from = first.letter, let to = last.letter, from < to {
      return ((from + 1)..<to).map { Label(number: first.number, letter: $0) }
    }
    guard last.number > first.number, last.number - first.number <= 30 else { return nil }
    return ((first.number + 1)..<last.number).map { Label(number: $0) }
  }

  private typealias Sign = (label: Label, end: Int, sign: UInt8)
  /// `numberAlone`: the part before a letter with a sign of its own.
  private typealias Element = (label: Label, end: Int, sign: UInt8?, numberAlone: Sign?)

  /// One number with its letter and sign: "3", "3.", "3)", "3a.", "3. b)"; or "b)" of `number`.
  private func element(at start: Int, _ limit: Int, number: Int? = nil) -> Element? {
    var index = start
    var value = 0
    while index < limit, bytes[index].isDigit, index - start < 3 {
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    let digits = index - start
    if digits == 0 {
      guard let number, index + 1 < limit, bytes[index].isLowercaseLetter,
        bytes[index + 1] == UInt8(ascii: ")")
      else { return nil }
      return (Label(number: number, letter: bytes[index]), index + 2, bytes[index + 1], nil)
    }
    guard digits <= 2, value > 0 else { return nil }
    var label = Label(number: value)
    if index < limit, bytes[index].isLowercaseLetter,
      index + 1 == limit || !bytes[index + 1].isLetter
    {
      label.letter = bytes[index]
      index += 1
    }
    guard let sign = sign(at: index, limit) else { return (label, index, nil, nil) }
    index += 1
    let letter = skipSpace(index, limit)
    if label.letter == nil, letter + 1 < limit, bytes[letter].isLowercaseLetter,
      bytes[letter + 1] == UInt8(ascii: ")"), letter - index <= 2
    {
      let number = (label, index, sign)
      label.letter = bytes[letter]
      return (label, letter + 2, bytes[letter + 1], number)
    }
    return (label, index, sign, nil)
  }

  private func sign(at index: Int, _ limit: Int) -> UInt8? {
    guard index < limit else { return nil }
    let byte = bytes[index]
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") else { return nil }
    // "3.5" and "10.03.2023" are no labels.
    return index + 1 < limit && bytes[index + 1].isDigit ? nil : byte
  }

  private static let separators: [(text: String, isRange: Bool)] = [
    ("tot en met", true), ("t.e.m.", true), ("t/m", true), ("tot", true), ("en", false),
    ("a", true), ("à", true), ("-", true), ("–", true), (",", false), ("&", false), ("+", false),
    ("/", false),
  ]

  /// Reads what joins two numbers; bare white space only where no sign is needed.
  private func separator(at start: Int, _ limit: Int, needsSign: Bool)
    -> (end: Int, isRange: Bool)?
  {
    var index = skipSpace(start, limit)
    var found: Bool?
    // "2, en 3" has two signs.
    for _ in 0..<2 {
      guard let match = Self.separators.first(where: { has($0.text, at: index, limit) }) else {
        break
      }
      found = match.isRange || found == true
      index = skipSpace(index + match.text.utf8.count, limit)
    }
    guard found != nil || !needsSign && index > start, index < limit else { return nil }
    let isLetter =
      bytes[index].isLowercaseLetter && index + 1 < limit && bytes[index + 1] == UInt8(ascii: ")")
    return bytes[index].isDigit || isLetter && found != nil ? (index, found ?? false) : nil
  }

  /// Reads "Antwoord", "Antwoorden op de vragen", "Vraag" … up to the first digit.
  private func leadWords(at start: Int, _ limit: Int) -> Int? {
    var index = start
    var words = 0
    while words < 5 {
      var end = index
      while end < limit, bytes[end].isLetter { end += 1 }
      guard end > index else { break }
      switch String(decoding: bytes[index..<end], as: UTF8.self).lowercased() {
      case "antwoord", "antwoorden", "vraag", "vragen", "deelvraag", "deelvragen", "op", "de",
        "ad", "nr":
        break
      default: return nil
      }
      words += 1
      index = end
      if index < limit, bytes[index] == UInt8(ascii: ".") { index += 1 }
      index = skipSpace(index, limit)
      if index < limit, bytes[index].isDigit { return index }
    }
    return nil
  }

  private func endsLine(_ index: Int, _ limit: Int) -> Bool {
    var index = index
    while index < limit, bytes[index].isSpace {
      if bytes[index] == UInt8(ascii: "\n") { return true }
      index += 1
    }
    return index == limit || bytes[index].isUppercaseLetter && places == .sentences
  }

  private func startsSentence(_ index: Int, _ limit: Int) -> Bool {
    let index = skipSpace(index, limit)
    return index < limit && bytes[index].isUppercaseLetter
  }

  private func has(_ text: String, at index: Int, _ limit: Int) -> Bool {
    let text = text.utf8
    guard index + text.count < limit, zip(bytes[index...], text).allSatisfy(==) else {
      return false
    }
    let isWord = text.last.map { $0.isLetter } ?? false
    return !isWord || !bytes[index + text.count].isLetter
  }

  private func skipSpace(_ index: Int, _ limit: Int) -> Int {
    var index = index
    while index < limit {
      let length = bytes.spaceLength(at: index)
      guard length > 0 else { break }
      index += length
    }
    return index
  }
}
