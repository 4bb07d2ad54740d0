import Synchronization

/// The words and names of one generation, for suggestions as one types: looking them up in the database
/// would take too long for each letter.
struct CompletionTable: Sendable {
  static let fields: [FacetField] = [.asker, .minister, .party, .theme]

  struct Name: Sendable {
    let field: FacetField
    let text: String
    let count: Int
    let folded: [String]
  }

  /// In order.
  private let words: [(text: String, count: Int)]
  /// The most frequent first.
  private let names: [Name]

  /// - Parameter fold: the folded words of a name.
  init(words: [(word: String, count: Int)], facets: [Facet], fold: (String) -> [String]) {
    self.words = words.map { ($0.word, $0.count) }.sorted { $0.text < $1.text }
    names = facets.flatMap { facet in
      facet.values.map { value in
        Name(
          field: facet.field, text: value.name, count: value.count, folded: fold(value.name))
      }
    }.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  /// The most frequent words that begin so.
  func words(beginning start: String, limit: Int) -> [(text: String, count: Int)] {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].text < start { low = middle + 1 } else { high = middle }
    }
    let found = words[low...].prefix { $0.text.hasPrefix(start) }
    return Array(found.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(limit))
  }

  /// The most frequent names that have these words next to each other.
  /// - Parameter isLastWhole: else the last one may be the beginning of a word.
  func names(with words: [String], isLastWhole: Bool, limit: Int) -> [Name] {
    guard let last = words.last else { return [] }
    let whole = words.dropLast()
    return Array(
      names.lazy.filter { name in
        guard name.folded.count >= words.count else { return false }
        return (0...(name.folded.count - words.count)).contains { start in
          let window = name.folded[start..<(start + words.count)]
          guard window.dropLast().elementsEqual(whole), let end = window.last else { return false }
          return isLastWhole ? end == last : end.hasPrefix(last)
        }
      }.prefix(limit))
  }
}

/// The table of the generation that serves, made at its first use, for all sessions.
final class LatestCompletions: Sendable {
  private struct Made {
    let fingerprint: Manifest.Fingerprint
    let created: Double
    let table: CompletionTable
  }

  private let latest = Mutex<Made?>(nil)

  func table(of manifest: Manifest, make: () throws -> CompletionTable) rethrows -> CompletionTable
  {
    let kept = latest.withLock { latest in
      latest.flatMap {
        $0.fingerprint == manifest.fingerprint && $0.created == manifest.created ? $0.table : nil
      }
    }
    if let kept { return kept }
    // Two sessions may make it at once, which is no harm; none waits for a lock meanwhile.
    let table = try make()
    latest.withLock {
      $0 = Made(fingerprint: manifest.fingerprint, created: manifest.created, table: table)
    }
    return table
  }
}
