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
  /// - Throws: `.noGeneration` when there is none: then nothing changes.
  @discardableResult
  public func rollback(wait: Double = 0, isDryRun: Bool = false) throws(IndexError) -> Int {
    guard FileSystem.isDirectory(path) else {
      // Unless it cannot be seen.
      _ = try servingUnlessDamaged()
      throw .noIndex(path: path)
    }
    let lock =
      isDryRun ? nil : try WriterLock(indexDirectory: path, purpose: "rollback", wait: wait)
    defer { withExtendedLifetime(lock) {} }
    let serving = try servingUnlessDamaged()
    for generation in try Generation.all(in: path).reversed()
    where generation.number < serving?.number ?? .max {
      let analyzer = try unlessDamaged { () throws(IndexError) in
        _ = try OpenGeneration(generation)
        return try generation.analyzer()
      }
      guard analyzer != nil else { continue }
      if !isDryRun { try generation.serve() }
      return generation.number
    }
    throw .noGeneration(path: path, number: nil)
  }

  func servingUnlessDamaged() throws(IndexError) -> Generation? {
    try unlessDamaged { () throws(IndexError) in try Generation.current(in: path) } ?? nil
  }

  /// What can be read of what may be damaged: nil where it is. What the system lacks now is thrown,
  /// since it says nothing about the index.
  func unlessDamaged<Result>(_ body: () throws(IndexError) -> Result) throws(IndexError) -> Result?
  {
    do throws(IndexError) {
      return try body()
    } catch {
      if case .unavailable = error { throw error }
      return nil
    }
  }
}
