import WrittenQuestions

/// A column of hits as a table; the name is what it is called there.
public enum HitColumn: String, Sendable, Hashable, CaseIterable {
  case rank, score, id, number, date, answered, state, session, asker, party, minister, role, theme
  case kind, label, page, title
  /// Of the passage what is shown, and all of it.
  case text, passage
  /// What was answered to the passage, or asked.
  case counterpart
  case link, source

  /// What a table has that names no columns.
  public static let usual: [HitColumn] = [
    .rank, .score, .id, .number, .date, .asker, .minister, .kind, .label, .title, .text,
  ]

  /// Several values stand behind each other, with semicolons; nothing where there is no value.
  public func value(of hit: Hit) -> String {
    let document = hit.document
    let passage = hit.passage.passage
    switch self {
    case .rank: return String(hit.rank)
    case .score: return String(hit.score)
    case .id: return document.id
    case .number: return document.number ?? ""
    case .date: return document.date?.description ?? ""
    case .answered: return document.answered?.description ?? ""
    case .state: return document.state?.dutchName ?? ""
    case .session: return document.session ?? ""
    case .asker: return Self.list(document.askers.map(\.name))
    case .party: return Self.list(document.askers.map { $0.party ?? "" })
    case .minister: return Self.list(document.ministers.map { $0.name ?? $0.role ?? "" })
    case .role: return Self.list(document.ministers.map { $0.role ?? "" })
    case .theme: return Self.list(document.themes)
    case .kind: return passage.kind.dutchName
    case .label: return passage.label ?? ""
    case .page: return passage.place.pages.map { String($0.lowerBound) } ?? ""
    case .title: return document.title
    case .text: return hit.passage.snippet.text
    case .passage: return passage.text
    case .counterpart: return Self.list(hit.counterparts.map(\.passage.text))
    case .link: return hit.link ?? ""
    case .source: return document.source.path.description
    }
  }

  private static func list(_ values: [String]) -> String {
    values.contains { !$0.isEmpty } ? values.joined(separator: "; ") : ""
  }
}

extension TableFormat {
  /// The line of a hit.
  public func row(of hit: Hit, _ columns: [HitColumn], before first: [String] = []) -> String {
    line(
      first
        + columns.map { column in
          let value = column.value(of: hit)
          return column == .score ? number(value) : value
        })
  }
}
