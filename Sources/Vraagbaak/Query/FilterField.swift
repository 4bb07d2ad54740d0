/// A property of documents that a query can ask for: `vrager:"Van Rooy"`.
public enum FilterField: String, Sendable, Hashable, CaseIterable {
  case asker, party, minister, number, theme, kind, status, session, id, source

  /// The name that people type.
  public var dutchName: String {
    switch self {
    case .asker: "vrager"
    case .party: "partij"
    case .minister: "minister"
    case .number: "nr"
    case .theme: "thema"
    case .kind: "soort"
    case .status: "status"
    case .session: "zittingsjaar"
    case .id: "id"
    case .source: "bron"
    }
  }

  /// Whether its values may be the names of persons, which are written in two orders.
  var isOfPersons: Bool { self == .asker || self == .minister }
}
