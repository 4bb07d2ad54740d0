/// Whose rules for days and sessions a document follows.
public enum Country: Sendable, Hashable {
  case belgium, netherlands
}

/// The assembly whose member asks.
public enum Parliament: String, Sendable, Hashable, CaseIterable {
  case flemish, belgianChamber, dutchHouse, european

  /// As it calls itself in Dutch.
  public var name: String {
    switch self {
    case .flemish: "Vlaams Parlement"
    case .belgianChamber: "Kamer van volksvertegenwoordigers"
    case .dutchHouse: "Tweede Kamer der Staten-Generaal"
    case .european: "Europees Parlement"
    }
  }

  /// Nil: of no country alone.
  public var country: Country? {
    switch self {
    case .flemish, .belgianChamber: .belgium
    case .dutchHouse: .netherlands
    case .european: nil
    }
  }
}

extension WrittenQuestion {
  /// By the form of its identifiers, which tells most; else by what the ministers are called, since only
  /// those of Flanders are "Vlaams minister"; else by the parties of those who ask. Nil where none tells.
  public var parliament: Parliament? { heading.parliament }

  /// That of the parliament, else of the parties.
  public var country: Country? { heading.country }
}

extension WrittenQuestion.Heading {
  /// As of the whole question.
  public var parliament: Parliament? { parliament(of: names) }

  /// - Parameter names: its own, which are some work to tell.
  func parliament(of names: [DocumentIdentifier]) -> Parliament? {
    if let parliament = names.lazy.compactMap(\.parliament).first { return parliament }
    let roles = ministers.compactMap { $0.role?.lowercased() }
    if roles.contains(where: { $0.hasPrefix("vlaams") || $0.contains("vlaamse regering") }) {
      return .flemish
    }
    return switch partyCountry {
    case .netherlands: .dutchHouse
    case .belgium where !roles.isEmpty: .belgianChamber
    default: nil
    }
  }

  public var country: Country? { country(of: parliament) }

  /// - Parameter parliament: its own, which is some work to tell.
  func country(of parliament: Parliament?) -> Country? {
    parliament.map(\.country) ?? partyCountry
  }

  private var partyCountry: Country? {
    let countries = Set(askers.compactMap { $0.party.flatMap { Party.country(of: $0) } })
    return countries.count == 1 ? countries.first : nil
  }
}
