import Crypto
import Glibc

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a generation was made from and with, in `manifest.json` beside its database.
public struct Manifest: Codable, Sendable, Equatable {
  /// Everything that decides which terms a text gives.
  public struct Fingerprint: Codable, Sendable, Equatable {
    public var schema: Int
    public var analysis: Int
    public var stemmer: String
    /// SHA-256 of the compiled lexicon.
    public var lexicon: String
    public var xapian: String
  }

  /// One file that was indexed.
  public struct SourceFile: Codable, Sendable, Equatable {
    public var path: String
    /// Bytes.
    public var size: Int
    /// Seconds since 1970.
    public var modified: Double
    /// SHA-256 of the content.
    public var hash: String
    public var documents: Int
  }

  public var fingerprint: Fingerprint
  public var sources: [SourceFile]
  public var documents: Int
  public var passages: Int
  /// Seconds since 1970.
  public var created: Double

  static func read(from directory: String, of index: String) throws(IndexError) -> Manifest {
    guard let bytes = FileSystem.read(directory + "/" + fileName) else {
      throw .damaged(path: index, reason: "\(fileName) is missing")
    }
    do {
      return try JSONDecoder().decode(Manifest.self, from: Data(bytes))
    } catch {
      throw .damaged(path: index, reason: "\(fileName) is no manifest")
    }
  }

  func write(to directory: String) throws(IndexError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let path = directory + "/" + Self.fileName
    do {
      try FileSystem.write([UInt8](try encoder.encode(self)), to: path)
    } catch let error as IndexError {
      throw error
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
  }

  private static let fileName = "manifest.json"
}

extension Manifest.SourceFile {
  /// Reads a file's size, time and content hash; nil when it cannot be read.
  init?(path: String, documents: Int) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      buffer.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0[..<count])) }
    }
    self.init(
      path: path, size: Int(status.st_size),
      modified: Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9,
      hash: Hash.hex(hash.finalize()), documents: documents)
  }
}

/// SHA-256 in hexadecimal.
enum Hash {
  static func sha256(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

  static func hex(_ digest: SHA256.Digest) -> String {
    digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
