import DocumentFormats
import Extraction
import Glibc

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `vraagbaak-extract FORMAT [memory=BYTES] [seconds=N] [text=BYTES] [OPTION…] <FILE`: prints the text of
/// a document as JSON, or why there is none. It is called for each document by what reads documents.
/// `vraagbaak-extract archive to=DIRECTORY bytes=BYTES entries=N <FILE` writes what is in an archive.
@main
struct ExtractProgram {
  static func main() {
    var words = CommandLine.arguments.dropFirst()
    guard let format = words.popFirst() else {
      let usage = "usage: vraagbaak-extract FORMAT [memory=BYTES] [seconds=N] [text=BYTES] <FILE\n"
      _ = Glibc.write(2, usage, usage.utf8.count)
      exit(64)
    }
    var limits: [String: UInt] = [:]
    var options: Set<String> = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2, let value = UInt(parts[1]) {
        limits[parts[0]] = value
      } else {
        options.insert(word)
      }
    }
    if let memory = limits["memory"] { limit(RLIMIT_AS, to: memory) }
    if let seconds = limits["seconds"] { limit(RLIMIT_CPU, to: seconds) }
    limit(RLIMIT_CORE, to: 0)
    let reply: ExtractorProgram.Reply
    do throws(ExtractionError) {
      if format == ArchiveUnpacker.format {
        reply = .unpacked(try unpack(limits, options))
      } else {
        reply = .text(try text(format, limits, options))
      }
    } catch {
      reply = .error(error)
    }
    write(reply)
  }

  private static func text(_ format: String, _ limits: [String: UInt], _ options: Set<String>)
    throws(ExtractionError) -> ExtractedText
  {
    let text = try DocumentFormats.extract(standardInput(), format: format, options: options)
    if let most = limits["text"], text.bytes.count > most { throw .tooLarge(limit: Int(most)) }
    return text
  }

  /// Into the directory that `to=` names.
  private static func unpack(_ limits: [String: UInt], _ options: Set<String>)
    throws(ExtractionError) -> UnpackedArchive
  {
    guard let option = options.first(where: { $0.hasPrefix("to=") }) else {
      throw .failed(reason: "it is not said where to")
    }
    return try ArchiveFormat.unpack(
      file: 0, into: String(option.dropFirst(3)),
      most: (
        entries: Int(clamping: limits["entries"] ?? 0), bytes: Int(clamping: limits["bytes"] ?? 0)
      ))
  }

  private static func write(_ reply: ExtractorProgram.Reply) {
    guard let output = try? JSONEncoder().encode(reply) else { exit(70) }
    output.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count, let start = bytes.baseAddress {
        let count = Glibc.write(1, start + written, bytes.count - written)
        if count <= 0 { exit(74) }
        written += count
      }
    }
    // Nothing is worth taking apart for the system to take it back.
    _exit(0)
  }

  private static func limit(_ resource: __rlimit_resource, to value: UInt) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  private static func standardInput() -> [UInt8] {
    var status = stat()
    var bytes: [UInt8] = []
    if fstat(0, &status) == 0, status.st_size > 0 { bytes.reserveCapacity(Int(status.st_size)) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(0, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
