import WrittenQuestions

/// As text, for a mail: the searches, below each its news.
extension Digest {
  public var text: String {
    groups.map { group in
      let name = PrintedLine.clean(group.name)
      let head = "\(name): \(Digest.counts(of: group.items))"
      let line = String(repeating: "=", count: min(head.count, 72))
      let query = "zoekvraag: \(PrintedLine.clean(group.query))"
      let items = zip(1..., group.items).map { number, item in
        "\n\(number). " + item.lines.joined(separator: "\n   ") + "\n"
      }
      return "\(head)\n\(line)\n\(query)\n" + items.joined()
    }.joined(separator: "\n")
  }
}

extension DigestItem {
  /// The title, without characters that steer.
  var title: String { PrintedLine.clean(hit.document.title(or: hit.passage.passage)) }

  var alsoInNames: String? {
    alsoIn.isEmpty ? nil : "ook in: " + alsoIn.map(PrintedLine.clean).joined(separator: ", ")
  }

  var cleanPlace: String {
    "[\(PrintedLine.clean(hit.document.id))] \(PrintedLine.clean(place))"
  }

  /// What of the document is shown: the passage, and the first answers to it or what it answers.
  var passages: [PassageHit] { [hit.passage] + hit.counterparts.prefix(Self.mostCounterparts) }

  /// How many more answers, or questions, there are.
  var more: String? {
    let rest = hit.counterparts.count - Self.mostCounterparts
    return rest > 0 ? "en nog \(rest) meer" : nil
  }

  private static let mostCounterparts = 3

  fileprivate var lines: [String] {
    let facts = hit.document.facts.map(PrintedLine.clean).joined(separator: " · ")
    let shown = passages.flatMap { passage in
      [PrintedLine.clean(passage.passage.heading), "  " + passage.snippet.line]
    }
    let rest = [more, alsoInNames, cleanPlace, PrintedLine.clean(citation)]
    return [title, label, facts].filter { !$0.isEmpty } + shown + rest.compactMap { $0 }
  }
}

extension Snippet {
  /// In one line, with dots where text was left out.
  fileprivate var line: String {
    (isCutBefore ? "… " : "") + PrintedLine.clean(text) + (isCutAfter ? " …" : "")
  }
}
