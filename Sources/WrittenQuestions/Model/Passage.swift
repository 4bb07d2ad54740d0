import Text

/// A piece of a document that is ranked and cited by itself.
public struct Passage: Sendable, Hashable {
  public var kind: PassageKind
  /// As the source numbers it: "3", "3a", "1-3"; in a list without numbers its place there, from 1;
  /// nil where it has no number.
  public var label: String?
  /// The text, without its number and without page headers and footers.
  public var text: String
  public var place: Place

  public init(kind: PassageKind, label: String? = nil, text: String, place: Place) {
    self.kind = kind
    self.label = label
    self.text = text
    self.place = place
  }

  /// Where the text stands in its source: from its first byte to its last, also where page headers
  /// between them were left out. Offsets are from 0.
  public enum Place: Sendable, Hashable {
    /// Bytes of a text file as they are on the disk, in the encoding that `Source` names.
    case file(Range<Int>)
    /// Bytes of a record's field, decoded, as UTF-8. An element or member of a field is named as in
    /// `vragen[0].tekst`.
    case field(String, Range<Int>)
    /// Pages, from 1, of a document whose text was extracted, and bytes of that text as UTF-8.
    case pages(ClosedRange<Int>, Range<Int>)

    /// Bytes of the file, of the field or of the extracted text.
    public var range: Range<Int> {
      switch self {
      case .file(let range), .field(_, let range), .pages(_, let range): range
      }
    }

    public var field: String? {
      if case .field(let name, _) = self { name } else { nil }
    }

    public var pages: ClosedRange<Int>? {
      if case .pages(let pages, _) = self { pages } else { nil }
    }
  }

  /// Whether this passage is what stands at a place in a source: the same first and last sign, and all
  /// others in their order; white space aside, and what was left out between them, as page headers
  /// and note marks.
  public func agrees(with cited: String) -> Bool {
    let signs = text.utf8.filter { !$0.isSpace }
    let found = cited.utf8.filter { !$0.isSpace }
    guard signs.first == found.first, signs.last == found.last else { return false }
    var rest = found[...]
    for sign in signs {
      guard let place = rest.firstIndex(of: sign) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}

public enum PassageKind: String, Sendable, Hashable, CaseIterable {
  case introduction, subQuestion, answerPart
  /// Of a document in which no form was found.
  case text
  /// At the foot of a page, or at the end.
  case note

  /// The word that people know it by.
  public var dutchName: String {
    switch self {
    case .introduction: "inleiding"
    case .subQuestion: "vraag"
    case .answerPart: "antwoord"
    case .text: "tekst"
    case .note: "noot"
    }
  }

  /// Reads a Dutch or an English name.
  public init?(named name: String) {
    switch name.lowercased() {
    case "inleiding", "introduction": self = .introduction
    case "vraag", "deelvraag", "question": self = .subQuestion
    case "antwoord", "answer": self = .answerPart
    case "tekst", "text": self = .text
    case "noot", "voetnoot", "note": self = .note
    default: return nil
    }
  }
}
