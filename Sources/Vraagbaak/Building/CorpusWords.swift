import DutchText
import Synchronization
import WrittenQuestions

/// What the words of the sources say for a new generation: the lexicon, the words for suggestions, the
/// abbreviations.
struct CorpusWords {
  /// Word counts settle long before a large corpus ends: the first so many bytes are counted.
  private static let countedBytes = 48 << 20

  /// Compiled.
  let lexicon: [UInt8]
  let hasWordList: Bool
  /// Words that are offered for a mistyped one, with how often they occur.
  let spellings: [(word: String, count: Int)]
  let abbreviations: AbbreviationTable

  /// Counts the words at the beginning of the sources, and compiles them with a word list, where there
  /// is one. What it parses for that is in `records`.
  static func count(_ queue: RecordQueue, wordList: String?) -> (
    words: CorpusWords, records: ParsedRecords
  ) {
    let counted = Mutex(0)
    let found = Workers.run { worker in
      Counter.run(queue, worker: worker) { bytes in
        counted.withLock { counted in
          counted += bytes
          return counted < countedBytes
        }
      }
    }
    var counts = WordCounts()
    var abbreviations = AbbreviationTable()
    for counter in found {
      counts.merge(counter.vocabulary.counts)
      abbreviations.merge(counter.abbreviations)
    }
    var builder = LexiconBuilder()
    let listed = wordList.flatMap { try? FileSystem.read($0) }
    if let listed { builder.add(wordList: listed) }
    builder.add(counts)
    let words = CorpusWords(
      lexicon: builder.compiled(), hasWordList: listed != nil, spellings: spellings(counts),
      abbreviations: abbreviations)
    let records = ParsedRecords(
      queue, kept: found.flatMap(\.batches), vocabularies: found.map(\.vocabulary))
    return (words, records)
  }

  /// Words that are no mistakes themselves: in a large corpus those that occur some times.
  private static func spellings(_ counts: WordCounts) -> [(word: String, count: Int)] {
    let total = counts.words.reduce(0) { $0 + $1.count }
    let least = min(3, 1 + total / 100_000)
    return counts.words.filter { word, count in
      count >= least && 4...40 ~= word.utf8.count && word.allSatisfy(\.isLetter)
    }
  }

  /// What one worker found.
  private struct Counter: Sendable {
    var vocabulary = Vocabulary()
    var abbreviations = AbbreviationTable()
    var batches: [ParsedRecords.Batch] = []

    /// - Parameter goesOn: told how many bytes of text were counted more.
    static func run(_ queue: RecordQueue, worker: Int, goesOn: (Int) -> Bool) -> Counter {
      var counter = Counter()
      while let batch = queue.next() {
        let parsed = ParsedRecords.parse(batch, queue.reader) { question in
          let passages = question.passages
          for passage in passages { counter.abbreviations.add(passage.text) }
          return QuestionWords(
            title: counter.vocabulary.add(question.title),
            passages: passages.map { counter.vocabulary.add($0.text) }, vocabulary: worker)
        }
        counter.batches.append(parsed)
        guard goesOn(parsed.textBytes) else { break }
      }
      return counter
    }
  }
}
