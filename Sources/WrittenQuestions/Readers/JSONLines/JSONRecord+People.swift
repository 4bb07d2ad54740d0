/// Who asks and who answers. Lists of names and of parties, or of ministers and of roles, are pairs
/// where they are of one length; an object carries its own.
extension JSONRecord {
  private struct Person {
    var name: String?
    /// The party or the role.
    var group: String?
  }

  mutating func askers() -> [Asker] {
    var people = people(.asker, JSONNames.parties)
    give(groups(.party), of: .party, to: &people, common: \.first)
    return people.compactMap { person in
      guard let name = person.name else {
        if let party = person.group { warn(.leftOut, values(.asker)[0].name, party) }
        return nil
      }
      // "Burton, Emmanuel" is written as it is sorted.
      let parts = name.split(separator: ",").map { Self.trimmed(String($0)) }
      return Asker(name: parts.reversed().joined(separator: " "), party: person.group)
    }
  }

  mutating func ministers() -> [Minister] {
    var people = people(.minister, JSONNames.roles)
    let roles = groups(.role)
    let all = Set(roles.compactMap { $0 })
    // Of which minister each is cannot be told.
    if people.isEmpty || people.count > 1 && people.count != roles.count && all.count > 1 {
      people += roles.map { Person(group: $0) }
    } else {
      give(roles, of: .role, to: &people) { $0.joined(separator: ", ") }
    }
    return people.filter { $0.name != nil || $0.group != nil }
      .map { Minister(name: $0.name, role: $0.group) }
  }

  /// Gives each who carries none what stands at the same place, or what all have in common. What
  /// nobody gets is a warning.
  private mutating func give(
    _ groups: [String?], of part: FieldMapping.Part, to people: inout [Person],
    common: ([String]) -> String?
  ) {
    var known: [String] = []
    for group in groups.compactMap({ $0 }) where !known.contains(group) { known.append(group) }
    guard !known.isEmpty else { return }
    let isPaired = people.count == groups.count
    let shared =
      known.count == 1 || people.count == 1 && part == .role ? common(known) : nil
    var taken: Set<String> = []
    for index in people.indices where people[index].name != nil {
      let group = isPaired && people.count > 1 ? groups[index] : shared
      guard people[index].group == nil || people[index].group == group else { continue }
      people[index].group = group
      if let group { taken.insert(group) }
    }
    let field = values(part).first?.name ?? part.rawValue
    if let shared, taken.contains(shared) { return }
    for group in known where !taken.contains(group) { warn(.leftOut, field, group) }
  }

  /// One for each element, so that they can be paired.
  private mutating func people(_ part: FieldMapping.Part, _ groups: [String]) -> [Person] {
    var all: [Person] = []
    for member in values(part) { all += people(in: member.value, at: member.name, part, groups) }
    return all
  }

  private mutating func people(
    in value: JSONValue, at place: String, _ part: FieldMapping.Part, _ groups: [String]
  ) -> [Person] {
    switch value {
    case .array(let elements):
      var all: [Person] = []
      for (index, element) in elements.enumerated() {
        all += people(in: element, at: "\(place)[\(index)]", part, groups)
      }
      return all
    case .object(let members):
      var object = JSONObject(members)
      var person = Person()
      if let name = object.take(JSONNames.names) {
        person.name = text(in: name.value, at: "\(place).\(name.name)", part)
      } else {
        let parts = [JSONNames.firstNames, JSONNames.particles, JSONNames.lastNames].compactMap {
          object.take($0)
        }
        let words = parts.compactMap { text(in: $0.value, at: "\(place).\($0.name)", part) }
        person.name = words.isEmpty ? nil : words.joined(separator: " ")
      }
      if let group = object.take(groups) {
        person.group = text(
          in: group.value, at: "\(place).\(group.name)", part == .asker ? .party : .role)
      }
      guard person.name != nil || person.group != nil else {
        return [Person(name: text(in: value, at: place, part))]
      }
      leaveOut(object, at: place)
      return [person]
    default: return [Person(name: text(in: value, at: place, part))]
    }
  }

  private mutating func groups(_ part: FieldMapping.Part) -> [String?] {
    var all: [String?] = []
    for member in values(part) {
      guard case .array(let elements) = member.value else {
        all.append(text(in: member.value, at: member.name, part))
        continue
      }
      for (index, element) in elements.enumerated() {
        all.append(text(in: element, at: "\(member.name)[\(index)]", part))
      }
    }
    return all
  }

  /// All texts of a value, as one.
  private mutating func text(in value: JSONValue, at place: String, _ part: FieldMapping.Part)
    -> String?
  {
    let texts = texts(in: value, at: place, part).map { Self.trimmed($0.text) }
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }
}
