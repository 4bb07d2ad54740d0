import Extraction
import WrittenQuestions

extension Updater {
  /// Tells of every file that was looked at what became of it.
  func writeReport(_ changes: SourceChanges, to path: String) throws {
    var writer = try ReportWriter(path)
    let changed = changes.files.map(\.entry.path) + changes.kept.map(\.entry.path)
    var told: Set<SourcePath> = []
    for path in changed + accounts.keys.sorted() where told.insert(path).inserted {
      guard let entry = try entries[path] ?? table.entry(path) else { continue }
      var report = FileReport(entry, entry.documents > 0 ? .indexed : .unread, accounts[path])
      if entry.isCopy {
        report.outcome = .copy
        report.copyOf = try original(of: entry)
      }
      if case .kept(let reason) = files[path]?.change {
        report.failures.append(.init(line: nil, reason: reason, isPassing: true))
        report.failureCount += 1
      }
      try writer.add(report)
    }
    for entry in changes.unchangedEntries.map({ (entries[$0.path] ?? $0) ?? $0 })
    where !told.contains(entry.path) {
      var report = FileReport(entry, entry.isCopy ? .copy : .unchanged, nil)
      if entry.isCopy { report.copyOf = try original(of: entry) }
      try writer.add(report)
    }
    for entry in changes.gone {
      try writer.add(FileReport(entry.path, size: entry.size, .gone))
    }
    try writer.add(changes.passedOver, reader.places)
    try writer.finish()
  }
}
