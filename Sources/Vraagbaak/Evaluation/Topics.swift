/// Topics of an evaluation: lines of id, tab, text.
public enum Topics {
  public struct Topic: Sendable, Equatable {
    public let id: String
    public let text: String
  }

  /// Blank lines do not count.
  /// - Throws: `.noSuchSource`, or `.unavailable` for a file that cannot be read; `.badTopics` for one
  ///   with another line, or without any topic.
  public static func read(_ path: String) throws(IndexError) -> [Topic] {
    var topics: [Topic] = []
    for (number, line) in zip(1..., TextLines.of(try FileSystem.read(source: path))) {
      if line?.isEmpty == true { continue }
      let fields = line?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
      guard fields.count == 2, !fields.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
        throw .badTopics(path: path, line: number)
      }
      topics.append(Topic(id: String(fields[0]), text: String(fields[1])))
    }
    guard !topics.isEmpty else { throw .badTopics(path: path, line: 1) }
    return topics
  }
}
