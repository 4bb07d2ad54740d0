import Text

/// Members of a register's record by their names, in which capitals, `_`, `-` and spaces do not count.
struct RegisterFields {
  private let members: [JSONMember]
  /// Where the object stands in the record: `Zaak.`, empty for the record itself.
  private let place: String

  init(_ members: [JSONMember], place: String = "") {
    self.members = members
    self.place = place
  }

  /// The value of the first of these names that says something.
  func value(_ names: String...) -> JSONValue? { member(names)?.value }

  /// Its text, or that of its only member that is one; without white space around it.
  func text(_ names: String...) -> String? { member(names).flatMap { Self.text(of: $0.value) } }

  /// The member and its text, with its place in the record.
  func cited(_ names: String...) -> (place: String, text: String)? {
    guard let member = member(names), case .string(let string) = member.value else { return nil }
    return (place + member.name, string.text)
  }

  /// The date that a text of a field is; a warning where it is none.
  func date(
    _ text: String, _ field: String, of record: SourceRecord, _ warn: (ReadWarning) -> Void
  ) -> CalendarDate? {
    if let date = ExportDate.date(text) { return date }
    warn(
      ReadWarning(
        .unreadableDate, path: record.path, line: record.line, field: field, value: text))
    return nil
  }

  /// The texts of a list, or the one that stands in its place.
  /// - Parameter keepsBlank: whether elements that say nothing keep their places.
  func list(_ names: String..., keepsBlank: Bool = false) -> [String] {
    switch member(names)?.value {
    case .array(let elements):
      return elements.compactMap { element in
        guard case .string(let string) = element else { return keepsBlank ? "" : nil }
        return element.isEmpty && !keepsBlank ? nil : string.text
      }
    case .string(let string): return [string.text]
    default: return []
    }
  }

  /// The name of a member as the record has it, with where the object stands.
  func place(of name: String) -> String { place + (member([name])?.name ?? name) }

  func flag(_ names: String...) -> Bool? { member(names).flatMap { Self.flag(of: $0.value) } }

  private static func flag(of value: JSONValue) -> Bool? {
    switch value {
    case .bool(let value): value
    case .number(let digits): ["1": true, "0": false][digits]
    case .string(let string):
      [
        "true": true, "false": false, "ja": true, "nee": false, "yes": true, "no": false,
        "1": true, "0": false,
      ][JSONRecord.trimmed(string.text).lowercased()]
    default: nil
    }
  }

  /// Whether a member has this name, whatever it says.
  func has(_ name: String) -> Bool { members.contains { JSONNames.plain($0.name) == name } }

  // MARK: Shapes

  /// What the value of a member has to be.
  enum Shape {
    case string
    /// A text, or a number.
    case text
    case flag
    case objects
    /// The years of a session.
    case session

    fileprivate func fits(_ value: JSONValue) -> Bool {
      switch (self, value) {
      case (.string, .string): true
      case (.text, _): RegisterFields.text(of: value) != nil
      case (.flag, _): RegisterFields.flag(of: value) != nil
      case (.objects, .object): true
      case (.objects, .array(let elements)):
        elements.allSatisfy { element in
          if case .object = element { true } else { element.isEmpty }
        }
      case (.session, _): RegisterFields.text(of: value).flatMap { Session.canonical($0) } != nil
      default: false
      }
    }
  }

  /// Warns of the members with these names that say something in another shape, which nothing reads.
  func check(
    _ shape: Shape, _ names: String..., in record: SourceRecord, _ warn: (ReadWarning) -> Void
  ) {
    for member in members
    where names.contains(JSONNames.plain(member.name)) && !member.value.isEmpty
      && !shape.fits(member.value)
    {
      warn(
        ReadWarning(
          .unknownShape, path: record.path, line: record.line, field: place + member.name,
          value: member.value.description))
    }
  }

  /// The objects of a list, or the one that stands in its place.
  func objects(_ names: String...) -> [RegisterFields] {
    guard let member = member(names) else { return [] }
    switch member.value {
    case .object(let members): return [RegisterFields(members, place: place + member.name + ".")]
    case .array(let elements):
      return elements.enumerated().compactMap { index, element in
        guard case .object(let members) = element else { return nil }
        return RegisterFields(members, place: "\(place)\(member.name)[\(index)].")
      }
    default: return []
    }
  }

  /// The names and texts of all members.
  var texts: [(name: String, text: String)] {
    members.compactMap { member in Self.text(of: member.value).map { (member.name, $0) } }
  }

  var names: [String] { members.map(\.name) }

  private func member(_ names: [String]) -> JSONMember? {
    for name in names {
      if let found = members.first(where: {
        JSONNames.plain($0.name) == name && !$0.value.isEmpty
      }) {
        return found
      }
    }
    return nil
  }

  private static func text(of value: JSONValue) -> String? {
    switch value {
    case .string(let string):
      let text = JSONRecord.trimmed(string.text)
      return text.isEmpty ? nil : text
    case .number(let digits): return digits
    case .object(let members) where members.count == 1: return text(of: members[0].value)
    case .array(let elements) where elements.count == 1: return text(of: elements[0])
    default: return nil
    }
  }
}
