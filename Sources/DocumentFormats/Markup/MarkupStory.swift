/// Walks a tree in which words stand between elements.
protocol MarkupStory: DocumentStory {
  mutating func write(_ text: String)
  mutating func walk(_ element: XMLElement)
}

extension MarkupStory {
  /// - Parameter label: an element that was written already.
  mutating func contents(of parent: XMLElement, but label: XMLElement? = nil) {
    for content in parent.contents {
      switch content {
      case .text(let text): write(text)
      case .element(let element): if element != label { walk(element) }
      }
    }
  }

  mutating func blocks(of parent: XMLElement) { contents(of: parent) }

  mutating func block(_ element: XMLElement) {
    composer.beginParagraph()
    blocks(of: element)
    composer.beginParagraph()
  }
}
