import WrittenQuestions

/// What a build did.
public struct BuildSummary: Sendable {
  /// A record that is not in the index, and why.
  public enum Skip: Sendable, Equatable, CustomStringConvertible {
    case unreadable(ReadError)
    /// Another record has the same id.
    case repeated(id: String, path: String, line: Int?)

    public var description: String {
      switch self {
      case .unreadable(let error): error.description
      case .repeated(let id, let path, let line):
        "\(path)\(line.map { ":\($0)" } ?? ""): a document with id \(id) was indexed already"
      }
    }
  }

  public var documents = 0
  public var passages = 0
  public var skipped: [Skip] = []
  /// How many files each reader took: `plain-text 1, flemish 1`; under an empty name those that
  /// gave nothing.
  public var readers: [String: Int] = [:]
  /// Bytes of source text.
  public var sourceBytes = 0
  /// Bytes of the index on disk.
  public var indexBytes = 0
  public var seconds = 0.0
  /// False: compounds are split by the corpus's own words alone.
  public var hasWordList = true
  /// The number of the generation that serves now.
  public var generation = 0

  public var megabytesPerSecond: Double {
    seconds > 0 ? Double(sourceBytes) / 1e6 / seconds : 0
  }
}

/// How far a build is.
public struct BuildProgress: Sendable {
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
