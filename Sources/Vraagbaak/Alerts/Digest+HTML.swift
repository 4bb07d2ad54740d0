import WrittenQuestions

/// As HTML for a mail: programs that show mail keep the styles of elements alone.
extension Digest {
  /// A whole page.
  public var html: String {
    let content = groups.flatMap { group in
      [
        Markup.element(
          "h2", ["style": "font-size:18px;margin:24px 0 4px"],
          [.text("\(PrintedLine.clean(group.name)): \(Digest.counts(of: group.items))")]),
        Markup.element("p", ["style": Self.small], [.text("zoekvraag: \(group.query)")]),
      ] + group.items.map(\.article)
    }
    let body = Markup.element(
      "body",
      [
        "style":
          "font-family:sans-serif;font-size:15px;line-height:1.45;color:#1a1a1a;max-width:44em"
      ], content)
    let head = [
      Markup.empty("meta", ["charset": "utf-8"]), .element("title", [:], [.text(subject)]),
    ]
    return Markup.page(language: "nl", head: head, body: body).source
  }

  fileprivate static let small = "color:#595959;font-size:13px;margin:0 0 6px"
}

extension DigestItem {
  /// The document with what is news of it.
  fileprivate var article: Markup {
    let style = "border-top:1px solid #cccccc;padding:10px 0"
    return .element("div", ["style": style], [heading("h3")] + content)
  }

  private func heading(_ name: StaticString) -> Markup {
    .element(name, ["style": "font-size:16px;margin:0 0 2px"], [.text(title)])
  }

  /// All but the title.
  var content: [Markup] {
    let facts = [label] + hit.document.facts.map(PrintedLine.clean)
    let shown = passages.flatMap { passage in
      [
        Markup.element(
          "p", ["style": "margin:6px 0 0;font-weight:bold"],
          [.text(PrintedLine.clean(passage.passage.heading))]),
        Markup.element("p", ["style": "margin:0"], passage.snippet.markup(mark: "b")),
      ]
    }
    let rest = [more, alsoInNames, cleanPlace, PrintedLine.clean(citation)].compactMap { $0 }
    let small = Digest.small
    return [.element("p", ["style": small], [.text(facts.joined(separator: " · "))])] + shown
      + [
        .element(
          "p", ["style": small + ";margin-top:8px"],
          rest.enumerated().flatMap { number, line in
            (number > 0 ? [Markup.empty("br")] : []) + [.text(line)]
          })
      ]
  }
}
