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
    let lines = String(decoding: try FileSystem.read(source: path), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var topics: [Topic] = []
    for (index, line) in lines.enumerated() where !isBlank(line) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2, !fields.contains(where: isBlank) else {
        throw .badTopics(path: path, line: index + 1)
      }
      topics.append(Topic(id: String(fields[0]), text: String(fields[1])))
    }
    guard !topics.isEmpty else { throw .badTopics(path: path, line: 1) }
    return topics
  }

  private static func isBlank(_ text: Substring) -> Bool { text.allSatisfy(\.isWhitespace) }
}
