/// The one place where names of people get their usual form.
extension WrittenQuestion {
  /// With every person's name as it is spoken, and parties and roles where they belong: what stood in
  /// a name's brackets is one where the source names none.
  package var withUsualNames: WrittenQuestion {
    var question = self
    question.askers = askers.map { asker in
      let name = PersonName(asker.name)
      return Asker(name: name.display, party: asker.party.map(Party.withoutCount) ?? name.group)
    }
    question.ministers = ministers.map(Self.usual)
    return question
  }

  /// "Minister van Werk" is no name, "minister Van Rij" has one.
  private static func usual(_ minister: Minister) -> Minister {
    guard let written = minister.name else { return minister }
    guard let read = Office.minister(in: written) else {
      if minister.role == nil, Office.isPortfolio(written) { return Minister(role: written) }
      let name = PersonName(written)
      return Minister(name: name.display, role: minister.role ?? name.group)
    }
    guard let called = read.name else {
      return minister.role == nil ? read : minister
    }
    let name = PersonName(called)
    return Minister(name: name.display, role: minister.role ?? read.role ?? name.group)
  }
}
