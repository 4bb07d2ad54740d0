/// Tells which columns are in another language, and puts the Dutch one first.
enum ColumnLanguages {
  static func settle(_ pages: inout [LaidPage]) {
    var sides: [Int: [String]] = [:]
    for block in pages.flatMap(\.blocks) {
      if let place = block.column { sides[place.number, default: []] += block.texts }
    }
    // What a column is on most pages it is where it says too little.
    let usual = sides.mapValues { WrittenLanguage.of($0) }
    for page in pages.indices {
      for index in pages[page].blocks.indices {
        let block = pages[page].blocks[index]
        let language =
          WrittenLanguage.of(block.texts) ?? block.column.flatMap { usual[$0.number] ?? nil }
        pages[page].blocks[index].isForeign = language == .other
      }
      order(&pages[page].blocks)
    }
  }

  /// Within each band, what is Dutch comes first.
  private static func order(_ blocks: inout [LayoutBlock]) {
    var start = 0
    while start < blocks.count {
      var end = start + 1
      if let band = blocks[start].column?.band {
        while end < blocks.count, blocks[end].column?.band == band { end += 1 }
        let part = blocks[start..<end]
        blocks.replaceSubrange(
          start..<end, with: part.filter { !$0.isForeign } + part.filter(\.isForeign))
      }
      start = end
    }
  }
}
