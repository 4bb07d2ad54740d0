import Extraction
import Text

/// The fields of a JSON record that have a meaning, and what of them was left out.
struct JSONRecord {
  let mapping: FieldMapping
  let presentFields: [String]
  private(set) var warnings: [ReadWarning] = []
  private let members: [FieldMapping.Part: [JSONMember]]
  private let path: SourcePath
  private let line: Int?

  /// A text, and where it stands in the record, as in `vragen[1].tekst`.
  struct Text {
    let place: String
    let text: String
    /// The numbers that the record gives it.
    var labels: WrittenLabels?
    /// It only keeps the place of an element that says nothing.
    var isBlank: Bool { JSONRecord.trimmed(text).isEmpty }

    /// With these numbers, where it has none of its own.
    func labelled(_ labels: WrittenLabels) -> Text {
      var text = self
      text.labels = text.labels ?? labels
      return text
    }
  }

  /// - Parameter mapping: nil: found from the fields.
  init(_ all: [JSONMember], mapping: FieldMapping?, path: SourcePath, line: Int?) {
    presentFields = Set(all.map(\.name)).sorted()
    let isDetected = mapping == nil
    let speaking = Set(all.filter { !$0.value.isEmpty }.map(\.name))
    let mapping = mapping ?? FieldMapping.detected(from: speaking)
    self.mapping = mapping
    self.path = path
    self.line = line
    var last: [String: JSONMember] = [:]
    var repeated: [JSONMember] = []
    for member in all {
      if let before = last.updateValue(member, forKey: member.name), before != member {
        repeated.append(before)
      }
    }
    members = mapping.fields.mapValues { $0.compactMap { last[$0] } }
    let mapped = Set(mapping.fields.values.joined())
    for member in repeated where mapped.contains(member.name) {
      warn(.repeatedField, member.name, member.value.description)
    }
    for name in speaking.subtracting(mapped).sorted() {
      if let member = last[name] { warnOfUnread(member, isDetected: isDetected) }
    }
  }

  /// Warns of a field that nothing reads, if it is known by its name or has words.
  private mutating func warnOfUnread(_ member: JSONMember, isDetected: Bool) {
    let name = member.name
    guard !FieldMapping.repeating.contains(name) else { return }
    let bytes = UnreadWords.bytes(in: member.value)
    let problem: ReadWarning.Problem
    // Who says which fields are read knows of the others.
    if isDetected, FieldMapping.knownNames.contains(JSONNames.plain(name)) {
      problem = .unusedField
    } else if bytes != nil {
      problem = JSONNames.isOfOtherLanguage(name) ? .otherLanguage : .leftOut
    } else {
      return
    }
    warnings.append(
      ReadWarning(
        problem, path: path, line: line, field: name, value: member.value.description,
        bytes: bytes))
  }

  mutating func warn(_ problem: ReadWarning.Problem, _ place: String, _ value: String) {
    let field = field(of: place)
    let inside = place.dropFirst(field.utf8.count)
    warnings.append(
      ReadWarning(
        problem, path: path, line: line, field: field,
        value: inside.isEmpty ? value : "\(inside) \(value)"))
  }

  /// The field that a place is in, whose name may have points and brackets of its own.
  private func field(of place: String) -> String {
    let around = presentFields.filter { name in
      place.hasPrefix(name) && [nil, ".", "["].contains(place.dropFirst(name.count).first)
    }
    return around.max { $0.utf8.count < $1.utf8.count } ?? place
  }

  /// The values that were found for a part, by their fields; those that say nothing are left out.
  func values(_ part: FieldMapping.Part) -> [JSONMember] {
    (members[part] ?? []).filter { !$0.value.isEmpty }
  }

  // MARK: Texts

  /// All texts of a part, each list of its fields by itself; of questions and answers also blank
  /// ones, which keep their place in it.
  mutating func texts(_ part: FieldMapping.Part) -> [[Text]] {
    var all: [[Text]] = []
    for member in values(part) {
      let texts = texts(in: member.value, at: member.name, part)
      if !texts.allSatisfy(\.isBlank) { all.append(texts) }
    }
    return all
  }

  /// The one text of a part, without white space around it.
  mutating func text(_ part: FieldMapping.Part) -> String? {
    let texts = self.texts(part).joined().map { ($0.place, Self.trimmed($0.text)) }
      .filter { !$0.1.isEmpty }
    guard let first = texts.first else { return nil }
    for (place, text) in texts.dropFirst() where text != first.1 {
      warn(.severalValues, place, text)
    }
    return first.1
  }

  mutating func texts(in value: JSONValue, at place: String, _ part: FieldMapping.Part) -> [Text] {
    let keepsPlace = part == .question || part == .answer
    switch value {
    case .null: return keepsPlace ? [Text(place: place, text: "")] : []
    case .bool(let value):
      warn(.unknownShape, place, String(value))
      return keepsPlace ? [Text(place: place, text: "")] : []
    case .number(let digits): return [Text(place: place, text: digits)]
    case .string(let string):
      let (text, hasHalfPair) = string.decoded
      if hasHalfPair { warn(.replacedCharacters, place, text) }
      return Self.trimmed(text).isEmpty
        ? keepsPlace ? [Text(place: place, text: "")] : [] : [Text(place: place, text: text)]
    case .array(let elements):
      if keepsPlace, elements.isEmpty { return [Text(place: place, text: "")] }
      var all: [Text] = []
      for (index, element) in elements.enumerated() {
        all += texts(in: element, at: "\(place)[\(index)]", part)
      }
      return all
    case .object(let members): return texts(in: members, at: place, part)
    }
  }

  /// The text of an object: that in Dutch where each member is a language, that of the member whose
  /// name says so, or that of its only member.
  private mutating func texts(in members: [JSONMember], at place: String, _ part: FieldMapping.Part)
    -> [Text]
  {
    if let numbered = numbered(members) {
      var all: [Text] = []
      for (member, labels) in numbered {
        let found = texts(in: member.value, at: "\(place).\(member.name)", part)
        all += found.map { $0.labelled(labels) }
      }
      return all
    }
    let keepsPlace = part == .question || part == .answer
    let textNames = JSONNames.texts(of: part)
    let isBlank = JSONNames.hasBlankText(members, textNames)
    let members = members.filter { !$0.value.isEmpty }
    guard !members.isEmpty else { return keepsPlace ? [Text(place: place, text: "")] : [] }
    var object = JSONObject(members)
    let labels = keepsPlace ? JSONNames.labels : []
    let chosen: JSONMember?
    if keepsPlace, isBlank {
      // Its text is there, and says nothing.
      chosen = JSONMember(name: "", value: .null)
    } else if members.allSatisfy({ JSONNames.languages.contains(JSONNames.plain($0.name)) }) {
      chosen = object.take(JSONNames.dutch) ?? object.takeFirst()
    } else if members.count == 1 {
      chosen = object.takeFirst()
    } else {
      chosen = object.take(textNames)
    }
    guard let chosen else {
      if !members.isEmpty {
        warn(.unknownShape, place, JSONValue.object(members).description)
      }
      return keepsPlace ? [Text(place: place, text: "")] : []
    }
    let label =
      labels.isEmpty
      ? nil
      : object.take(labels) { WrittenLabels($0) }.flatMap { WrittenLabels($0.value) }
    let chosenTexts = texts(in: chosen.value, at: "\(place).\(chosen.name)", part)
    let found = label.map { label in chosenTexts.map { $0.labelled(label) } } ?? chosenTexts
    // What the other part reads of the same field is not left out.
    let field = field(of: place)
    if part == .question, mapping.fields[.answer]?.contains(field) == true {
      _ = object.take(JSONNames.texts(of: .answer))
    } else if part == .answer, mapping.fields[.question]?.contains(field) == true {
      _ = object.take(JSONNames.texts(of: .question))
    }
    leaveOut(object, at: place)
    return found
  }

  mutating func leaveOut(_ object: JSONObject, at place: String) {
    for member in object.rest {
      warn(.leftOut, "\(place).\(member.name)", member.value.description)
    }
  }

  /// The members of an object that has a number for a name of each, as `{"1": …, "2": …}`.
  func numbered(_ members: [JSONMember]) -> [(JSONMember, WrittenLabels)]? {
    let numbered = members.compactMap { member in
      WrittenLabels(member.name).map { (member, $0) }
    }
    return members.isEmpty || numbered.count < members.count ? nil : numbered
  }

  // MARK: Dates

  /// The first date that can be read, or a later one that says more of the same; what cannot be read
  /// is a warning.
  mutating func date(_ part: FieldMapping.Part) -> CalendarDate? {
    var found: CalendarDate?
    for text in dates(part) {
      guard let date = ExportDate.date(Self.trimmed(text.text)) else {
        warn(.unreadableDate, text.place, text.text)
        continue
      }
      if let found, !found.covers(date), !date.covers(found) {
        warn(.severalValues, text.place, text.text)
      }
      if found?.covers(date) ?? true { found = date }
    }
    return found
  }

  /// The texts of dates; also of `{"year": 2023, "month": 3, "day": 10}`, which may end earlier.
  private mutating func dates(_ part: FieldMapping.Part) -> [Text] {
    var all: [Text] = []
    for member in values(part) {
      if case .object(let members) = member.value {
        var object = JSONObject(members)
        let parts = [JSONNames.years, JSONNames.months, JSONNames.days].map { names in
          object.take(names)?.value
        }
        if parts[0] != nil, object.rest.isEmpty || parts.allSatisfy({ $0 != nil }) {
          var numbers: [String] = []
          for value in parts {
            let found = value.map { texts(in: $0, at: member.name, part) } ?? []
            numbers.append(found.map(\.text).joined(separator: " "))
          }
          while numbers.last?.isEmpty == true { numbers.removeLast() }
          // A day whose month is missing is no month.
          let isWhole = numbers.allSatisfy { !$0.isEmpty }
          let text = isWhole ? numbers.joined(separator: "-") : member.value.description
          all.append(Text(place: member.name, text: text))
          leaveOut(object, at: member.name)
          continue
        }
      }
      all += texts(in: member.value, at: member.name, part)
    }
    return all
  }

  // MARK: Characters

  /// Without white space and characters that are not seen at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isInvisible($0) }),
      let last = scalars.lastIndex(where: { !isInvisible($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if 0x21...0x7e ~= scalar.value { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isWhitespace
    }
  }
}
