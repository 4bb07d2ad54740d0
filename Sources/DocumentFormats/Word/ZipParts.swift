import CLibArchive
import Extraction

/// The parts of a document that is a zip archive, by their paths.
struct ZipParts {
  private static let entryLimit = 10_000
  /// Of one part, unpacked, in bytes. A tree of it takes some twenty times as much.
  private static let partLimit = 48 << 20
  private static let totalLimit = 128 << 20

  private var parts: [String: [UInt8]] = [:]

  /// - Parameter isWanted: by the path; what else the archive holds is passed over.
  init(_ bytes: [UInt8], where isWanted: (String) -> Bool) throws(ExtractionError) {
    guard let archive = archive_read_new() else { throw .failed(reason: "there is no memory") }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ExtractionError) in
        guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
        else { throw Self.error(of: archive) }
        return try Self.read(archive, where: isWanted)
      }
    }
    parts = try result.get()
  }

  subscript(path: String) -> [UInt8]? { parts[path.lowercased()] }

  private static func read(_ archive: OpaquePointer, where isWanted: (String) -> Bool)
    throws(ExtractionError) -> [String: [UInt8]]
  {
    var parts: [String: [UInt8]] = [:]
    var total = 0
    var entries = 0
    var entry: OpaquePointer?
    while true {
      let code = archive_read_next_header(archive, &entry)
      if code == ARCHIVE_EOF { return parts }
      guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { throw error(of: archive) }
      entries += 1
      guard entries <= entryLimit else {
        throw .malformed(reason: "the archive has more than \(entryLimit) parts")
      }
      guard let path = path(of: entry), isWanted(path) else { continue }
      if archive_entry_is_encrypted(entry) == 1 { throw .encrypted }
      let part = try data(archive, limit: min(partLimit, totalLimit - total))
      total += part.count
      if parts[path.lowercased()] == nil { parts[path.lowercased()] = part }
    }
  }

  /// Some writers part it by backslashes.
  private static func path(of entry: OpaquePointer) -> String? {
    guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
      return nil
    }
    return String(String(cString: name).map { $0 == "\\" ? "/" : $0 })
  }

  private static func data(_ archive: OpaquePointer, limit: Int) throws(ExtractionError) -> [UInt8]
  {
    var data: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = archive_read_data(archive, &buffer, buffer.count)
      guard count >= 0 else { throw error(of: archive) }
      guard count > 0 else { return data }
      guard data.count + count <= limit else { throw .tooLarge(limit: limit) }
      data += buffer[..<count]
    }
  }

  private static func error(of archive: OpaquePointer) -> ExtractionError {
    let message = archive_error_string(archive).map { String(cString: $0) }
    return .malformed(reason: "the archive: \(message ?? "it cannot be read")")
  }
}
