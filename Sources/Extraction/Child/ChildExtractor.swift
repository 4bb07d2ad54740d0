/// A format that `vraagbaak-extract` takes apart, a process for each document: a hostile one hurts only
/// its own.
public struct ChildExtractor: Extractor {
  public let identity: FormatIdentity
  public let fileExtensions: [String]
  private let recognition: @Sendable (FileSample) -> Recognition
  private let options: [String]

  /// - Parameters:
  ///   - name: of the format, as the program knows it.
  ///   - options: further ones of the program.
  public init(
    _ name: String, version: Int, fileExtensions: [String], options: [String] = [],
    recognition: @escaping @Sendable (FileSample) -> Recognition
  ) {
    identity = FormatIdentity(([name] + options).joined(separator: "+"), version: version)
    self.fileExtensions = fileExtensions
    self.options = options
    self.recognition = recognition
  }

  /// Recognising the letters of a page takes some seconds.
  public var patience: Double { options.contains("ocr") ? 20 : 1 }

  public func recognises(_ sample: FileSample) -> Recognition { recognition(sample) }

  public func extract(_ bytes: [UInt8], name: String, within limits: ExtractionLimits)
    throws(ExtractionError) -> ExtractedText
  {
    let reply = try ExtractorProgram.ask(
      String(identity.name.prefix { $0 != "+" }), ["text=\(limits.textSize)"] + options,
      time: limits.time, size: limits.textSize
    ) { (process) throws(ChildProcess.Failure) in
      // JSON escapes some characters, and says more than the text.
      try process.run(bytes, seconds: limits.time, outputLimit: limits.textSize * 2 + (1 << 20))
    }
    guard case .text(let text) = reply else {
      throw .failed(reason: "\(ExtractorProgram.name) gave no text")
    }
    return text
  }
}
