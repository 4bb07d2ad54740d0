import Text

/// What counts of words do not tell about the parts of compounds. The lists are in `Words/`.
enum PartWords {
  /// Unstressed syllables before verbs and their nouns.
  static let prefixes = WordList(PackageResources.verb_prefixes_txt).words.map { Array($0.utf8) }

  /// Words of two letters that make compounds; other short words are mostly syllables.
  static let short = words(PackageResources.short_parts_txt)

  /// Endings and syllables that are words as well, but no parts.
  static let neverParts = functionWords.union(particles)
    .union(words(PackageResources.never_parts_txt)).subtracting(placeWords)

  /// Function words that make no compounds. Some are other words as well, and do: `recht`.
  static let functionWords = StopWords.dutch.words
    .subtracting(words(PackageResources.stop_words_in_parts_txt))

  /// All words for which the lexicon does not go by counts alone.
  static let special = [
    neverParts, neverHeads, placeWords, boundForms, wholeWords, neverModifiers,
  ].reduce(into: Set()) { $0.formUnion($1) }

  /// Words that make compounds only as their first part: at the end they are suffixes.
  static let neverHeads = words(PackageResources.never_last_parts_txt)

  /// Verb particles: the words that they begin are mostly verbs and their nouns.
  static let particles = words(PackageResources.particles_txt)

  /// Particles that also say where something is: `achterdeur`, `tussenschot`. They make compounds
  /// where the rest is much more usual than the whole.
  static let placeWords = words(PackageResources.place_words_txt).union(endingPlaceWords)

  /// Those of them that end compounds too: `erfgoed`, `drempelvrij`.
  static let endingPlaceWords = words(PackageResources.place_words_at_ends_txt)

  /// Forms that begin compounds and are no words, or seldom.
  static let combiningForms = words(PackageResources.only_first_parts_txt)

  /// Forms that end compounds and are no words alone.
  static let boundHeads = words(PackageResources.only_last_parts_txt)

  static let boundForms = combiningForms.union(boundHeads)

  /// Words whose history is forgotten, and those that the evidence would split at a wrong place.
  static let wholeWords = words(PackageResources.whole_words_txt)

  /// Words that are rather the first letters of another: `vers` in `verstrekt`, `ins` in `instelt`.
  static let neverModifiers = words(PackageResources.never_first_parts_txt)

  private static func words(_ list: [UInt8]) -> Set<String> { Set(WordList(list).words) }
}
