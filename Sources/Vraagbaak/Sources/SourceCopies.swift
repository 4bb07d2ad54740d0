import Extraction

/// Files with the same content: it is read once, under the first of its paths.
struct SourceCopies {
  /// What is noted of each later file, and the first one with its content.
  private(set) var originals: [SourcePath: (entry: SourceEntry, original: SourcePath)] = [:]

  /// Only files of the same size are read for it.
  /// - Parameter files: in the order of the sources.
  init(_ files: [SourcePath], _ reader: SourceReader) {
    var bySize: [Int: [SourcePath]] = [:]
    for path in files {
      guard let size = reader.stamp(of: path)?.size, size > 0 else { continue }
      bySize[size, default: []].append(path)
    }
    for paths in bySize.values where paths.count > 1 {
      var first: [String: SourcePath] = [:]
      for path in paths {
        guard var entry = try? reader.entry(of: path) else { continue }
        if let original = first[entry.hash] {
          entry.isCopy = true
          originals[path] = (entry, original)
        } else {
          first[entry.hash] = path
        }
      }
    }
  }

  /// The entries of the copies, and all places of each content under its hash.
  /// - Parameter entries: of the files that were read.
  func table(beside entries: [SourceEntry]) -> (
    copies: [SourceEntry], places: [(hash: String, paths: [SourcePath])]
  ) {
    let hashes = Dictionary(entries.map { ($0.path, $0.hash) }) { first, _ in first }
    var copies: [SourceEntry] = []
    var others: [SourcePath: [SourcePath]] = [:]
    for (path, (entry, original)) in originals.sorted(by: { $0.key < $1.key }) {
      var entry = entry
      if hashes[original] == entry.hash {
        others[original, default: []].append(path)
      } else {
        // The other one was changed before it was read: this one is still to be.
        entry.isCopy = false
        entry.isDue = true
      }
      copies.append(entry)
    }
    let places = entries.filter { !$0.hash.isEmpty }.map { entry in
      (hash: entry.hash, paths: [entry.path] + (others[entry.path] ?? []))
    }
    return (copies, places)
  }
}
