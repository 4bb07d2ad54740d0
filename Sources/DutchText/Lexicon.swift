/// Why a lexicon could not be used.
public enum LexiconError: Error, Equatable, Sendable {
  /// The file cannot be read or written: the path, and the system's error number.
  case file(path: String, code: Int32)
  /// The bytes are no lexicon of this version: build it anew.
  case malformed
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
    try validate()
  }

  /// Uses a compiled lexicon in memory.
  public init(bytes: [UInt8]) throws(LexiconError) {
    storage = FileBytes(bytes)
    try validate()
  }

  /// A lexicon without words: nothing is split but at hyphens.
  public static let empty = LexiconBuilder().build()

  init(compiled bytes: [UInt8]) {
    storage = FileBytes(bytes)
  }

  /// The compiled form, as a file holds it.
  public var bytes: [UInt8] { Array(storage.bytes) }

  /// Tells this lexicon's contents from any other's: part of an index's fingerprint.
  public var hash: UInt64 { storage.bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) }

  /// Writes the file that `init(path:)` maps; a reader sees the old file or the whole new one.
  public func write(to path: String) throws(LexiconError) {
    try storage.write(to: path)
  }

  private func validate() throws(LexiconError) {
    let bytes = storage.bytes
    guard bytes.count >= Layout.headerSize,
      bytes.loadUnaligned(as: UInt64.self) == Layout.magic,
      case let slots = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      slots > 0, slots <= UInt64(Int32.max), slots & (slots - 1) == 0,
      bytes.count == Layout.headerSize + Int(slots) * 8
    else { throw .malformed }
  }

  /// Lends the table for look-ups; valid as long as the lexicon lives.
  var table: LexiconTable { LexiconTable(storage.bytes) }

  enum Layout {
    /// "DUTCHLX" and the version of the layout.
    static let magic = UInt64(1) << 56 | 0x584C_4843_5455_44
    /// Magic, number of slots, hash.
    static let headerSize = 24
  }
}
