/// The headers and footers of a document: each that is shown once, those of the first page first.
struct WordSections {
  private let body: XMLElement

  init(of body: XMLElement) {
    self.body = body
  }

  func headers(_ package: WordPackage) -> [TextComposer] {
    stories("w:headerReference", package)
  }

  func footers(_ package: WordPackage) -> [TextComposer] {
    stories("w:footerReference", package)
  }

  private func stories(_ name: String, _ package: WordPackage) -> [TextComposer] {
    var seen: Set<String> = []
    var texts: Set<[UInt8]> = []
    var stories: [TextComposer] = []
    let hasEven = package.settings?.first("w:evenAndOddHeaders")?.isOn ?? false
    for section in body.descendants("w:sectPr") {
      let hasFirst = section.first("w:titlePg")?.isOn ?? false
      let kinds = (hasFirst ? ["first"] : []) + ["default"] + (hasEven ? ["even"] : [])
      let references = section.elements.filter { $0.name == name }
      for kind in kinds {
        guard
          let reference = references.first(where: { ($0["w:type"] ?? "default") == kind }),
          let id = reference["r:id"], seen.insert(id).inserted, let part = package.part(withID: id)
        else { continue }
        var story = WordStory(package, TextComposer())
        story.blocks(of: part)
        if !story.composer.isEmpty, texts.insert(story.composer.bytes).inserted {
          stories.append(story.composer)
        }
      }
    }
    return stories
  }
}
