import Extraction

/// One file that was indexed, as it was when it was read.
public struct SourceEntry: Sendable, Equatable, Codable {
  /// As documents name it: below a path that was given, as that was given.
  public var path: SourcePath
  /// Bytes.
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int
  /// When it was looked at, in nanoseconds since 1970.
  var seen: Int
  /// SHA-256 of the content; empty: to be read again whatever it is.
  public var hash: String
  /// How many documents of it are in the index.
  public var documents = 0
  /// How many of its records were passed over because another record has their id.
  public var repeated = 0
  /// What read it: `plain-text 1, flemish 1`; empty: nothing could.
  public var reader = ""
  /// All readers that there were then; with others it may be read otherwise.
  var readers: String

  /// Changes within this time leave the same time of modification on some file systems.
  private static let granularity = 2_000_000_000

  /// Whether the file is known to be as it was then without reading it.
  func isCertainlyUnchanged(_ stamp: FileStamp) -> Bool {
    size == stamp.size && modified == stamp.modified && modified < seen - Self.granularity
      && !hash.isEmpty
  }

  /// Whether its passages, or some of them, are of a state that can no longer be read.
  public var isStale: Bool { hash.isEmpty }

  init(path: SourcePath, stamp: FileStamp, seen: Int, hash: String, readers: String) {
    self.path = path
    size = stamp.size
    modified = stamp.modified
    self.seen = seen
    self.hash = hash
    self.readers = readers
  }
}

extension SourceEntry {
  /// As a value of the database's metadata: fields with tabs between them, the path last.
  var encoded: [UInt8] {
    let numbers = [size, modified, seen, documents, repeated].map { String($0) }
    let fields = numbers + [hash, readers, reader, path.text]
    return Array(fields.joined(separator: "\t").utf8)
  }

  init?(encoded bytes: [UInt8]) {
    let fields = String(decoding: bytes, as: UTF8.self).split(
      separator: "\t", maxSplits: 8, omittingEmptySubsequences: false)
    guard fields.count == 9 else { return nil }
    let numbers = fields[..<5].compactMap { Int($0) }
    guard numbers.count == 5 else { return nil }
    size = numbers[0]
    modified = numbers[1]
    seen = numbers[2]
    documents = numbers[3]
    repeated = numbers[4]
    hash = String(fields[5])
    readers = String(fields[6])
    reader = String(fields[7])
    path = SourcePath(String(fields[8]))
  }
}
