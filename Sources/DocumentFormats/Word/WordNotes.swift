/// The notes that a text refers to, with the marks that the program numbers them by.
struct WordNotes {
  /// In the order of their marks: the composer's number, and the note.
  var found: [(Int, XMLElement)] = []
  private let package: WordPackage
  private var seen: Set<String> = []
  private var footnotes: Counter
  private var endnotes: Counter

  private struct Counter {
    var next: Int
    let format: NumberFormat

    /// - Parameter settings: `w:footnotePr` or `w:endnotePr`, of the section before that of the document.
    init(_ settings: [XMLElement?], standard: NumberFormat) {
      func value(_ name: String) -> String? {
        settings.lazy.compactMap { $0?.first(name)?["w:val"] }.first
      }
      next = value("w:numStart").flatMap { Int($0) } ?? 1
      format = value("w:numFmt").map { NumberFormat(word: $0) } ?? standard
    }

    mutating func mark() -> String {
      defer { next &+= 1 }
      return format.text(next)
    }
  }

  init(_ package: WordPackage) {
    self.package = package
    footnotes = Counter(package.noteSettings("w:footnotePr"), standard: .decimal)
    endnotes = Counter(package.noteSettings("w:endnotePr"), standard: .lowerRoman)
  }

  /// The note that a reference means, and its mark; nil where it was referred to before or is none.
  /// - Parameter mark: where one was typed.
  mutating func refer(_ reference: XMLElement, mark: String?) -> (XMLElement, String)? {
    guard let id = reference["w:id"] else { return nil }
    let isFootnote = reference.name == "w:footnoteReference"
    let note = isFootnote ? package.footnotes[id] : package.endnotes[id]
    guard let note, seen.insert((isFootnote ? "f" : "e") + id).inserted else { return nil }
    if let mark = mark?.trimmed, !mark.isEmpty { return (note, mark) }
    return (note, isFootnote ? footnotes.mark() : endnotes.mark())
  }
}

extension String {
  /// Without the white space around it.
  var trimmed: String {
    let tail = drop(while: \.isWhitespace)
    return String(tail.prefix(tail.count - tail.reversed().prefix(while: \.isWhitespace).count))
  }
}
