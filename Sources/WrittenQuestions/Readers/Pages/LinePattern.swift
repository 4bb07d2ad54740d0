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

  /// "2/5" and "2 van 5", which scores and shares look like.
  var isNumberOfTotal: Bool {
    !["-#-", "–#–", "—#—", "[#]", "|#|"].contains(text.filter { !$0.isWhitespace })
      && Set(text.lowercased().filter(\.isLetter)).isSubset(of: "vanof")
  }

  /// "Pagina 2 van 5": a word for page and the number of all.
  var isPageOfAll: Bool {
    isPageLabel && !isNumberOfTotal && text.count { $0 == "#" } == 2
  }

  /// "blz. 2". A "Blad 2" may be one of maps or forms.
  var saysPageNumber: Bool {
    isPageLabel && !isNumberOfTotal && !text.lowercased().contains("blad ")
  }

  /// How many words have letters.
  var words: Int { text.split(separator: " ").count { $0.contains(where: \.isLetter) } }

  /// One word, or a few and a value: "Totaal", "Gent 45", "Eerste graad 12 %".
  var isRow: Bool {
    let words = text.split(separator: " ")
    guard words.count > 1, let last = words.last else { return !text.contains(".") }
    guard last != "%", last != "#%" else { return true }
    // "Kamer, zitting 2020-2021" and "Stuk nr. 5" are none.
    return words.count < 5 && (words[0] == "#" || last.contains("#") && last != "#-#")
      && !words.contains { $0.lowercased().hasPrefix("nr") }
  }

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
      Self.pageWords.contains($0) && ["#", "##"].contains($1)
    } || words.contains { $0.last == "#" && Self.pageWords.contains(String($0.dropLast())) }
      || words.first == "#" && words.last.map { Self.pageWords.contains($0) } ?? false
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

  /// Whether no words and no other numbers stand on one side of a number's word.
  func isOuter(_ slot: Int) -> Bool {
    let words = text.split(separator: " ")
    var before = 0
    guard
      let own = words.firstIndex(where: { word in
        before += word.count { $0 == "#" }
        return slot < before
      })
    else { return false }
    return [words[..<own], words[(own + 1)...]].contains { side in
      !side.contains { $0.contains { $0.isLetter || $0 == "#" } }
    }
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

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
