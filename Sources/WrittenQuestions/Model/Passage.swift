/// A piece of a document that is ranked and cited by itself.
public struct Passage: Sendable, Hashable {
  public var kind: PassageKind
  /// As the source numbers it: "3", "3a", "1-3"; nil where it has no number.
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

  /// Where the text stands in its source.
  public struct Place: Sendable, Hashable {
    /// The field of a JSON record; nil in a text file.
    public var field: String?
    /// Bytes of the field's decoded text, or of the file's text; both as UTF-8.
    public var range: Range<Int>

    public init(field: String? = nil, range: Range<Int>) {
      self.field = field
      self.range = range
    }
  }
}

public enum PassageKind: String, Sendable, Hashable, CaseIterable {
  case introduction, subQuestion, answerPart

  /// The word that people know it by.
  public var dutchName: String {
    switch self {
    case .introduction: "inleiding"
    case .subQuestion: "vraag"
    case .answerPart: "antwoord"
    }
  }

  /// Reads a Dutch or an English name.
  public init?(named name: String) {
    switch name.lowercased() {
    case "inleiding", "introduction": self = .introduction
    case "vraag", "deelvraag", "question": self = .subQuestion
    case "antwoord", "answer": self = .answerPart
    default: return nil
    }
  }
}
