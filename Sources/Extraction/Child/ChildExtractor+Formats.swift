import Text

extension ChildExtractor {
  /// Every format that the program knows.
  public static let all: [any Extractor] = [
    pdf(), docx, odt, doc, rtf, html, metadata, xml,
  ]

  /// - Parameter ocr: whether the letters of pages that are only pictures are recognised.
  public static func pdf(ocr: Bool = false) -> ChildExtractor {
    ChildExtractor("pdf", version: 2, fileExtensions: ["pdf"], options: ocr ? ["ocr"] : []) {
      sample in
      // Before it may stand what a mail or a web server put there.
      let head = sample.head.prefix(1024)
      return head.contains(sequence: "%PDF-")
        ? .byContent : sample.fileExtension == "pdf" ? .byName : .no
    }
  }

  /// The same format with its pages that are pictures read by OCR; nil: it has none.
  public var readingPictures: ChildExtractor? { identity.name == "pdf" ? .pdf(ocr: true) : nil }

  public static let docx = ChildExtractor(
    "docx", version: 2, extensions: ["docx", "docm", "dotx", "dotm"]
  ) { sample in
    // The names of the first parts of the archive stand among its first bytes.
    sample.isZip && sample.head.contains(sequence: "word/")
  }

  public static let odt = ChildExtractor("odt", version: 2, extensions: ["odt", "ott"]) { sample in
    // Its first part, which is not packed, says what it is.
    sample.isZip
      && sample.head.prefix(200).contains(sequence: "application/vnd.oasis.opendocument.text")
  }

  public static let doc = ChildExtractor("doc", version: 1, extensions: ["doc", "dot"]) { sample in
    // Tables and slides have the same container.
    sample.head.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
      && !["xls", "xlt", "ppt", "pps", "pot", "msg", "msi", "vsd", "pub", "db"].contains(
        sample.fileExtension)
  }

  public static let rtf = ChildExtractor("rtf", version: 1, extensions: ["rtf"]) { sample in
    sample.head.starts(with: Array("{\\rtf".utf8))
  }

  public static let html = ChildExtractor(
    "html", version: 2, extensions: ["html", "htm", "xhtml"]
  ) { sample in
    let markup = sample.markup
    return markup.hasPrefix("<!doctype html") || markup.hasPrefix("<html")
      || markup.hasPrefix("<?xml") && markup.contains("<html")
      || markup.hasPrefix("<!--") && markup.contains("<html")
  }

  /// `metadata.xml`, which stands beside a publication.
  public static let metadata = ChildExtractor("metadata-xml", version: 1, extensions: []) {
    sample in
    let markup = sample.markup
    return ["<metadata_gegevens", "<metadata-gegevens", "<owms-metadata"].contains {
      markup.contains($0)
    } || markup.hasPrefix("<metadata") && markup.contains("<metadata name=")
  }

  public static let xml = ChildExtractor("xml", version: 2, extensions: ["xml", "fodt"]) { sample in
    sample.markup.hasPrefix("<?xml") || sample.markup.hasPrefix("<officiele-publicatie")
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

  /// The beginning of a text in small letters, without marks and white space before it. In UTF-16 every
  /// second byte of it is 0.
  fileprivate var markup: String {
    let bytes = head.prefix(4096).filter { $0 != 0 }
    let start = bytes.prefix(64).firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    let isClean = bytes[..<start].allSatisfy { $0 >= 0x80 || $0.isSpace }
    return isClean ? String(decoding: bytes[start...], as: UTF8.self).lowercased() : ""
  }
}

extension Collection<UInt8> {
  /// Whether these bytes stand somewhere in it.
  func contains(sequence text: StaticString) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    return indices.contains { self[$0...].starts(with: wanted) }
  }
}
