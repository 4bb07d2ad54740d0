import Glibc

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

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
    guard let program = ExtractorProgram.path else { throw ExtractorProgram.missing }
    let format = String(identity.name.prefix { $0 != "+" })
    let process = ChildProcess(
      program: program,
      arguments: [
        format, "memory=\(ExtractorProgram.memoryLimit)",
        "seconds=\(Int(limits.time.rounded(.up)))", "text=\(limits.textSize)",
      ] + options)
    let output: [UInt8]
    do {
      // JSON escapes some characters, and says more than the text.
      output = try process.run(
        bytes, seconds: limits.time, outputLimit: limits.textSize * 2 + (1 << 20))
    } catch {
      throw Self.error(error, time: limits.time, size: limits.textSize)
    }
    guard let reply = try? JSONDecoder().decode(ExtractorProgram.Reply.self, from: Data(output))
    else { throw .failed(reason: "\(ExtractorProgram.name) gave no answer") }
    switch reply {
    case .text(let text): return text
    case .error(let error): throw error
    case .unpacked: throw .failed(reason: "\(ExtractorProgram.name) gave no text")
    }
  }

  /// - Parameters:
  ///   - time: the limit, in seconds.
  ///   - size: the limit of what comes out, in bytes.
  static func error(_ failure: ChildProcess.Failure, time: Double, size: Int) -> ExtractionError {
    switch failure {
    case .cannotStart(let code):
      .failed(reason: "\(ExtractorProgram.name) cannot be started: \(FileFault(code))")
    case .timedOut, .ended(SIGXCPU, _): .timedOut(limit: time)
    case .tooMuch: .tooLarge(limit: size)
    case .ended(.some(let signal), _):
      .malformed(reason: "reading it was ended by signal \(signal)")
    case .ended(nil, let status): .failed(reason: "\(ExtractorProgram.name) ended with \(status)")
    }
  }
}
