import Glibc

/// The end of a zip archive: the record that says where its directory stands.
enum ZipEnd {
  private static let signature: [UInt8] = [0x50, 0x4b, 0x05, 0x06]
  private static let length = 22
  /// Of the comment behind the record.
  private static let longestComment = 0xffff

  /// Whether the file ends where such a record says, with a comment or without.
  /// - Parameter file: open; its position stays.
  static func isWhole(_ file: Int32) -> Bool {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size >= length else { return false }
    let count = min(Int(status.st_size), length + longestComment)
    var bytes = [UInt8](repeating: 0, count: count)
    guard pread(file, &bytes, count, status.st_size - count) == count else { return false }
    return (0...(count - length)).contains { start in
      bytes[start..<(start + 4)].elementsEqual(signature)
        && Int(bytes[start + 20]) | Int(bytes[start + 21]) << 8 == count - length - start
    }
  }
}
