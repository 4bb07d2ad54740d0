extension ChildExtractor {
  /// Every format that the program knows.
  public static let all: [any Extractor] = [pdf]

  public static let pdf = ChildExtractor("pdf", version: 1, fileExtensions: ["pdf"]) { sample in
    // Before it may stand what a mail or a web server put there.
    let head = sample.head.prefix(1024)
    return head.contains(sequence: "%PDF-")
      ? .byContent : sample.fileExtension == "pdf" ? .byName : .no
  }
}

extension Collection<UInt8> {
  /// Whether these bytes stand somewhere in it.
  func contains(sequence text: StaticString) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    return indices.contains { self[$0...].starts(with: wanted) }
  }
}
