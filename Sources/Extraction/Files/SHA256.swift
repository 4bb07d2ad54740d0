import CNettle

/// SHA-256, by the system's Nettle.
///
/// ```swift
/// SHA256.hex(of: [])  // "e3b0c44298fc1c14…"
/// ```
package struct SHA256 {
  private var context = sha256_ctx()

  package init() { nettle_sha256_init(&context) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
    nettle_sha256_update(&context, bytes.count, start)
  }

  /// The 32 bytes of the digest. What is hashed next begins anew.
  package mutating func finish() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { buffer, count in
      nettle_sha256_digest(&context, buffer.count, buffer.baseAddress)
      count = buffer.count
    }
  }

  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish()
  }

  /// In hexadecimal.
  package static func hex(of bytes: [UInt8]) -> String { hex(digest(of: bytes)) }

  package static func hex(_ digest: [UInt8]) -> String {
    digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The first half of a record's digest: enough to tell records apart.
  package static func ofRecord(_ bytes: [UInt8]) -> [UInt8] { Array(digest(of: bytes).prefix(16)) }
}
