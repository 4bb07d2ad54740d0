import Extraction
import WrittenQuestions

/// What an update did, or would do.
public struct UpdateSummary: Sendable, Equatable, Codable {
  /// What became of a file.
  public enum FileChange: Sendable, Equatable {
    case new
    case changed
    case renamed(from: SourcePath)
    case gone
    /// It says the same as another file, which was read.
    case copy(of: SourcePath)
    /// Cannot be read now: its passages stay as they were.
    case kept(reason: String)
  }

  public struct File: Sendable, Equatable {
    public let path: SourcePath
    public let change: FileChange
    /// How many of its documents are in the index now; of a file that is gone, how many were.
    public let documents: Int
  }

  /// Files that are not as they were, by path.
  public var files: [File] = []
  public var unchangedFiles = 0
  /// How many of these could not be read when they were tried.
  public var unreadFiles = 0

  /// Documents. Moved: the text is as it was, its place or name is new.
  public var added = 0
  public var replaced = 0
  public var moved = 0
  public var deleted = 0

  /// Of the documents that were added or replaced.
  public var forms = FormCounts()

  /// Records that are not in the index, and why.
  public var skipped: [BuildSummary.Skip] = []
  /// What of the records that were read is not in their documents.
  public var warnings = ReadWarnings()
  /// In the index after the update.
  public var documents = 0
  public var passages = 0
  public var seconds = 0.0
  public var generation = 0

  /// Files that cannot be read now, whose passages stay.
  public var kept: [File] {
    files.filter { if case .kept = $0.change { true } else { false } }
  }
}
