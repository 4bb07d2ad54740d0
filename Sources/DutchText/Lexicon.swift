import Glibc

/// Known words and how often a corpus has them, in one compiled block: mapped, not parsed.
///
/// ```swift
/// let lexicon = try Lexicon(path: "generation-000001/lexicon")
/// lexicon.entry(of: "wetgeving")?.count
/// ```
///
/// The block: 8 bytes mark and version, u32 table size (a power of two), u32 words, u64 occurrences,
/// the hash table (u32 offsets of words, 0 for none), the words (u32 count, u8 flags, u8 length,
/// bytes). Numbers are little-endian.
public struct Lexicon: Sendable {
  public struct Entry: Sendable, Equatable {
    /// Occurrences in the corpus.
    public let count: Int
    /// Whether the word list has it.
    public let isListed: Bool
    /// Whether the word list has it with a capital only.
    public let isName: Bool
  }

  static let mark: [UInt8] = Array("VBLEX".utf8) + [0, 0, 1]
  static let headerSize = 24

  private let storage: Storage
  private let tableSize: Int
  public let wordCount: Int
  /// Of all words in the corpus.
  public let totalCount: Int

  /// Maps a compiled lexicon.
  public init(path: String) throws(LexiconError) {
    self = try Lexicon(Storage(path: path), name: path)
  }

  /// A lexicon that lies in memory.
  public init(bytes: [UInt8]) throws(LexiconError) {
    self = try Lexicon(Storage(bytes: bytes), name: "in memory")
  }

  private init(_ storage: Storage, name: String) throws(LexiconError) {
    let bytes = storage.bytes
    guard bytes.count >= Self.headerSize, bytes.starts(with: Self.mark) else {
      throw .notALexicon(path: name)
    }
    tableSize = Int(bytes.u32(at: 8))
    wordCount = Int(bytes.u32(at: 12))
    totalCount = Int(bytes.u32(at: 16)) | Int(bytes.u32(at: 20)) << 32
    guard tableSize > 0, tableSize & (tableSize - 1) == 0,
      Self.headerSize + tableSize * 4 <= bytes.count
    else { throw .notALexicon(path: name) }
    self.storage = storage
  }

  /// The folded word's entry; nil for an unknown one.
  public func entry(of word: String) -> Entry? {
    var word = word
    return word.withUTF8 { entry(of: $0[...]) }
  }

  func entry(of word: Slice<UnsafeBufferPointer<UInt8>>) -> Entry? {
    let bytes = storage.bytes
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & (tableSize - 1)
    // The table is at most half full; the bound only serves a damaged file.
    for _ in 0..<tableSize {
      let offset = Int(bytes.u32(at: Self.headerSize + slot * 4))
      guard offset > 0, offset + 6 <= bytes.count else { return nil }
      let length = Int(bytes[offset + 5])
      if length == word.count, offset + 6 + length <= bytes.count,
        memcmp(bytes.baseAddress! + offset + 6, word.base.baseAddress! + word.startIndex, length)
          == 0
      {
        let flags = bytes[offset + 4]
        return Entry(
          count: Int(bytes.u32(at: offset)), isListed: flags & 1 != 0, isName: flags & 2 != 0)
      }
      slot = (slot + 1) & (tableSize - 1)
    }
    return nil
  }

  /// FNV-1a.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 29
  }
}

public enum LexiconError: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case notALexicon(path: String)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "lexicon \(path): \(reason)"
    case .notALexicon(let path): "lexicon \(path): damaged or of another version"
    }
  }
}

/// Bytes that stay where they are: a mapped file, or a copy in memory.
private final class Storage: @unchecked Sendable {  // never written after init
  let bytes: UnsafeBufferPointer<UInt8>
  private let isMapped: Bool

  init(path: String) throws(LexiconError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0),
      start != MAP_FAILED
    else { throw .notALexicon(path: path) }
    bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: size)
    isMapped = true
  }

  init(bytes source: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: source.count)
    _ = copy.initialize(from: source)
    bytes = UnsafeBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func u32(at offset: Int) -> UInt32 {
    UInt32(
      littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(
        fromByteOffset: offset, as: UInt32.self))
  }
}
