import Extraction
import Glibc
import Xapian

extension Index {
  /// Writes a copy of what serves now, one whole state of it, also while a writer works. The copy is
  /// an index: `Index(at: directory)`.
  ///
  /// - Parameter directory: must not be there, or be empty. It appears when the copy is complete.
  /// - Returns: the number of the generation that it is a copy of.
  @discardableResult
  public func snapshot(to directory: String, wait: Double = 10) throws(IndexError) -> Int {
    let target = SourcePath(directory).trimmed.text
    if FileSystem.exists(target) {
      guard FileSystem.isDirectory(target), try FileSystem.namesToWrite(in: target).isEmpty else {
        throw .notEmpty(path: target)
      }
    }
    let temporary = target + ".building"
    let made = try FileSystem.createDirectory(temporary)
    // Keeps a second snapshot to the same place out, and becomes the copy's own.
    let lock = try WriterLock(indexDirectory: temporary, purpose: "snapshot")
    defer { withExtendedLifetime(lock) {} }
    do throws(IndexError) {
      // What a snapshot that was cut off has left.
      for generation in try Generation.all(in: temporary) {
        try FileSystem.remove(generation.directory)
      }
      let copy = try copy(to: temporary, wait: wait)
      try FileSystem.sync(directory: temporary)
      try FileSystem.move(temporary, to: target)
      try FileSystem.sync(FileSystem.parent(of: target))
      return copy.number
    } catch {
      try? FileSystem.remove(temporary)
      FileSystem.removeEmpty(made)
      throw error
    }
  }

  private func copy(to directory: String, wait: Double) throws(IndexError) -> Generation {
    let open = try OpenGeneration.serving(self)
    let copy = Generation(indexDirectory: directory, number: open.generation.number)
    try FileSystem.createDirectory(copy.directory)
    for name in [Generation.lexiconName, Manifest.fileName, GenerationLock.fileName] {
      try self.copy(name, from: open.generation.directory, to: copy.directory)
    }
    if FileSystem.exists(path + "/" + Synonyms.fileName) {
      try self.copy(Synonyms.fileName, from: path, to: directory)
    }
    try compact(open, to: copy.databaseDirectory, wait: wait)
    try copy.serve()
    return copy
  }

  private func copy(_ name: String, from source: String, to target: String) throws(IndexError) {
    let bytes = try FileSystem.read(name, in: source, of: path)
    try FileSystem.write(bytes, to: target + "/" + name)
  }

  /// Copies one revision of the database. A writer that commits twice meanwhile takes it away; when
  /// that happens again and again, the writer is kept out for the time of the copy.
  private func compact(_ open: OpenGeneration, to directory: String, wait: Double)
    throws(IndexError)
  {
    for _ in 1...5 where try attempt(open, to: directory) { return }
    let lock = try WriterLock(indexDirectory: path, purpose: "snapshot", wait: wait)
    defer { withExtendedLifetime(lock) {} }
    guard try attempt(open, to: directory) else {
      throw .damaged(path: path, reason: "its database changes without a lock")
    }
  }

  /// False when the writer was faster.
  private func attempt(_ open: OpenGeneration, to directory: String) throws(IndexError) -> Bool {
    try FileSystem.remove(directory)
    try open.reopen()
    do throws(XapianError) {
      try open.database.compact(to: directory, keepsDocumentIDs: true)
      let copy = try Database(path: directory)
      if let first = try copy.firstDocument(), try !copy.isWhole(at: first) { return false }
      return true
    } catch {
      let isOvertaken = try open.reopen() || error.isRetryableAfterReopen
      guard isOvertaken else { throw IndexError(error, writing: directory) }
      return false
    }
  }
}
