/// Plain text, in UTF-8, UTF-16 or Windows-1252.
public struct PlainText: Extractor {
  /// Larger files are no written question, in bytes.
  static let sizeLimit = 16 << 20

  public let identity = FormatIdentity("plain-text", version: 1)
  public let fileExtensions = ["txt"]
  public let isKept = false

  public init() {}

  public func recognises(_ sample: FileSample) -> Recognition {
    if sample.fileExtension == "txt" { return .byName }
    return sample.head.isEmpty || DecodedText.isBinary(sample.head) ? .no : .possible
  }

  public func extract(_ bytes: [UInt8], name: String, within limits: ExtractionLimits)
    throws(ExtractionError) -> ExtractedText
  {
    guard bytes.count <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
    guard let text = DecodedText(bytes) else { throw .binary }
    return ExtractedText(text)
  }
}
