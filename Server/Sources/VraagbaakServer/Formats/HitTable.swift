import Vraagbaak
import WrittenQuestions

/// Hits as rows of a table.
enum HitTable {
  static let columns = [
    "id", "number", "date", "answered", "state", "session", "title", "askers", "parties",
    "ministers", "themes", "kind", "label", "page", "text", "counterparts", "source",
  ]

  /// In the order of the columns; several values of one are parted by semicolons.
  static func row(_ hit: Hit) -> [String] {
    let document = hit.document
    let passage = hit.passage.passage
    var seen: Set<String> = []
    let parties = document.askers.compactMap(\.party).filter { seen.insert($0).inserted }
    return [
      document.id, document.number ?? "", document.date?.description ?? "",
      document.answered?.description ?? "", document.state?.dutchName ?? "",
      document.session ?? "", document.title,
      list(document.askers.map(\.name)), list(parties),
      list(document.ministers.compactMap { $0.name ?? $0.role }), list(document.themes),
      passage.kind.dutchName, passage.label ?? "",
      (passage.place.pages?.lowerBound).map(String.init) ?? "", passage.text,
      hit.counterparts.map(\.passage.text).joined(separator: " "), document.source.path.text,
    ]
  }

  private static func list(_ values: [String]) -> String { values.joined(separator: "; ") }
}
