import Extraction
import WrittenQuestions

/// Which files have the same content, of which one is read.
extension Updater {
  /// As this update leaves them.
  func places(of hash: String) throws -> [SourcePath] {
    try places[hash] ?? table.places(of: hash)
  }

  /// The file that has the content already, when it is another one.
  func original(of entry: SourceEntry) throws -> SourcePath? {
    guard let first = try places(of: entry.hash).first, first != entry.path else { return nil }
    return first
  }

  /// A file is read, or to be found, at this place now.
  func addPlace(_ entry: SourceEntry) throws {
    guard !entry.hash.isEmpty else { return }
    let known = try places(of: entry.hash)
    if !known.contains(entry.path) { places[entry.hash] = known + [entry.path] }
  }

  func replacePlace(_ before: SourceEntry, by path: SourcePath) throws {
    places[before.hash] = try places(of: before.hash).filter { $0 != path }
      .map { $0 == before.path ? path : $0 }
  }

  /// What was at this place is no longer there.
  /// - Parameter leaving: the other paths of which that is true.
  /// - Returns: the entry of a copy that is left, where this was the file that was read.
  func leavePlace(_ entry: SourceEntry, with leaving: Set<SourcePath>) throws -> SourceEntry? {
    let known = try places(of: entry.hash)
    guard known.contains(entry.path) else { return nil }
    let left = known.filter { $0 != entry.path }
    let heir = known.first == entry.path ? left.first { !leaving.contains($0) } : nil
    places[entry.hash] = (heir.map { [$0] } ?? []) + left.filter { $0 != heir }
    return try heir.flatMap { try refreshed[$0] ?? table.entry($0) }
  }

  /// Takes a file out that is gone. Its documents stay where a copy of it does.
  func withdraw(_ entry: SourceEntry, with leaving: Set<SourcePath>) throws {
    guard var heir = try leavePlace(entry, with: leaving) else {
      try remove(entry)
      return note(entry.path, .gone, documents: entry.documents)
    }
    heir.isCopy = false
    heir.failure = entry.failure
    heir.isDue = entry.isDue
    try move(entry, to: heir)
  }

  /// Another place of what another file says.
  func addCopy(_ entry: SourceEntry, of original: SourcePath) throws {
    for stored in try documents(of: entry.path) { try delete(stored) }
    var entry = entry
    entry.isCopy = true
    entry.documents = 0
    try addPlace(entry)
    try write(entry)
    note(entry.path, .copy(of: original), documents: 0)
  }

  /// Writes what changed.
  func writePlaces() throws {
    guard let writer else { return }
    for (hash, paths) in places { try SourceTable.write(places: paths, of: hash, to: writer) }
  }
}
