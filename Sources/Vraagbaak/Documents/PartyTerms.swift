import DutchText
import WrittenQuestions
import Xapian

/// Parties as terms: one for all names of a party.
enum PartyTerm {
  /// Nil for a name without a letter or figure.
  static func text(ofKey key: String) -> String? {
    let term = Schema.Prefix.partyKey + key
    return key.isEmpty || term.utf8.count > Schema.longestTerm ? nil : term
  }

  /// The keys of the parties of the index that a name means.
  static func keys(named name: String, in database: Database) throws(XapianError) -> [String] {
    for keys in Party.keys(asked: name) {
      var known: [String] = []
      for key in keys {
        guard let term = text(ofKey: key) else { continue }
        if try database.frequency(of: term).documents > 0 { known.append(key) }
      }
      if !known.isEmpty { return known }
    }
    return []
  }
}
