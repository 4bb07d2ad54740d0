import Extraction

/// What was told last, as an Atom feed (RFC 4287). Entries keep their ids and times, however often the
/// feed is written.
public struct Feed: Sendable {
  let id: String
  /// The latest first.
  let entries: [AlertState.Told]

  /// - Parameter time: when it is written, in seconds since 1970, for a feed in which nothing is yet.
  public func atom(time: Int) -> String {
    let updated = entries.first?.time ?? time
    let head: [Markup] = [
      .element("id", [:], [.text("urn:uuid:\(id)")]),
      .element("title", [:], [.text("Vraagbaak: nieuwe vragen en antwoorden")]),
      .element("updated", [:], [.text(Moment.iso(updated))]),
      .element("author", [:], [.element("name", [:], [.text("Vraagbaak")])]),
      .element("generator", [:], [.text("Vraagbaak")]),
    ]
    let feed = Markup.element(
      "feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "nl"],
      head + entries.map(entry))
    return Markup.xml(feed).source
  }

  private func entry(_ told: AlertState.Told) -> Markup {
    let item = told.item
    let names = ([told.search] + item.alsoIn).map(PrintedLine.clean)
    let askers = item.hit.document.askers.map { PrintedLine.clean($0.name) }
    let authors = (askers.isEmpty ? ["onbekend"] : askers).map { name in
      Markup.element("author", [:], [.element("name", [:], [.text(name)])])
    }
    let content = Markup.element("div", [:], item.content)
    return .element(
      "entry", [:],
      [
        .element("id", [:], [.text(entryID(item))]),
        .element("title", [:], [.text("\(item.title) (\(item.label))")]),
        .element("updated", [:], [.text(Moment.iso(told.time))]),
      ] + authors + names.map { .empty("category", ["term": $0]) }
        + [.element("content", ["type": "html"], [.text(content.source)])])
  }

  /// An id may have any characters; its digest has none that an IRI forbids.
  private func entryID(_ item: DigestItem) -> String {
    let hash = SHA256.hex(of: Array(item.hit.document.id.utf8)).prefix(32)
    return "tag:vraagbaak.invalid,2026:\(id)/\(hash)/\(item.news.rawValue)"
  }
}
