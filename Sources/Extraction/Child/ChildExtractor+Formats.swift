extension ChildExtractor {
  /// Every format that the program knows.
  public static let all: [any Extractor] = [pdf]

  public static let pdf = pdf(ocr: false)

  /// - Parameter ocr: whether pages without text are read by OCR.
  public static func pdf(ocr: Bool) -> ChildExtractor {
    ChildExtractor("pdf", version: 1, fileExtensions: ["pdf"], options: ocr ? ["ocr"] : []) {
      sample in
      // Before it may stand what a mail or a web server put there.
      let head = sample.head.prefix(1024)
      return head.contains(sequence: "%PDF-")
        ? .byContent : sample.fileExtension == "pdf" ? .byName : .no
    }
  }

  /// The same format with its pages that are pictures read by OCR; nil: it has none.
  public var readingPictures: ChildExtractor? { identity.name == "pdf" ? .pdf(ocr: true) : nil }
}

extension Collection<UInt8> {
  /// Whether these bytes stand somewhere in it.
  func contains(sequence text: StaticString) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    return indices.contains { self[$0...].starts(with: wanted) }
  }
}
