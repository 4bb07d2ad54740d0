/// Gets the text out of files of one format. What the text says is a reader's affair.
///
/// ```swift
/// struct UpperCase: Extractor {
///   let identity = FormatIdentity("upper", version: 1)
///   let fileExtensions = ["upper"]
///   func recognises(_ sample: FileSample) -> Recognition {
///     sample.fileExtension == "upper" ? .byName : .no
///   }
///   func extract(_ bytes: [UInt8], name: String, within limits: ExtractionLimits)
///     throws(ExtractionError) -> ExtractedText
///   {
///     ExtractedText(bytes: Array(String(decoding: bytes, as: UTF8.self).uppercased().utf8))
///   }
/// }
/// ```
public protocol Extractor: Sendable {
  var identity: FormatIdentity { get }
  /// Files with these extensions are looked for in directories; in small letters.
  var fileExtensions: [String] { get }
  /// Whether its texts are kept on disk; false where extracting is no more work than reading.
  var isKept: Bool { get }
  /// How many times the usual limit of time a document may take.
  var patience: Double { get }
  func recognises(_ sample: FileSample) -> Recognition
  /// Called on several threads at once. It should come to an end within the limits; one that does
  /// not is given up.
  /// - Parameter name: of the file, for messages.
  func extract(_ bytes: [UInt8], name: String, within limits: ExtractionLimits)
    throws(ExtractionError) -> ExtractedText
}

extension Extractor {
  public var isKept: Bool { true }
  public var patience: Double { 1 }
}

/// What extracting one document may cost.
public struct ExtractionLimits: Sendable, Hashable {
  /// Seconds.
  public var time: Double
  /// Bytes of text.
  public var textSize: Int
  /// Bytes of the file.
  public var fileSize: Int

  public init(time: Double = 60, textSize: Int = 64 << 20, fileSize: Int = 256 << 20) {
    self.time = time
    self.textSize = textSize
    self.fileSize = fileSize
  }

  public static let standard = ExtractionLimits()
}

/// Why a document gives no text.
public enum ExtractionError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  /// It is not what its name or first bytes say, or is damaged.
  case malformed(reason: String)
  /// Bytes that no text has, in a file that was taken for text.
  case binary
  case encrypted
  /// It holds pictures of text, or nothing.
  case noText
  /// It took longer than the limit, in seconds.
  case timedOut(limit: Double)
  /// The file or its text is larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// So many archives at most may lie around a file.
  case tooDeep(limit: Int)
  /// A program that it needs is not there.
  case unavailable(needs: String)
  /// Whatever else an extractor met.
  case failed(reason: String)

  public var description: String {
    switch self {
    case .malformed(let reason): "it is damaged or of another format: \(reason)"
    case .binary: "this is a binary file; convert it to plain text or JSON Lines first"
    case .encrypted: "it is encrypted; save it without a password first"
    case .noText: "it has no text, perhaps only pictures of pages; run it through OCR first"
    case .timedOut(let limit): "its text could not be extracted within \(limit) seconds"
    case .tooLarge(let limit): "it is larger than the limit of \(limit) bytes"
    case .tooDeep(let limit):
      "archives in archives are read to depth \(limit); unpack it first"
    case .unavailable(let needs): "it cannot be read without \(needs)"
    case .failed(let reason): "its text could not be extracted: \(reason)"
    }
  }
}

extension ExtractionError {
  /// Whether the same bytes may give a text another time: what went wrong is not theirs alone.
  package var isPassing: Bool {
    switch self {
    case .timedOut, .unavailable, .failed: true
    case .malformed, .binary, .encrypted, .noText, .tooLarge, .tooDeep: false
    }
  }
}
