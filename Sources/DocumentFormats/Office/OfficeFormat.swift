import Extraction

/// Formats that LibreOffice turns into `.docx` first: the older one of Word, and RTF.
protocol OfficeFormat: DocumentFormat {
  /// Programs that give only the words, where LibreOffice is not installed: each with what it is called
  /// with before the file.
  static var others: [[String]] { get }
}

/// `.doc`.
enum OldWordFormat: OfficeFormat {
  static let name = "doc"
  static let others = [
    ["antiword", "-m", "UTF-8.txt", "-w", "0"], ["catdoc", "-d", "utf-8", "-w"],
  ]
}

/// `.rtf`.
enum RichTextFormat: OfficeFormat {
  static let name = "rtf"
  static let others = [["catdoc", "-d", "utf-8", "-w"]]
}

extension OfficeFormat {
  static func extract(_ bytes: [UInt8], options: Set<String>) throws(ExtractionError)
    -> ExtractedText
  {
    if bytes.isEncryptedPackage { throw .encrypted }
    let directory = try WorkDirectory()
    defer { directory.remove() }
    let source = directory.path("document." + name)
    try directory.write(bytes, to: source)
    if let office = Program("soffice") ?? Program("libreoffice") {
      try office.convert(source, in: directory)
      guard let converted = directory.contents(of: directory.path("document.docx")) else {
        throw .malformed(reason: "LibreOffice does not read it")
      }
      return try WordFormat.extract(converted, options: options)
    }
    for command in others {
      guard let program = Program(command[0]) else { continue }
      let output = directory.path("text")
      try program.run(Array(command.dropFirst()) + [source], output: output)
      guard let text = directory.contents(of: output), let decoded = DecodedText(text) else {
        throw .malformed(reason: "\(command[0]) does not read it")
      }
      return try paragraphs(of: decoded)
    }
    let names = ["libreoffice-writer-nogui"] + others.map { $0[0] }
    throw .unavailable(
      needs: "LibreOffice; one of these Debian packages: \(names.joined(separator: ", "))")
  }

  /// Each line is a paragraph in what these programs print.
  private static func paragraphs(of text: DecodedText) throws(ExtractionError) -> ExtractedText {
    var composer = TextComposer()
    for line in text.bytes.split(separator: UInt8(ascii: "\n")) {
      composer.beginParagraph()
      composer.append(String(decoding: line, as: UTF8.self))
    }
    return try composer.finished()
  }
}

extension [UInt8] {
  /// Whether it is a document with a password in the container of older formats.
  var isEncryptedPackage: Bool {
    guard starts(with: [0xd0, 0xcf, 0x11, 0xe0]) else { return false }
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    // Names of its streams stand in the directory, wherever that is.
    var start = startIndex
    while let place = self[start...].firstIndex(of: name[0]) {
      if self[place...].starts(with: name) { return true }
      start = place + 1
    }
    return false
  }
}
