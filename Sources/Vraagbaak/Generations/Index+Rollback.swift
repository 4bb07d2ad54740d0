import Xapian

extension Index {
  /// Goes back to the newest earlier generation that can be read, or from a damaged pointer to the
  /// newest of all. The next build replaces what was gone back from.
  ///
  /// ```swift
  /// let now = try index.rollback()
  /// ```
  ///
  /// - Returns: the number of the generation that serves now.
  /// - Throws: `IndexError`; `.noGeneration` when there is none: then nothing changes.
  @discardableResult
  public func rollback(wait: Double = 0, isDryRun: Bool = false) throws -> Int {
    guard FileSystem.isDirectory(path) else { throw IndexError.noIndex(path: path) }
    let lock =
      isDryRun
      ? nil
      : try WriterLock(indexDirectory: path, purpose: "vraagbaak rollback", wait: wait)
    defer { withExtendedLifetime(lock) {} }
    let serving = (try? Generation.current(in: path)) ?? nil
    for generation in Generation.all(in: path).reversed()
    where generation.number < serving?.number ?? .max {
      guard (try? OpenGeneration(generation)) != nil, (try? generation.analyzer()) != nil else {
        continue
      }
      if !isDryRun { try generation.serve() }
      return generation.number
    }
    throw IndexError.noGeneration(path: path, number: nil)
  }
}
