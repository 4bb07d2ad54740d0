/// The one place where names of people get their usual form.
extension WrittenQuestion {
  /// With every person's name as it is spoken, and parties and roles where they belong: what stood in
  /// a name's brackets is one where the source names none.
  package var withUsualNames: WrittenQuestion {
    var question = self
    question.askers = askers.map { asker in
      let name = PersonName(asker.name)
      return Asker(name: name.display, party: asker.party ?? name.group)
    }
    question.ministers = ministers.map(Self.usual)
    return question
  }

  private static func usual(_ minister: Minister) -> Minister {
    guard let written = minister.name else { return minister }
    let words = PersonName.words(written)
    let start = words.first.map { ["de", "het"].contains($0.lowercased()) } == true ? 1 : 0
    let rest = words.dropFirst(start)
    guard let office = rest.first, offices.contains(office.lowercased()) else {
      let name = PersonName(written)
      return Minister(name: name.display, role: minister.role ?? name.group)
    }
    // "Minister van Werk" is no name, "minister Van Rij" has one.
    let called = rest.dropFirst().joined(separator: " ")
    guard called.first?.isUppercase == true, !PersonNames.isRole(called) else {
      guard minister.role == nil else { return minister }
      return Minister(role: written)
    }
    let name = PersonName(called)
    return Minister(name: name.display, role: minister.role ?? name.group)
  }

  private static let offices: Set<String> = [
    "minister", "staatssecretaris", "viceminister-president", "vice-minister-president",
    "minister-president", "vicepremier", "vice-premier", "premier", "viceministerpresident",
  ]
}
