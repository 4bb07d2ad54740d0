import DutchText
import Synchronization
import Xapian

/// Which words stand for the same: abbreviations that the documents define, and what a user's file
/// says.
struct Thesaurus {
  /// The most words that one expression has.
  static let longest = 6

  let database: Database
  /// A user's synonyms: from the stems of an expression, joined by spaces, to the texts that stand for
  /// it as well.
  let own: [String: [String]]

  /// What stands for the expression with these stems as well.
  func alternatives(to stems: [String]) throws(XapianError) -> [String] {
    let key = Self.key(stems)
    let defined = try database.metadata(Schema.abbreviationKey(key))
    let texts = String(decoding: defined, as: UTF8.self).split(separator: "\n")
    return (own[key] ?? []) + texts.map(String.init)
  }

  /// Where expressions of several words stand that something else stands for; the longest, from the
  /// left, without overlap.
  func expressions(in stems: [String]) throws(XapianError) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start + 1 < stems.count {
      var end = min(stems.count, start + Self.longest)
      while end > start + 1, try alternatives(to: Array(stems[start..<end])).isEmpty { end -= 1 }
      if end > start + 1 {
        found.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  static func key(_ stems: [String]) -> String { stems.joined(separator: " ") }
}

/// A user's synonyms by their stems: analysed once for a generation, for all sessions.
final class AnalyzedSynonyms: Sendable {
  private let synonyms: Synonyms
  private let latest = Mutex<(fingerprint: Manifest.Fingerprint, byStems: [String: [String]])?>(nil)

  init(_ synonyms: Synonyms) { self.synonyms = synonyms }

  /// As `Thesaurus.own`.
  /// - Parameter fingerprint: of the generation that the analyzer is of.
  func byStems(_ analyzer: Analyzer, of fingerprint: Manifest.Fingerprint) -> [String: [String]] {
    guard !synonyms.groups.isEmpty else { return [:] }
    return latest.withLock { latest in
      if let latest, latest.fingerprint == fingerprint { return latest.byStems }
      let byStems = synonyms.groups.reduce(into: [String: [String]]()) { byStems, group in
        for text in group {
          byStems[Thesaurus.key(analyzer.analyze(text).map(\.stem)), default: []] +=
            group.filter { $0 != text }
        }
      }
      latest = (fingerprint, byStems)
      return byStems
    }
  }
}
