import Extraction
import Text
import Xapian

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The entries of the sources in a database's metadata, where they change in one step with the
/// documents.
struct SourceTable {
  /// Longer keys are cut and end in a hash.
  private static let keyLimit = 180
  private static let keptPrefix = 100

  let database: Database

  func entry(_ path: SourcePath) throws(XapianError) -> SourceEntry? {
    SourceEntry(encoded: try database.metadata(Self.key(Schema.sourceKeyPrefix, path)))
  }

  /// The entries of a file and of all files below it, by path; of all files when it is nil.
  func entries(under path: SourcePath? = nil) throws(XapianError) -> [SourceEntry] {
    guard let path else { return try entries(keyPrefix: "") }
    let own = try entry(path).map { [$0] } ?? []
    let below = path.appending("").text
    let kept = String(below.prefix(bytes: Self.keptPrefix))
    return own + (try entries(keyPrefix: kept).filter { $0.path != path && $0.path.isBelow(path) })
  }

  private func entries(keyPrefix: String) throws(XapianError) -> [SourceEntry] {
    var entries: [SourceEntry] = []
    for key in try database.metadataKeys(prefix: Schema.sourceKeyPrefix + keyPrefix) {
      if let entry = SourceEntry(encoded: try database.metadata(key)) { entries.append(entry) }
    }
    return entries
  }

  /// Files that have records which were passed over for another's.
  func repeatedPaths() throws(XapianError) -> [SourcePath] {
    var paths: [SourcePath] = []
    for key in try database.metadataKeys(prefix: Schema.repeatedKeyPrefix) {
      paths.append(SourcePath(String(decoding: try database.metadata(key), as: UTF8.self)))
    }
    return paths
  }

  /// The paths that were indexed, as they were given.
  func roots() throws(XapianError) -> [SourcePath] {
    let text = String(decoding: try database.metadata(Schema.rootsKey), as: UTF8.self)
    return text.split(separator: "\u{0}").map { SourcePath(String($0)) }
  }

  func passages() throws(XapianError) -> Int {
    Int(String(decoding: try database.metadata(Schema.passagesKey), as: UTF8.self)) ?? 0
  }

  /// The files that have the same content, first the one that was read; none for content that nothing
  /// is known of.
  func places(of hash: String) throws(XapianError) -> [SourcePath] {
    guard !hash.isEmpty else { return [] }
    let text = String(
      decoding: try database.metadata(Schema.placesKeyPrefix + hash), as: UTF8.self)
    return text.split(separator: "\u{0}").map { SourcePath(String($0)) }
  }

  /// The other places of what was read from a file, by their names.
  func otherPlaces(of path: SourcePath) throws(XapianError) -> [SourcePath] {
    guard let entry = try entry(path) else { return [] }
    return try places(of: entry.hash).filter { $0 != path }.sorted()
  }

  // MARK: Writing

  static func write(places: [SourcePath], of hash: String, to database: WritableDatabase)
    throws(XapianError)
  {
    try database.setMetadata(
      Schema.placesKeyPrefix + hash,
      to: Array(places.map(\.text).joined(separator: "\u{0}").utf8))
  }

  static func write(_ entry: SourceEntry, to database: WritableDatabase) throws(XapianError) {
    try database.setMetadata(key(Schema.sourceKeyPrefix, entry.path), to: entry.encoded)
    try database.setMetadata(
      key(Schema.repeatedKeyPrefix, entry.path),
      to: entry.repeated > 0 ? Array(entry.path.text.utf8) : [])
  }

  static func remove(_ path: SourcePath, from database: WritableDatabase) throws(XapianError) {
    for prefix in [Schema.sourceKeyPrefix, Schema.repeatedKeyPrefix] {
      try database.setMetadata(key(prefix, path), to: [])
    }
  }

  static func write(roots: [SourcePath], to database: WritableDatabase) throws(XapianError) {
    try database.setMetadata(
      Schema.rootsKey, to: Array(roots.map(\.text).joined(separator: "\u{0}").utf8))
  }

  static func write(passages: Int, to database: WritableDatabase) throws(XapianError) {
    try database.setMetadata(Schema.passagesKey, to: Array(String(passages).utf8))
  }

  private static func key(_ prefix: String, _ path: SourcePath) -> String {
    let path = path.text
    guard path.utf8.count > keyLimit else { return prefix + path }
    return prefix + path.prefix(bytes: keptPrefix) + "#" + SHA256.hex(of: Array(path.utf8))
  }
}
