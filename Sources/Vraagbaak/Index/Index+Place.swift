import Extraction

/// What stands in an index's directory.
extension Index {
  /// The names of an index, where they are those of one.
  static func ownNames(among names: [String]) -> Set<String> {
    guard names.contains(Generation.currentName) else { return [] }
    return Set(names.filter(isOwn))
  }

  /// Whether an index may be made there: it is not there yet, is empty, or has only what an index has.
  static func isPlace(_ path: String) throws(IndexError) -> Bool {
    let names = try FileSystem.names(ofThoseIn: path)
    return names.allSatisfy { $0.hasPrefix(".") || isOwn($0) }
  }

  private static func isOwn(_ name: String) -> Bool {
    name == Synonyms.fileName || name == WriterLock.fileName
      || name == ExtractionCache.directoryName || name.hasPrefix(Generation.currentName)
      || Generation.isName(name)
  }
}
