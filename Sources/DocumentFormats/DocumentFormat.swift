import Extraction

/// Takes documents of one format apart. It runs in a process of its own, so it may trust that nothing
/// else is hurt by what a file makes it do, and nothing more.
protocol DocumentFormat: Sendable {
  static var name: String { get }
  /// - Parameter options: what was asked for beside the text.
  static func extract(_ bytes: [UInt8], options: Set<String>) throws(ExtractionError)
    -> ExtractedText
}

/// The formats, by the names that the program is called with.
public enum DocumentFormats {
  private static let all: [any DocumentFormat.Type] = [
    PDFFormat.self, WordFormat.self, OpenDocumentFormat.self, HTMLFormat.self, XMLFormat.self,
    MetadataFormat.self, OldWordFormat.self, RichTextFormat.self,
  ]

  public static func extract(_ bytes: [UInt8], format name: String, options: Set<String>)
    throws(ExtractionError) -> ExtractedText
  {
    guard let format = all.first(where: { $0.name == name }) else {
      throw .failed(reason: "no format is called \(name)")
    }
    return try format.extract(bytes, options: options)
  }
}
