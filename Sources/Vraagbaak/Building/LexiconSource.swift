import DutchText
import WrittenQuestions

/// What a first pass over the sources finds for a new generation.
struct CorpusWords {
  var lexicon: [UInt8]
  var hasWordList: Bool
  /// Words that are offered for a mistyped one, with how often they occur.
  var spellings: [(word: String, count: Int)]
  var abbreviations: AbbreviationTable
}

/// Makes the lexicon of a new generation.
public enum LexiconSource {
  /// Where Debian's package `wdutch` puts its word list.
  public static let wordListPath = "/usr/share/dict/dutch"

  /// Word counts settle long before a large corpus ends: the first so many bytes are counted.
  private static let countedBytes = 48 << 20

  /// The compiled lexicon of a word list, where there is one, and the words of the sources.
  static func compile(
    files: [String], in places: SourcePaths, mapping: FieldMapping?, wordList: String?
  ) -> CorpusWords {
    var builder = LexiconBuilder()
    let listed = wordList.flatMap { try? FileSystem.read($0) }
    if let listed { builder.add(wordList: listed) }
    let (counts, abbreviations) = words(
      RecordQueue(paths: files, in: places, mapping: mapping, byteLimit: countedBytes))
    builder.add(counts)
    return CorpusWords(
      lexicon: builder.compiled(), hasWordList: listed != nil, spellings: spellings(counts),
      abbreviations: abbreviations)
  }

  /// Words that are no mistakes themselves: in a large corpus those that occur some times.
  private static func spellings(_ counts: WordCounts) -> [(word: String, count: Int)] {
    let total = counts.words.reduce(0) { $0 + $1.count }
    let least = min(3, 1 + total / 100_000)
    return counts.words.filter { word, count in
      count >= least && 4...40 ~= word.utf8.count && word.allSatisfy(\.isLetter)
    }
  }

  private static func words(_ queue: RecordQueue) -> (WordCounts, AbbreviationTable) {
    let found = Workers.run { () -> (WordCounts, AbbreviationTable) in
      var counts = WordCounts()
      var abbreviations = AbbreviationTable()
      while let batch = queue.next() {
        for (record, reader) in batch.records {
          guard let question = try? reader.parse(record) else { continue }
          counts.add(question.title)
          for passage in question.passages {
            counts.add(passage.text)
            abbreviations.add(passage.text)
          }
        }
      }
      return (counts, abbreviations)
    }
    return found.reduce(into: (WordCounts(), AbbreviationTable())) { sum, part in
      sum.0.merge(part.0)
      sum.1.merge(part.1)
    }
  }
}
