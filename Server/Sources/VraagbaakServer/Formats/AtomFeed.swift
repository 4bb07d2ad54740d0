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
    var lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"nl\">",
      "<id>urn:vraagbaak:search:\(String(Cursor.hash([search]), radix: 16))</id>",
      "<title>Schriftelijke vragen: \(XMLText.escaped(query))</title>",
      "<updated>\(hits.map { Self.moment(of: $0.document) }.max() ?? Self.never)</updated>",
      "<author><name>Vraagbaak</name></author>",
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(XMLText.escaped(path))\"/>",
      "<link rel=\"alternate\" type=\"application/json\" href=\"\(XMLText.escaped(search))\"/>",
    ]
    for hit in hits { lines += entry(hit) }
    return (lines + ["</feed>"]).joined(separator: "\n") + "\n"
  }

  private func entry(_ hit: Hit) -> [String] {
    let document = hit.document
    let id = QueryString.encode(document.id)
    let title = document.title.isEmpty ? document.id : document.title
    var lines = [
      "<entry>", "<id>urn:vraagbaak:document:\(id)</id>",
      "<title>\(XMLText.escaped(title))</title>",
      "<updated>\(Self.moment(of: document))</updated>",
      "<link rel=\"alternate\" type=\"application/json\" href=\"/v1/documents/\(id)\"/>",
    ]
    if let date = document.date { lines.append("<published>\(Self.moment(date))</published>") }
    for asker in document.askers {
      lines.append("<author><name>\(XMLText.escaped(asker.name))</name></author>")
    }
    for theme in document.themes { lines.append("<category term=\"\(XMLText.escaped(theme))\"/>") }
    lines.append("<summary>\(XMLText.escaped(hit.passage.snippet.text))</summary>")
    return lines + ["</entry>"]
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

/// Text for XML 1.0, which has no place for most controls.
enum XMLText {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in WireFormat.line(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{fffe}", "\u{ffff}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
