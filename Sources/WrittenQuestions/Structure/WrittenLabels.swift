import Text

/// The numbers that a source gives a text beside it: "3", "3a", "1 t/m 3", "2, 3".
struct WrittenLabels: Hashable {
  /// As it is written, without words before it.
  let written: String
  let labels: [String]

  init(written: String, labels: [String]) {
    self.written = written
    self.labels = labels
  }

  /// Nil for what is no number of a question, nor a list or a range of them.
  init?(_ text: String) {
    let bare = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .trimming { ".): ".contains($0) }
    let words = bare.split { !$0.isLetter }
    let lead = words.prefix { Self.leadWords.contains(String($0)) }.last?.endIndex
    let start =
      lead.flatMap { bare.prefix(upTo: $0).contains(where: \.isNumber) ? nil : $0 }
      ?? bare.startIndex
    let number = bare[start...].trimming { "._-#: ".contains($0) }
    guard number.first?.isNumber == true else { return nil }
    let digits = number.prefix { $0.isASCII && $0.isNumber }
    let letter = number.dropFirst(digits.count)
    if 1...3 ~= digits.utf8.count,
      letter.isEmpty || letter.utf8.count == 1 && letter.first?.isLetter == true
    {
      written = String(number)
      labels = [written]
      return
    }
    // Read as behind "Vragen" in a text.
    let line = Array("Vragen \(number)\n".utf8)
    let marker = line.withUnsafeBufferPointer {
      MarkerScanner($0, places: .lineStarts).numbers(in: 0..<$0.count).first
    }
    guard let marker, marker.range == 0..<line.count, marker.labels.count > 1 else { return nil }
    written = marker.written
    labels = marker.labels.map(\.description)
  }

  private static let leadWords: Set<String> = [
    "vraag", "vragen", "deelvraag", "deelvragen", "antwoord", "antwoorden", "op", "de", "nr", "nrs",
    "nummer", "nummers", "question", "questions", "answer", "q",
  ]
}

extension WrittenLabels {
  /// Of a number, a text, or a list of these.
  init?(_ value: JSONValue) {
    switch value {
    case .number(let digits): self.init(digits)
    case .string(let string): self.init(string.text)
    case .array(let elements):
      let parts = elements.compactMap { WrittenLabels($0)?.written }
      guard parts.count == elements.count, !parts.isEmpty else { return nil }
      self.init(parts.joined(separator: ", "))
    default: return nil
    }
  }
}
