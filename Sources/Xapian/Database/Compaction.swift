import CXapianShim

/// How `Database.compact` writes.
public struct CompactionOptions: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Keeps document ids as they are; by default they follow one another, source by source.
  public static let keepDocumentIDs = CompactionOptions(rawValue: 4)
  /// Merges many sources in several passes.
  public static let multipass = CompactionOptions(rawValue: 8)
  /// One file instead of a directory.
  public static let singleFile = CompactionOptions(rawValue: 16)
}

extension Database {
  /// Merges all databases behind this object into a new, compact one. Document ids are renumbered
  /// in order unless told otherwise; of metadata that differ, the first source's is kept.
  /// - Parameter blockSize: a power of two from 4,096 to 65,536, in bytes; nil for the default.
  public func compact(
    to destination: String, options: CompactionOptions = [], blockSize: Int? = nil
  ) throws(XapianError) {
    try attempt { error in
      withShimString(destination) {
        xap_compact(handle, $0, options.rawValue, UInt32(blockSize ?? 0), &error)
      }
    }
  }
}
