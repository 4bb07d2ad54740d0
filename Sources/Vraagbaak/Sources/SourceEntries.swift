import Synchronization

/// Reads what files are, on all cores.
enum SourceEntries {
  /// Size, time and hash of each; of one that cannot be read, nothing but that it is to be read
  /// again.
  static func read(_ paths: [String], in places: SourcePaths) -> [SourceEntry] {
    let next = Atomic(0)
    let found = Workers.run { () -> [(Int, SourceEntry)] in
      var entries: [(Int, SourceEntry)] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < paths.count else { return entries }
        let path = paths[index]
        let file = places.file(path)
        if let entry = (try? SourceEntry.read(path, file: file)) ?? .unreadable(path, file: file) {
          entries.append((index, entry))
        }
      }
    }
    return found.flatMap { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension SourceEntry {
  /// Of a file that is there and cannot be read.
  static func unreadable(_ path: String, file: String) -> SourceEntry? {
    FileStamp(file).map { SourceEntry(path: path, stamp: $0, seen: 0, hash: "") }
  }
}
