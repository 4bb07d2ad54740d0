import Vraagbaak

/// A condition that a page's address may name, as a field of the query language.
enum SearchFilter: String, CaseIterable {
  case status, minister
  case asker = "vrager"
  case party = "partij"
  case theme = "thema"
  case session = "zittingsjaar"
  case date = "datum"
  case kind = "soort"

  var name: String { self == .kind ? "Gevonden in" : Wording.capitalized(rawValue) }

  /// The filter that a value of a facet becomes.
  init?(_ facet: FacetField) {
    switch facet {
    case .status: self = .status
    case .minister: self = .minister
    case .asker: self = .asker
    case .party: self = .party
    case .theme: self = .theme
    case .session: self = .session
    case .kind: self = .kind
    case .year: self = .date
    }
  }
}
