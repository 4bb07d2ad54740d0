import Extraction

/// What stands in an index's directory.
extension Index {
  /// The names of an index, where they are those of one.
  static func ownNames(among names: [String]) -> Set<String> {
    guard names.contains(Generation.currentName) else { return [] }
    return Set(names.filter(isOwn))
  }

  private static func isOwn(_ name: String) -> Bool {
    name == Synonyms.fileName || name == WriterLock.fileName
      || name == ExtractionCache.directoryName || name.hasPrefix(Generation.currentName)
      || Generation.isName(name)
  }
}
