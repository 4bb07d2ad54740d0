import WrittenQuestions
import Xapian

/// A property by which the matching documents are counted.
public enum FacetField: String, Sendable, Hashable, CaseIterable {
  case minister, asker, party, year, session, status, theme, kind

  /// The name that people type.
  public var dutchName: String {
    switch self {
    case .minister: "minister"
    case .asker: "vrager"
    case .party: "partij"
    case .year: "jaar"
    case .session: "zittingsjaar"
    case .status: "status"
    case .theme: "thema"
    case .kind: "soort"
    }
  }

  /// Reads a Dutch or an English name.
  public init?(named name: String) {
    guard
      let field = Self.allCases.first(where: {
        [$0.dutchName, $0.rawValue].contains(name.lowercased())
      })
    else { return nil }
    self = field
  }

  /// The field whose values are names and find what is counted; nil where they are found whole.
  var namesField: FilterField? {
    switch self {
    case .minister: .minister
    case .asker: .asker
    case .party: .party
    case .theme: .theme
    case .year, .session, .status, .kind: nil
    }
  }

  var slot: Int {
    switch self {
    case .minister: Schema.Slot.minister
    case .asker: Schema.Slot.asker
    case .party: Schema.Slot.party
    case .year: Schema.Slot.year
    case .session: Schema.Slot.session
    case .status: Schema.Slot.status
    case .theme: Schema.Slot.theme
    case .kind: Schema.Slot.kind
    }
  }
}

/// The Dutch name.
extension FacetField: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.decode(FacetField.init(named:)) { "\($0) is nothing to count by" }
  }

  public func encode(to encoder: any Encoder) throws {
    try dutchName.encode(to: encoder)
  }
}

/// How many of all matching documents have each value of a property.
public struct Facet: Sendable, Equatable, Codable {
  public struct Value: Sendable, Equatable, Codable {
    public let name: String
    /// Documents that the value finds as a filter beside the query: also those in whose name or role
    /// its words stand among others. A document that has several values counts for each.
    public let count: Int

    private enum CodingKeys: String, CodingKey { case name = "value", count }
  }

  public let field: FacetField
  /// The most frequent first, equals by name.
  public let values: [Value]
}
