/// Topics of an evaluation: lines of id, tab, text.
public enum Topics {
  public struct Topic: Sendable, Equatable {
    public let id: String
    public let text: String
  }

  /// Blank lines do not count.
  /// - Parameter warn: is told of each other line that is no topic, as `.badTopics`; it is passed over.
  /// - Throws: `.noSuchSource`, or `.unavailable` for a file that cannot be read; `.badTopics` for one
  ///   without any topic.
  public static func read(_ path: String, warn: (IndexError) -> Void) throws(IndexError) -> [Topic]
  {
    var topics: [Topic] = []
    var faults: [IndexError] = []
    for (number, line) in zip(1..., TextLines.of(try FileSystem.read(source: path))) {
      if line?.isEmpty == true { continue }
      let fields = line?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
      guard fields.count == 2, !fields.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
        faults.append(.badTopics(path: path, line: number))
        continue
      }
      topics.append(Topic(id: String(fields[0]), text: String(fields[1])))
    }
    guard !topics.isEmpty else { throw faults.first ?? .badTopics(path: path, line: 1) }
    faults.forEach(warn)
    return topics
  }

  /// Queries, a line each: with a name and a tab before it, or without, and then called by itself.
  /// - Returns: them with the numbers of their lines, from 1.
  /// - Throws: `.noSuchSource`, or `.unavailable` for a file that cannot be read; `.badTopics` for a line
  ///   that is no UTF-8.
  public static func queries(_ path: String) throws(IndexError) -> [(line: Int, topic: Topic)] {
    var queries: [(line: Int, topic: Topic)] = []
    for (number, line) in zip(1..., TextLines.of(try FileSystem.read(source: path))) {
      guard let line else { throw .badTopics(path: path, line: number) }
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      let fields = line.split(separator: "\t", maxSplits: 1).map(String.init)
      let text = fields.last ?? ""
      queries.append((number, Topic(id: fields.first ?? text, text: text)))
    }
    return queries
  }
}
