import Extraction
import Vraagbaak

/// What is said of an update.
enum UpdateReport {
  static func write(_ summary: UpdateSummary, path: String, isDryRun: Bool, quiet: Bool) {
    Terminal.warn(of: summary.skipped)
    Terminal.warn(of: summary.warnings)
    for file in summary.kept {
      guard case .kept(let reason) = file.change else { continue }
      Terminal.warn(
        "kept as it was: \(file.path) (\(count(file.documents, "document"))): \(reason)")
    }
    guard !quiet else { return }
    for file in summary.files {
      if let line = line(file) { Terminal.write(line + "\n") }
    }
    Terminal.write(text(summary, path: path, isDryRun: isDryRun))
  }

  private static func line(_ file: UpdateSummary.File) -> String? {
    let documents = count(file.documents, "document")
    let path = Terminal.clean(file.path.description)
    return switch file.change {
    case .new: "new      \(path) (\(documents))"
    case .changed: "changed  \(path) (\(documents))"
    case .renamed(let from):
      "renamed  \(Terminal.clean(from.description)) to \(path) (\(documents))"
    case .gone: "gone     \(path) (\(documents))"
    case .copy(let original): "copy     \(path) of \(Terminal.clean(original.description))"
    case .kept: nil
    }
  }

  private static func text(_ summary: UpdateSummary, path: String, isDryRun: Bool) -> String {
    """
    \(isDryRun ? "would be " : "")\(summary.added) added, \(summary.replaced) replaced, \
    \(summary.moved) moved, \(summary.deleted) removed; \(count(summary.unchangedFiles, "file")) \
    unchanged\(unread(summary))
    \(IndexReport.forms(summary.forms))\(count(summary.documents, "document")), \(count(summary.passages, "passage")) in \(Terminal.clean(path)), \
    generation \(summary.generation)

    """
  }

  private static func unread(_ summary: UpdateSummary) -> String {
    summary.unreadFiles > 0 ? ", of which \(summary.unreadFiles) could not be read" : ""
  }

  private static func count(_ number: Int, _ name: String) -> String {
    IndexReport.count(number, name)
  }
}
