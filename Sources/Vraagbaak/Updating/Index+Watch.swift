import Extraction
import Xapian

extension Index {
  /// Updates the index whenever one of its sources changes, until `isStopped` says so. It begins
  /// with what has changed already.
  ///
  /// ```swift
  /// try index.watch(isStopped: { isDone }) { outcome in print(outcome) }
  /// ```
  ///
  /// - Parameters:
  ///   - paths: files or directories; none: all that were indexed.
  ///   - wait: seconds that each update waits for another writer.
  ///   - isStopped: asked some times a second.
  ///   - report: called after each update with what it did, or why it failed; what failed is tried
  ///     again with the next change.
  /// - Throws: `.cannotWatch`, and as `info`.
  public func watch(
    _ paths: [String] = [], wait: Double = 60, isStopped: () -> Bool,
    report: (Result<UpdateSummary, IndexError>) -> Void
  ) throws(IndexError) {
    let info = try info()
    let reader = reader(for: info.manifest)
    let roots =
      paths.isEmpty
      ? info.roots : paths.map { reader.places.path(SourcePath($0), roots: info.roots) }
    let watcher = try SourceWatcher(roots, reader)
    var pending = Set(roots)
    while !isStopped() {
      let outcome = Result { () throws(IndexError) in
        try change("watch", wait: wait, isDryRun: false) { updater in
          try updater.apply(
            SourceChanges(
              given: pending.sorted(), ignoresMissing: true, table: updater.table,
              reader: updater.reader))
        }
      }
      if case .success = outcome { pending = [] }
      report(outcome)
      guard let changed = try watcher.next(isStopped: isStopped) else { return }
      pending.formUnion(changed)
    }
  }
}
