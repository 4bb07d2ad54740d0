/// Why a lexicon cannot be used.
public enum LexiconError: Error, Sendable, Equatable, CustomStringConvertible {
  /// `code`: the system's error number.
  case unreadable(path: String, code: Int32)
  /// Damaged, or of another version: compile it anew. `path` is nil for bytes in memory.
  case notALexicon(path: String?)

  public var description: String {
    switch self {
    case .unreadable(let path, let code): "lexicon \(path): \(FileBytes.text(of: code))"
    case .notALexicon(let path):
      "lexicon \(path ?? "in memory"): damaged or of another version"
    }
  }
}

/// The words that compounds are made of, compiled: `try Lexicon(path: "words.lexicon")`.
///
/// Opening maps the file and parses nothing. The words themselves are not kept, only a hash table
/// of what is known of each; the same words and counts always give the same bytes.
public struct Lexicon: Sendable {
  private let storage: FileBytes

  /// Maps the file at `path`.
  public init(path: String) throws(LexiconError) {
    storage = try FileBytes(path: path)
    try validate(path: path)
  }

  /// Uses a compiled lexicon in memory.
  public init(bytes: [UInt8]) throws(LexiconError) {
    storage = FileBytes(bytes)
    try validate(path: nil)
  }

  /// Tells this lexicon's contents from any other's: part of an index's fingerprint.
  public var hash: UInt64 { storage.bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) }

  private func validate(path: String?) throws(LexiconError) {
    let bytes = storage.bytes
    guard bytes.count >= Layout.headerSize,
      bytes.loadUnaligned(as: UInt64.self) == Layout.magic,
      case let slots = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      slots > 0, slots <= UInt64(1 << 24),
      bytes.count == Layout.headerSize + Int(slots) * 8
    else { throw .notALexicon(path: path) }
  }

  /// Lends the table for look-ups; valid as long as the lexicon lives.
  var table: LexiconTable { LexiconTable(storage.bytes) }

  enum Layout {
    /// "DUTCHLX" and the version of the layout.
    static let magic = UInt64(2) << 56 | 0x584C_4843_5455_44
    /// Magic, number of slots, hash.
    static let headerSize = 24
  }
}
