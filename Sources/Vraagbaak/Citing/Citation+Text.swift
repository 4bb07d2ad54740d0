import WrittenQuestions

/// The usual citation of each parliament, on one line without a full stop.
extension Citation {
  public var text: String {
    let whole =
      switch document.parliament {
      case _ where !isQuestion: unstructured
      case .dutchHouse: dutchHouse
      case .belgianChamber: belgianChamber
      default: writtenQuestion
      }
    return [whole, place?.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// "Schriftelijke vraag nr. 230 van 10 maart 2023 van A aan B, Vlaams minister van Werk, over C"
  private var writtenQuestion: String {
    var text = form
    if let number {
      // E-001234/2022 names itself.
      text += number.first?.isNumber == true ? " nr. \(number)" : " \(number)"
    }
    if let date = document.date { text += " van \(date.dutch)" }
    return text + people(askers(withParty: false)) + subject
  }

  /// "Kamervragen van het lid A (B) aan de Minister van C over D, Aanhangsel Handelingen II 2023/24, nr. 1432"
  private var dutchHouse: String {
    let askers = askers(withParty: true)
    let members =
      askers.isEmpty ? [] : [(askers.count == 1 ? "het lid " : "de leden ") + Self.list(askers)]
    var text = form + people(members) + subject
    if let (session, number) = annex {
      let year = session.map { " " + Self.short($0) } ?? ""
      return text + ", Aanhangsel Handelingen II\(year), nr. \(number)"
    }
    if let number {
      text +=
        number.first?.isNumber == true && Int(number) != nil ? ", nr. \(number)" : ", \(number)"
    }
    if let date = document.date { text += ", ingezonden \(date.dutch)" }
    return text
  }

  /// "Vr. en Antw., Kamer, 2016-2017, nr. 54-109 (vraag nr. 76 van 4 januari 2017 van A aan B over C)"
  private var belgianChamber: String {
    let head = ["Vr. en Antw.", "Kamer", session].compactMap { $0 }
    var question = "vraag"
    var numbers: [String] = []
    if let bulletin {
      if let name = bulletin.name { numbers.append("nr. " + name) }
      question += " nr. \(bulletin.number)"
    } else if let number {
      numbers.append("nr. \(number)")
    }
    if let date = document.date { question += " van \(date.dutch)" }
    question += people(askers(withParty: false))
    return (head + numbers).joined(separator: ", ") + " (\(question)\(subject))"
  }

  private var unstructured: String {
    [title.isEmpty ? document.id : title, document.date?.dutch].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// "2023/24"
  private static func short(_ session: String) -> String {
    let years = session.split(separator: "-")
    return years.count == 2 ? "\(years[0])/\(years[1].suffix(2))" : session
  }

  private func askers(withParty: Bool) -> [String] {
    document.askers.map { asker in
      let party = withParty ? asker.party.map { " (\(Self.oneLine($0)))" } : nil
      return Self.oneLine(asker.name) + (party ?? "")
    }
  }

  /// " van A en B aan C, minister van D,"
  private func people(_ askers: [String]) -> String {
    var text = askers.isEmpty ? "" : " van " + Self.list(askers)
    let ministers = document.ministers.map { minister in
      let called = Self.addressed(minister)
      return minister.name == nil && PersonRole.isOffice(called) ? "de " + called : called
    }.filter { !$0.isEmpty }
    guard !ministers.isEmpty else { return text }
    text += " aan " + Self.list(ministers)
    // What stands behind a name ends with a comma.
    let last = document.ministers.last { $0.name != nil || $0.role != nil }
    return last?.name != nil && last?.role != nil && !subject.isEmpty ? text + "," : text
  }

  private var subject: String { title.isEmpty ? "" : " over " + title }
}

/// What a role begins with.
private enum PersonRole {
  static func isOffice(_ role: String) -> Bool {
    let first = role.split(separator: " ").first?.lowercased() ?? ""
    return ["minister", "secretaris", "premier", "president"].contains { first.hasSuffix($0) }
      || role.lowercased().hasPrefix("vlaams minister")
      || role.lowercased().hasPrefix("eerste minister")
  }
}
