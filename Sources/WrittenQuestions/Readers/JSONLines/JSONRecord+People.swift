/// Who asks and who answers. Lists of names and of parties, or of ministers and of roles, are pairs
/// where they are of one length; an object carries its own. A text may name several, and a party.
extension JSONRecord {
  private struct Person {
    var name: String?
    /// The party or the role.
    var group: String?
    /// Which element of the list names the person.
    var element = 0
  }

  mutating func askers() -> [Asker] {
    var people = people(.asker)
    give(groups(.party, of: people), of: .party, to: &people, common: \.first)
    return people.compactMap { person in
      guard let name = person.name else {
        if let party = person.group { warn(.leftOut, values(.asker)[0].name, party) }
        return nil
      }
      return Asker(name: name, party: person.group)
    }
  }

  mutating func ministers() -> [Minister] {
    var people = people(.minister)
    let roles = groups(.role, of: people)
    let all = Set(roles.compactMap { $0 })
    // Of which minister each is cannot be told.
    if people.isEmpty || people.count > 1 && !isPaired(people, roles) && all.count > 1 {
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
    let isPaired = isPaired(people, groups)
    let shared =
      known.count == 1 || people.count == 1 && part == .role ? common(known) : nil
    var taken: Set<String> = []
    for index in people.indices where people[index].name != nil {
      let group = isPaired && groups.count > 1 ? groups[people[index].element] : shared
      guard people[index].group == nil || people[index].group == group else { continue }
      people[index].group = group
      if let group { taken.insert(group) }
    }
    let field = values(part).first?.name ?? part.rawValue
    if let shared, taken.contains(shared) { return }
    for group in known where !taken.contains(group) { warn(.leftOut, field, group) }
  }

  private func isPaired(_ people: [Person], _ groups: [String?]) -> Bool {
    people.last.map { $0.element + 1 } == groups.count
  }

  // MARK: People

  /// At least one for each element, so that they can be paired.
  private mutating func people(_ part: FieldMapping.Part) -> [Person] {
    var all: [Person] = []
    for member in values(part) {
      let rows = rows(of: member, part)
      let found = rows ?? people(in: member.value, at: member.name, part)
      let first = all.last.map { $0.element + 1 } ?? 0
      all += found.map { person in
        var person = person
        person.element += first
        return person
      }
    }
    // Of one element with several people each may have a group of its own.
    if all.count > 1, all.allSatisfy({ $0.element == 0 }) {
      for index in all.indices { all[index].element = index }
    }
    return all
  }

  /// `[["Jan", "A"], ["Piet", "B"]]`, where the second of each row is a party or a role.
  private mutating func rows(of member: JSONMember, _ part: FieldMapping.Part) -> [Person]? {
    guard case .array(let rows) = member.value, !rows.isEmpty else { return nil }
    var all: [Person] = []
    var isClear = true
    for (index, row) in rows.enumerated() {
      guard case .array(let cells) = row, cells.count == 2, case .string(let name) = cells[0],
        !cells[0].isEmpty
      else { return nil }
      var group: String?
      if case .string(let text) = cells[1] { group = Self.trimmed(text.text) }
      guard let text = group ?? (cells[1] == .null ? "" : nil) else { return nil }
      isClear =
        isClear
        && (text.isEmpty
          || (part == .asker
            ? PersonNames.isParty(text, of: name.text) : Office.isRole(text)))
      all += people(in: cells[0], at: "\(member.name)[\(index)][0]", part).map { person in
        let own = text.isEmpty ? nil : text
        return Person(name: person.name, group: person.group ?? own, element: index)
      }
    }
    if isClear, all.contains(where: { $0.group != nil }) { return all }
    warn(.unclearNames, member.name, member.value.description)
    return nil
  }

  private mutating func people(
    in value: JSONValue, at place: String, _ part: FieldMapping.Part
  ) -> [Person] {
    switch value {
    case .array(let elements):
      var all: [Person] = []
      for (index, element) in elements.enumerated() {
        let first = all.last.map { $0.element + 1 } ?? 0
        let found = people(in: element, at: "\(place)[\(index)]", part)
        all += found.map { Person(name: $0.name, group: $0.group, element: $0.element + first) }
      }
      return all
    case .object(let members): return people(in: members, at: place, part)
    default: return people(named: texts(in: value, at: place, part), part)
    }
  }

  private mutating func people(
    in members: [JSONMember], at place: String, _ part: FieldMapping.Part
  ) -> [Person] {
    var object = JSONObject(members)
    if let numbered = numbered(members) {
      let elements = numbered.map(\.0.value)
      return people(in: .array(elements), at: place, part)
    }
    var found: [Person]
    if let list = object.take(JSONNames.people) ?? object.take(JSONNames.names) {
      found = people(in: list.value, at: "\(place).\(list.name)", part)
      // With a first name beside it, "naam" is the last one.
      if found.count == 1, let name = found[0].name, let first = object.take(JSONNames.firstNames),
        let given = text(in: first.value, at: "\(place).\(first.name)", part),
        !PersonName.words(name).contains(given)
      {
        found[0].name = given + " " + name
      }
    } else {
      let parts = [JSONNames.firstNames, JSONNames.particles, JSONNames.lastNames].compactMap {
        object.take($0)
      }
      let words = parts.compactMap { text(in: $0.value, at: "\(place).\($0.name)", part) }
      found = words.isEmpty ? [] : [Person(name: words.joined(separator: " "))]
    }
    var groups: [String?] = []
    if let group = object.take(part == .asker ? JSONNames.parties : JSONNames.roles) {
      groups = self.groups(
        in: group.value, at: "\(place).\(group.name)", part == .asker ? .party : .role)
    }
    guard !found.isEmpty || !groups.isEmpty else {
      if let only = object.takeFirst(), object.rest.isEmpty {
        return people(in: only.value, at: "\(place).\(only.name)", part)
      }
      return people(named: texts(in: .object(members), at: place, part), part)
    }
    leaveOut(object, at: place)
    let isPaired = found.count > 1 && groups.count == found.count
    let all = groups.compactMap { $0 }.joined(separator: ", ")
    if found.isEmpty, !all.isEmpty { return [Person(group: all)] }
    for index in found.indices where !groups.isEmpty {
      let group = isPaired ? groups[index] : all
      if let group, !group.isEmpty {
        if let own = found[index].group, own != group {
          warn(.leftOut, place, group)
        } else {
          found[index].group = group
        }
      }
    }
    return found
  }

  /// Those whom texts name; nobody, where there is none.
  private mutating func people(named texts: [Text], _ part: FieldMapping.Part) -> [Person] {
    var all: [Person] = []
    for text in texts {
      let trimmed = Self.trimmed(text.text)
      let names =
        part == .asker
        ? PersonNames(askers: trimmed)
        : PersonNames(ministers: trimmed, hasRoles: !values(.role).isEmpty)
      if !names.isClear { warn(.unclearNames, text.place, trimmed) }
      all += names.people.map { Person(name: $0.name, group: $0.group) }
    }
    return all.isEmpty ? [Person()] : all
  }

  // MARK: Parties and roles

  /// A text that lists as many as there are people is a list; commas belong to a role.
  private mutating func groups(_ part: FieldMapping.Part, of people: [Person]) -> [String?] {
    var all: [String?] = []
    for member in values(part) { all += groups(in: member.value, at: member.name, part) }
    guard all.count == 1, let only = all[0], people.count > 1 else { return all }
    let signs = part == .party ? [";", "|", "\n", ","] : [";", "|", "\n"]
    for sign in signs {
      let pieces = only.split(separator: Character(sign)).map { Self.trimmed(String($0)) }
      if pieces.count == (people.last?.element ?? 0) + 1, pieces.allSatisfy({ !$0.isEmpty }) {
        return pieces
      }
    }
    return all
  }

  private mutating func groups(
    in value: JSONValue, at place: String, _ part: FieldMapping.Part
  ) -> [String?] {
    guard case .array(let elements) = value else { return [text(in: value, at: place, part)] }
    var all: [String?] = []
    for (index, element) in elements.enumerated() {
      all.append(text(in: element, at: "\(place)[\(index)]", part))
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
