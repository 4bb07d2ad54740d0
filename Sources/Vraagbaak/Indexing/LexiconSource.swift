import DutchText
import WrittenQuestions

/// Makes the lexicon of a new generation.
public enum LexiconSource {
  /// Where Debian's package `wdutch` puts its word list.
  public static let wordListPath = "/usr/share/dict/dutch"

  /// Word counts settle long before a large corpus ends: the first so many bytes are counted.
  private static let countedBytes = 48 << 20

  /// The compiled lexicon of a word list, where there is one, and the words of the sources.
  static func compile(
    files: [String], in places: SourcePaths, mapping: FieldMapping?, wordList: String?
  ) -> (bytes: [UInt8], hasWordList: Bool) {
    var builder = LexiconBuilder()
    let listed = wordList.flatMap(FileSystem.read)
    if let listed { builder.add(wordList: listed) }
    builder.add(
      counts(
        RecordQueue(paths: files, in: places, mapping: mapping, byteLimit: countedBytes)))
    return (builder.compiled(), listed != nil)
  }

  private static func counts(_ queue: RecordQueue) -> WordCounts {
    let counts = Workers.run { () -> WordCounts in
      var counts = WordCounts()
      while let batch = queue.next() {
        for (record, reader) in batch.records {
          guard let question = try? reader.parse(record) else { continue }
          counts.add(question.title)
          for passage in question.passages { counts.add(passage.text) }
        }
      }
      return counts
    }
    return counts.reduce(into: WordCounts()) { $0.merge($1) }
  }
}
