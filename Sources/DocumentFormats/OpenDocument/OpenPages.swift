/// The headers and footers of the pages that a document has, those of its first page first.
struct OpenPages {
  private var pages: [XMLElement] = []
  private let styles: OpenStyles

  /// - Parameters:
  ///   - root: of `styles.xml`.
  ///   - body: whose first paragraph says on which page it begins.
  init(_ root: XMLElement?, _ styles: OpenStyles, firstParagraph body: XMLElement) {
    self.styles = styles
    var known: [String: XMLElement] = [:]
    for page in root?.first("office:master-styles")?.elements ?? []
    where page.name == "style:master-page" {
      if let name = page["style:name"] { known[name] = page }
    }
    let first = body.firstParagraph.flatMap { styles.paragraph($0["text:style-name"]).page }
    var names = [first.flatMap { $0.isEmpty ? nil : $0 } ?? "Standard"]
    names += styles.pages
    var seen: Set<String> = []
    for name in names {
      var next: String? = name
      while let name = next, let page = known[name], seen.insert(name).inserted {
        pages.append(page)
        next = page["style:next-style-name"]
      }
    }
  }

  /// - Parameter names: of the elements in a page, in the order in which they are wanted.
  func stories(_ names: [String]) -> [TextComposer] {
    var texts: Set<[UInt8]> = []
    var stories: [TextComposer] = []
    for page in pages {
      for name in names {
        guard let element = page.first(name), element["style:display"] != "false" else { continue }
        var story = OpenStory(styles, TextComposer())
        story.blocks(of: element)
        if !story.composer.isEmpty, texts.insert(story.composer.bytes).inserted {
          stories.append(story.composer)
        }
      }
    }
    return stories
  }
}

extension XMLElement {
  fileprivate var firstParagraph: XMLElement? {
    for element in elements {
      if element.name == "text:p" || element.name == "text:h" { return element }
      if let found = element.firstParagraph { return found }
    }
    return nil
  }
}
