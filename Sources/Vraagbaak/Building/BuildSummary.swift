import Extraction
import WrittenQuestions

/// What a build did.
public struct BuildSummary: Sendable, Equatable, Codable {
  /// A record that is not in the index, and why.
  public enum Skip: Sendable, Equatable, CustomStringConvertible {
    case unreadable(ReadError)
    /// Another record has the same id.
    case repeated(id: String, path: SourcePath, line: Int?)
    /// The engine does not take the document.
    case refused(id: String, path: SourcePath, line: Int?, reason: String)

    public var description: String {
      switch self {
      case .unreadable(let error): error.description
      case .repeated(let id, let path, let line):
        "\(Self.place(path, line)): a document with id \(id) was indexed already"
      case .refused(let id, let path, let line, let reason):
        "\(Self.place(path, line)): document \(id) cannot be indexed: \(reason)"
      }
    }

    private static func place(_ path: SourcePath, _ line: Int?) -> String {
      path.description + (line.map { ":\($0)" } ?? "")
    }
  }

  public var documents = 0
  public var passages = 0
  /// Records of registers, which say things of questions, and how many documents have some of it.
  /// Those that tell of a question without a text here are documents themselves.
  public var registers = 0
  public var enriched = 0
  public var skipped: [Skip] = []
  /// What of the records is not in their documents.
  public var warnings = ReadWarnings()
  /// How many files each reader took: `plain-text 1, flemish 1`; under an empty name those that
  /// gave nothing.
  public var readers: [String: Int] = [:]
  public var forms = FormCounts()
  /// Files that were found, those that could be read or not.
  public var files = 0
  /// Those of which nothing is in the index, although they are of formats that are read.
  public var unreadFiles = 0
  /// Files that say the same as another, which was read.
  public var copies = 0
  /// Files of formats that are not read, by the ends of their names.
  public var otherFormats: [String: Int] = [:]
  /// Files and directories that the selection leaves out.
  public var excluded = 0
  /// Bytes of source text.
  public var sourceBytes = 0
  /// Bytes of the index on disk.
  public var indexBytes = 0
  public var seconds = 0.0
  /// False: compounds are split by the corpus's own words alone.
  public var hasWordList = true
  /// The list that was asked for and could not be read.
  public var missingWordList: String?
  /// The number of the generation that serves now.
  public var generation = 0

  public var megabytesPerSecond: Double {
    seconds > 0 ? Double(sourceBytes) / 1e6 / seconds : 0
  }
}

/// How far a build is.
public struct BuildProgress: Sendable, Equatable, Codable {
  public var documents: Int
  public var bytesDone: Int
  public var bytesTotal: Int
  public var seconds: Double

  /// Estimated from the rate so far.
  public var secondsLeft: Double? {
    guard bytesDone > 0, bytesTotal > bytesDone else { return nil }
    return seconds * Double(bytesTotal - bytesDone) / Double(bytesDone)
  }
}

extension BuildSummary.Skip {
  static func refused(_ question: WrittenQuestion, reason: String) -> Self {
    .refused(
      id: question.id, path: question.source.path, line: question.source.line, reason: reason)
  }
}
