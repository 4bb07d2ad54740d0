import DutchText
import Xapian

/// Which words stand for the same: abbreviations that the documents define, and what a user's file
/// says.
struct Thesaurus {
  /// The most words that one expression has.
  static let longest = 6

  private let database: Database
  /// From the stems of an expression, joined by spaces, to the texts that stand for it as well.
  private let own: [String: [String]]

  init(database: Database, synonyms: Synonyms, analyzer: Analyzer) {
    self.database = database
    own = synonyms.groups.reduce(into: [:]) { own, group in
      for text in group {
        own[Self.key(analyzer.analyze(text).map(\.stem)), default: []] +=
          group.filter { $0 != text }
      }
    }
  }

  /// What stands for the expression with these stems as well.
  func alternatives(to stems: [String]) -> [String] {
    let key = Self.key(stems)
    let defined = try? database.metadata(Schema.abbreviationKey(key))
    let texts = String(decoding: defined ?? [], as: UTF8.self).split(separator: "\n")
    return (own[key] ?? []) + texts.map(String.init)
  }

  /// Where expressions of several words stand that something else stands for; the longest, from the
  /// left, without overlap.
  func expressions(in stems: [String]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start + 1 < stems.count {
      let end = min(stems.count, start + Self.longest)
      let range = stride(from: end, to: start + 1, by: -1).lazy.map { start..<$0 }
        .first { !alternatives(to: Array(stems[$0])).isEmpty }
      if let range { found.append(range) }
      start = range?.upperBound ?? start + 1
    }
    return found
  }

  static func key(_ stems: [String]) -> String { stems.joined(separator: " ") }
}
