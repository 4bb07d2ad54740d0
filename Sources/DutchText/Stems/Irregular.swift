import Text

/// Forms that follow no rule. The lists are in `Words/`.
enum Irregular {
  /// Words with their base, whatever the lexicon says. A word that is its own base is protected
  /// from the rules: `teken` is no `teek`.
  static let bases: [[UInt8]: [UInt8]] = {
    var bases: [[UInt8]: [UInt8]] = [:]
    for line in WordList(PackageResources.base_forms_txt).lines {
      let base = Array(line[0])
      for word in line { bases[Array(word)] = base }
    }
    for (ending, base) in endings where ending.count >= 5 { bases[ending] = base }
    for (old, new) in OldSpelling.pairs { bases[Array(old.utf8)] = Array(new.utf8) }
    return bases
  }()

  /// Ends of words with what stands there in the base form, if the lexicon knows it.
  static let endings = pairs(PackageResources.noun_endings_txt)

  /// Endings of inflected adjectives with those of their base, the longest first.
  static let adjectiveEndings = pairs(PackageResources.adjective_endings_txt)
    .sorted { $0.ending.count > $1.ending.count }

  /// The base is the first of a line.
  private static func pairs(_ list: [UInt8]) -> [(ending: [UInt8], base: [UInt8])] {
    WordList(list).lines.flatMap { line in
      line.dropFirst().map { (Array($0), Array(line[0])) }
    }
  }

  /// Past tenses and participles (without ge-) of strong verbs, with the present stem.
  static let strongVerbs = verbs.alone

  /// Those that are other words when they stand alone: `sloot` is a ditch, `besloot` a past tense.
  static let strongVerbsInCompounds = verbs.inCompounds

  private static let verbs: (alone: [[UInt8]: [UInt8]], inCompounds: [[UInt8]: [UInt8]]) = {
    var alone: [[UInt8]: [UInt8]] = [:]
    var inCompounds: [[UInt8]: [UInt8]] = [:]
    for line in WordList(PackageResources.strong_verbs_txt).lines {
      let stem = Array(line[0])
      for form in line.dropFirst() {
        if form.last == UInt8(ascii: "*") {
          inCompounds[Array(form.dropLast())] = stem
        } else {
          alone[Array(form)] = stem
        }
      }
    }
    return (alone, inCompounds)
  }()

  /// Whether a verb stem ends in a strong verb's: `bespreek` in `spreek`.
  static func isStrong(_ stem: [UInt8]) -> Bool {
    (0...max(0, stem.count - 2)).contains { strongStems.contains(Array(stem[$0...])) }
  }

  private static let strongStems = Set(strongVerbs.values)
    .union(strongVerbsInCompounds.values)
}
