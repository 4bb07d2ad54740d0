import Extraction
import WrittenQuestions

/// Tells of every file what a build made of it.
struct BuildReport {
  let found: SourceFiles.Found
  let copies: SourceCopies
  let queue: RecordQueue
  let counts: [SourcePath: DatabaseBuilder.FileCounts]
  let skipped: [BuildSummary.Skip]

  func write(_ entries: [SourceEntry], to path: String) throws(IndexError) {
    let entries = Dictionary(entries.map { ($0.path, $0) }) { first, _ in first }
    let accounts = accounts()
    let recognitions = queue.recognitions
    var writer = try ReportWriter(path)
    for path in found.files {
      if let (entry, original) = copies.originals[path] {
        var report = FileReport(entry, .copy, nil)
        report.copyOf = original
        try writer.add(report)
      } else if let entry = entries[path] {
        var account = accounts[path] ?? FileAccount()
        account.recognition = recognitions[path]
        try writer.add(FileReport(entry, entry.documents > 0 ? .indexed : .unread, account))
      }
    }
    try writer.add(found, queue.reader.places)
    try writer.finish()
  }

  /// With what could not be cut out of files, and what the engine refused.
  private func accounts() -> [SourcePath: FileAccount] {
    var accounts = counts.compactMapValues(\.account)
    for error in queue.failures { accounts[error.path, default: FileAccount()].add(error) }
    for case .refused(_, let path, let line, let reason) in skipped {
      accounts[path, default: FileAccount()].add(
        FileReport.Failure(line: line, reason: reason, isPassing: false))
    }
    return accounts
  }
}

extension ReportWriter {
  /// What was found and not read.
  mutating func add(_ found: SourceFiles.Found, _ places: SourcePaths) throws(IndexError) {
    for (path, fault) in found.unreadable {
      try add(FileReport(ReadError(fault, path: path)))
    }
    for refused in found.refused { try add(FileReport(refused.error)) }
    for (paths, outcome) in [
      (found.excluded, FileReport.Outcome.excluded), (found.unknown, .otherFormat),
    ] {
      for path in paths {
        try add(FileReport(path, size: FileStamp(places.file(path))?.size ?? 0, outcome))
      }
    }
  }
}
