import Glibc

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What unpacking an archive may cost, with the archives that are in it.
public struct ArchiveLimits: Sendable, Hashable {
  /// Files and directories.
  public var entries: Int
  /// Bytes of all that is unpacked.
  public var size: Int
  /// Bytes unpacked for a byte of the archive, beyond `freeSize`.
  public var ratio: Int
  /// Bytes that may be unpacked whatever the ratio.
  public var freeSize: Int
  /// How many archives may lie around a file.
  public var depth: Int
  /// Seconds.
  public var time: Double

  public init(
    entries: Int = 100_000, size: Int = 4 << 30, ratio: Int = 200, freeSize: Int = 256 << 20,
    depth: Int = 3, time: Double = 600
  ) {
    self.entries = entries
    self.size = size
    self.ratio = ratio
    self.freeSize = freeSize
    self.depth = depth
    self.time = time
  }

  public static let standard = ArchiveLimits()

  /// Bytes that an archive of so many may give.
  func size(ofArchive bytes: Int) -> Int {
    let (product, overflows) = bytes.multipliedReportingOverflow(by: ratio)
    return min(size, max(freeSize, overflows ? .max : product))
  }
}

/// What was unpacked of an archive.
package struct UnpackedArchive: Sendable, Equatable, Codable {
  /// A member that was not written, or the archive itself where it breaks off.
  package struct Refusal: Sendable, Equatable, Codable {
    /// Nil: the archive.
    package var name: String?
    package var reason: String

    package init(name: String?, reason: String) {
      self.name = name
      self.reason = reason
    }
  }

  package var entries = 0
  package var bytes = 0
  package var refused: [Refusal] = []

  package init() {}

  /// False: it breaks off, and there may have been more in it.
  package var isWhole: Bool { refused.allSatisfy { $0.name != nil } }
}

/// Unpacks archives, each in a process of its own.
package enum ArchiveUnpacker {
  package static let format = "archive"
  private static let suffixes = [
    ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst",
  ]

  /// Whether a file of this name, or path, is one.
  package static func isArchive(_ path: some StringProtocol) -> Bool {
    let end = path.utf8.suffix(10).map { 0x41...0x5a ~= $0 ? $0 | 0x20 : $0 }
    guard
      let suffix = suffixes.first(where: {
        end.count >= $0.utf8.count && end.suffix($0.utf8.count).elementsEqual($0.utf8)
      })
    else { return false }
    // A name of nothing else is that of a hidden file.
    let before = path.utf8.dropLast(suffix.utf8.count).last
    return before != nil && before != UInt8(ascii: "/")
  }

  /// Writes what is in an archive below a directory that is there and empty.
  package static func unpack(
    _ archive: borrowing SourceFile, into directory: String, within limits: ArchiveLimits
  ) throws(ExtractionError) -> UnpackedArchive {
    guard archive.stamp.size > 0 else { throw .malformed(reason: "it is empty") }
    let size = limits.size(ofArchive: archive.stamp.size)
    let input = archive.descriptor.rawValue
    let reply = try ExtractorProgram.ask(
      format, ["bytes=\(size)", "entries=\(limits.entries)", "to=" + directory],
      time: limits.time, size: limits.size
    ) { (process) throws(ChildProcess.Failure) in
      try process.run(file: input, seconds: limits.time, outputLimit: 64 << 20)
    }
    guard case .unpacked(let unpacked) = reply else {
      throw .failed(reason: "\(ExtractorProgram.name) gave no answer")
    }
    return unpacked
  }
}
