import Xapian

/// Merges the databases of batches by the engine's compaction, and makes sure that no table of any of
/// them was left out: a document of each is looked at in the result.
struct ShardMerge {
  /// More databases than this are merged in two steps, to stay below the limit of open files.
  private static let width = 48

  /// Where intermediate databases go.
  let directory: String

  /// Merges in order and removes the sources.
  /// - Throws: `XapianError`, or `IndexError` for a result that is not whole.
  func merge(_ shards: [String], to destination: String) throws {
    guard !shards.isEmpty else { return }
    var sources = shards
    var step = 0
    while sources.count > Self.width {
      var merged: [String] = []
      for first in stride(from: 0, to: sources.count, by: Self.width) {
        let group = Array(sources[first..<min(first + Self.width, sources.count)])
        let path = "\(directory)/merged-\(step)-\(first)"
        try compact(group, to: path)
        for source in group { try? FileSystem.remove(source) }
        merged.append(path)
      }
      sources = merged
      step += 1
    }
    try compact(sources, to: destination)
  }

  private func compact(_ sources: [String], to destination: String) throws {
    try Database(paths: sources).compact(to: destination)
    let merged = try Database(path: destination)
    var before = 0
    for source in sources {
      let database = try Database(path: source)
      // Without its documents a source begins at 1 in the result, whatever its ids were.
      if let first = try database.firstDocument() {
        guard try merged.isWhole(at: before + 1) else { throw notWhole(source, destination) }
        before += try database.statistics().lastDocumentID - first + 1
      }
      let spelling = "/spelling.glass"
      guard FileSystem.exists(destination + spelling) || !FileSystem.exists(source + spelling)
      else { throw notWhole(source, destination) }
    }
  }

  private func notWhole(_ source: String, _ destination: String) -> IndexError {
    .cannotWrite(
      path: destination, reason: "a file of \(source) could not be opened while it was merged")
  }
}
