import Extraction
import WrittenQuestions

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
  /// SHA-256 of the content; empty: it could not be read.
  public var hash: String
  /// How many documents of it are in the index.
  public var documents = 0
  /// How many of its records were passed over because another record has their id.
  public var repeated = 0
  /// What read it: `plain-text 1, flemish 1`; empty: nothing could.
  public var reader = ""
  /// Whether it is read again although it is as it was: what kept some of it from being read may not
  /// be its own.
  public var isDue = false
  /// Whether the same content was read under another path.
  public var isCopy = false
  /// Why nothing of it could be read; empty where something was.
  public var failure = ""
  /// All readers that there were then; with others it may be read otherwise.
  var readers: String

  /// Changes within this time leave the same time of modification on some file systems.
  private static let granularity = 2_000_000_000

  /// Whether the file is known to be as it was then without reading it.
  func isCertainlyUnchanged(_ stamp: FileStamp) -> Bool {
    size == stamp.size && modified == stamp.modified && modified < seen - Self.granularity
      && !isStale
  }

  /// Whether it is to be read again, whatever it is.
  public var isStale: Bool { isDue || hash.isEmpty }

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
  /// Says why nothing of it is in the index, where that is so.
  /// - Parameter isRegister: whether it gave records of registers, which need be no documents.
  mutating func note(_ failure: ReadError?, isRegister: Bool) {
    guard let failure, documents == 0, !isRegister else { return }
    self.failure = failure.explanation
    isDue = failure.isPassing
  }

  /// As a value of the database's metadata: fields with tabs between them, the path last.
  var encoded: [UInt8] {
    let flags = (isDue ? 1 : 0) + (isCopy ? 2 : 0)
    let numbers = [size, modified, seen, documents, repeated, flags].map { String($0) }
    let reason = failure.split { $0.isWhitespace }.joined(separator: " ")
    let fields = numbers + [hash, readers, reader, reason, path.text]
    return Array(fields.joined(separator: "\t").utf8)
  }

  init?(encoded bytes: [UInt8]) {
    let fields = String(decoding: bytes, as: UTF8.self).split(
      separator: "\t", maxSplits: 10, omittingEmptySubsequences: false)
    guard fields.count == 11 else { return nil }
    let numbers = fields[..<6].compactMap { Int($0) }
    guard numbers.count == 6 else { return nil }
    size = numbers[0]
    modified = numbers[1]
    seen = numbers[2]
    documents = numbers[3]
    repeated = numbers[4]
    isDue = numbers[5] & 1 != 0
    isCopy = numbers[5] & 2 != 0
    hash = String(fields[6])
    readers = String(fields[7])
    reader = String(fields[8])
    failure = String(fields[9])
    path = SourcePath(String(fields[10]))
  }
}
