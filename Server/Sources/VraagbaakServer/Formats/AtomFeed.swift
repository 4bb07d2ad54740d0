import Vraagbaak
import WrittenQuestions

/// Hits as a feed (RFC 4287): each document an entry, which is news again once it is answered.
struct AtomFeed {
  let query: String
  /// Path and query of this feed, and of the same search as JSON.
  let path: String
  let search: String
  let hits: [Hit]

  var text: String {
    let updated = hits.map { Self.moment(of: $0.document) }.max() ?? Self.never
    let head: [Markup] = [
      .element(
        "id", [:], [.text("urn:vraagbaak:search:\(String(Cursor.hash([search]), radix: 16))")]),
      .element("title", [:], [.text("Schriftelijke vragen: \(WireFormat.line(query))")]),
      .element("updated", [:], [.text(updated)]),
      Self.author("Vraagbaak"),
      .empty("link", ["rel": "self", "type": "application/atom+xml", "href": path]),
      .empty("link", ["rel": "alternate", "type": "application/json", "href": search]),
    ]
    return Markup.xml(
      .element(
        "feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "nl"],
        head + hits.map(Self.entry))
    ).source
  }

  private static func entry(_ hit: Hit) -> Markup {
    let document = hit.document
    let id = QueryString.encode(document.id)
    let title = document.title.isEmpty ? document.id : document.title
    let published = document.date.map { date in
      [Markup.element("published", [:], [.text(moment(date))])]
    }
    return .element(
      "entry", [:],
      [
        .element("id", [:], [.text("urn:vraagbaak:document:\(id)")]),
        .element("title", [:], [.text(WireFormat.line(title))]),
        .element("updated", [:], [.text(moment(of: document))]),
        .empty(
          "link",
          ["rel": "alternate", "type": "application/json", "href": "/v1/documents/\(id)"]),
      ] + (published ?? []) + document.askers.map { author(WireFormat.line($0.name)) }
        + document.themes.map { .empty("category", ["term": WireFormat.line($0)]) }
        + [.element("summary", [:], [.text(WireFormat.line(hit.passage.snippet.text))])])
  }

  private static func author(_ name: String) -> Markup {
    .element("author", [:], [.element("name", [:], [.text(name)])])
  }

  /// Of documents without a date.
  private static let never = "1970-01-01T00:00:00Z"

  private static func moment(of document: WrittenQuestion.Heading) -> String {
    [document.date, document.answered].compactMap { $0.map(moment) }.max() ?? never
  }

  /// The first moment of it: days have no time zone in the sources.
  private static func moment(_ date: CalendarDate) -> String {
    let text = date.description
    return text + "-01-01".dropFirst(text.count - 4) + "T00:00:00Z"
  }
}
