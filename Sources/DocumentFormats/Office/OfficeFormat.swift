import Extraction
import Text

/// Formats that LibreOffice turns into `.docx` first: the older one of Word, and RTF.
protocol OfficeFormat: DocumentFormat {
  /// Programs that give only the words, where LibreOffice is not installed: each with what it is called
  /// with before the file.
  static var others: [[String]] { get }
  /// As LibreOffice calls the format.
  static var filter: String { get }
}

/// `.doc`.
enum OldWordFormat: OfficeFormat {
  static let name = "doc"
  static let filter = "MS Word 97"
  static let others = [
    ["antiword", "-m", "UTF-8.txt", "-w", "0"], ["catdoc", "-d", "utf-8", "-w"],
  ]
}

/// `.rtf`.
enum RichTextFormat: OfficeFormat {
  static let name = "rtf"
  static let filter = "Rich Text Format"
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
      try office.convert(source, by: filter, in: directory)
      guard let converted = directory.contents(of: directory.path("document.docx")) else {
        throw .malformed(reason: "LibreOffice does not read it")
      }
      let text = try WordFormat.extract(converted, options: options)
      // It loses the rest of some files in silence. Then the words alone are more.
      guard let words = try words(of: source, in: directory), lacks(text, most: words) else {
        return text
      }
      return words
    }
    if let words = try words(of: source, in: directory) { return words }
    let names = ["libreoffice-writer-nogui"] + others.map { $0[0] }
    throw .unavailable(
      needs: "LibreOffice; one of these Debian packages: \(names.joined(separator: ", "))")
  }

  /// The words as the first of the other programs prints them, where one is installed and reads it.
  private static func words(of source: String, in directory: WorkDirectory)
    throws(ExtractionError) -> ExtractedText?
  {
    for command in others {
      guard let program = Program(command[0]) else { continue }
      let output = directory.path("text")
      try program.run(Array(command.dropFirst()) + [source], output: output)
      guard let text = directory.contents(of: output), let decoded = DecodedText(text) else {
        continue
      }
      // Each line is a paragraph in what these programs print.
      var composer = TextComposer()
      for line in decoded.bytes.split(separator: UInt8(ascii: "\n")) {
        composer.beginParagraph()
        composer.append(String(decoding: line, as: UTF8.self))
      }
      if !composer.isEmpty { return try composer.finished() }
    }
    return nil
  }

  /// Whether a text has less than two thirds of the letters of another.
  private static func lacks(_ text: ExtractedText, most other: ExtractedText) -> Bool {
    func letters(_ text: ExtractedText) -> Int { text.bytes.count { $0.isLetter } }
    return letters(text) * 3 < letters(other) * 2
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
