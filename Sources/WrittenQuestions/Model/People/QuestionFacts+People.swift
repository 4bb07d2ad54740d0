/// One list of people out of those of two sources.
extension QuestionFacts {
  /// Those who ask, with what another source says of the same. Whoever is most like one of them is
  /// that one: two of one family name are told apart by their parties.
  static func joined(_ own: [Asker], _ others: [Asker]) -> [Asker] {
    var askers = own
    let (ownKeys, otherKeys) = (own.map { PersonKey($0.name) }, others.map { PersonKey($0.name) })
    var pairs: [(own: Int, other: Int, likeness: Int)] = []
    for (index, key) in ownKeys.enumerated() {
      for (place, other) in otherKeys.enumerated() where key.mayBe(other) {
        let party = likeness(own[index].party, others[place].party)
        let isSameName = key.given == other.given && !key.given.isEmpty
        pairs.append(
          (index, place, 4 * (isSameName ? max(party, 1) : party) + (isSameName ? 2 : 0)))
      }
    }
    // The order of the sources decides where the likeness does not.
    pairs.sort { ($1.likeness, $0.own, $0.other) < ($0.likeness, $1.own, $1.other) }
    var taken: Set<Int> = []
    var told: Set<Int> = []
    for pair in pairs where !taken.contains(pair.own) && !told.contains(pair.other) {
      taken.insert(pair.own)
      told.insert(pair.other)
      askers[pair.own].add(others[pair.other])
    }
    for (place, other) in others.enumerated() where !told.contains(place) {
      // One that the other source has twice.
      let known = askers.firstIndex { asker in
        likeness(asker.party, other.party) > 0 && PersonKey(asker.name).mayBe(otherKeys[place])
      }
      if let known { askers[known].add(other) } else { askers.append(other) }
    }
    return askers
  }

  /// 2 for one party, 1 where one of them is not known, 0 for two.
  private static func likeness(_ own: String?, _ other: String?) -> Int {
    guard let own, let other else { return 1 }
    return Party.key(of: own, in: nil) == Party.key(of: other, in: nil) ? 2 : 0
  }

  /// One who has a role alone, and one who has a name alone, are the same where there is no other.
  static func joined(_ own: [Minister], _ others: [Minister]) -> [Minister] {
    var ministers = own
    for other in others {
      let known = ministers.firstIndex { isSame($0, other) }
      let only = own.count == 1 && others.count == 1 && isOther(own[0], other) ? 0 : nil
      guard let index = known ?? only else {
        ministers.append(other)
        continue
      }
      ministers[index].name = PersonName.fuller(ministers[index].name, other.name)
      ministers[index].role = ministers[index].role ?? other.role
    }
    return ministers
  }

  private static func isSame(_ own: Minister, _ other: Minister) -> Bool {
    if let name = own.name, let known = other.name {
      return PersonKey(name).mayBe(PersonKey(known))
    }
    guard let role = own.role, let known = other.role else { return false }
    return plain(role) == plain(known)
  }

  private static func isOther(_ own: Minister, _ other: Minister) -> Bool {
    own.name == nil && other.role == nil || own.role == nil && other.name == nil
  }

  /// Roles are written with and without "de", with and without capitals.
  private static func plain(_ role: String) -> String {
    role.lowercased().split { !$0.isLetter }.filter { $0 != "de" && $0 != "het" }
      .joined(separator: " ")
  }
}

extension Asker {
  fileprivate mutating func add(_ other: Asker) {
    name = PersonName.fuller(name, other.name)
    party = party ?? other.party
  }
}
