extension ChildExtractor {
  /// Every format that the program knows.
  public static let all: [any Extractor] = [pdf(), docx]

  /// - Parameter ocr: whether the letters of pages that are only pictures are recognised.
  public static func pdf(ocr: Bool = false) -> ChildExtractor {
    ChildExtractor("pdf", version: 1, fileExtensions: ["pdf"], options: ocr ? ["ocr"] : []) {
      sample in
      // Before it may stand what a mail or a web server put there.
      let head = sample.head.prefix(1024)
      return head.contains(sequence: "%PDF-")
        ? .byContent : sample.fileExtension == "pdf" ? .byName : .no
    }
  }

  public static let docx = ChildExtractor(
    "docx", version: 1, extensions: ["docx", "docm", "dotx", "dotm"]
  ) { sample in
    // The names of the first parts of the archive stand among its first bytes.
    sample.isZip && sample.head.contains(sequence: "word/")
  }

  /// - Parameter isContent: whether the first bytes say that it is one. Without that its name may say so.
  private init(
    _ name: String, version: Int, extensions: [String],
    isContent: @escaping @Sendable (FileSample) -> Bool
  ) {
    self.init(name, version: version, fileExtensions: extensions) { sample in
      isContent(sample)
        ? .byContent : extensions.contains(sample.fileExtension) ? .byName : .no
    }
  }
}

extension FileSample {
  fileprivate var isZip: Bool { head.starts(with: [0x50, 0x4b, 0x03, 0x04]) }
}

extension Collection<UInt8> {
  /// Whether these bytes stand somewhere in it.
  func contains(sequence text: StaticString) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    return indices.contains { self[$0...].starts(with: wanted) }
  }
}
