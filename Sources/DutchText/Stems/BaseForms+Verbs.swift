/// Forms of verbs, and the nouns made of them.
extension BaseForms {
  /// -te(n), -de(n).
  func pastTense(_ word: [UInt8]) -> [UInt8]? {
    let form = word.ends(with: "n") ? word.dropping(1) : word
    guard form.ends(with: "te") || form.ends(with: "de") else { return nil }
    return verbStem(form.dropping(2))
  }

  /// -t of the third person. Two kinds of words keep their t: a noun, which has a form in -en and
  /// none in -e (`markt`), and a verb's stem, which is used more in -ten than in -en (`belast`).
  func finalT(_ word: [UInt8]) -> [UInt8]? {
    let infinitive = word.dropping(1).inflected(with: "en").map(level).max() ?? 0
    if isKnown(word + "en") {
      let own = level(word + "en")
      if own > infinitive || own == infinitive && !isKnown(word + "e") { return nil }
    }
    if word.ends(with: "aat"), word.count >= 6 {
      let rest = word.dropping(2)
      if isKnown(rest), isKnown(rest + "an") { return rest }
    }
    return verbStem(word.dropping(1))
  }

  func finalD(_ word: [UInt8]) -> [UInt8]? {
    guard word.count >= 6, let stem = known(word.dropping(1)) else { return nil }
    return isInfinitive(stem) ? stem : nil
  }

  private static let particles: [[UInt8]] = PartWords.particles.map { Array($0.utf8) }
    .sorted { ($1.count, $1[0]) < ($0.count, $0[0]) }

  /// ge- with -d, -t or -en, also behind a particle: `gebouwd`, `ingeburgerd`, `opgenomen`.
  func participle(_ word: [UInt8]) -> [UInt8]? {
    guard word.ends(with: "d") || word.ends(with: "t") || word.ends(with: "en"), word.count >= 6
    else { return nil }
    // `gebouw` in `gebouwen`, `gevoel` in `gevoelen`: a noun of its own.
    func bare(_ form: [UInt8]) -> [UInt8]? {
      guard form.count >= 5, form.starts(with: "ge".utf8) else { return nil }
      return Array(form.dropFirst(2))
    }
    if let rest = bare(word) {
      // `gevallen` is rather of `geval` than of `vallen`.
      let noun =
        word.ends(with: "en") ? best(word.dropping(2).stems + [word.dropping(1)]) : nil
      if let noun, level(noun) > level(word) { return nil }
      if let strong = Irregular.strongVerbs[rest] ?? Irregular.strongVerbsInCompounds[rest] {
        return strong
      }
      if word.ends(with: "en") {
        return noun == nil && !isKnown(word + "s") && isKnown(rest)
          ? bestStem(of: rest.dropping(2)) : nil
      }
      return isKnown(word + "en") && !isKnown(word + "e") ? nil : weakStem(rest)
    }
    for particle in Self.particles where word.starts(with: particle) {
      guard let rest = bare(Array(word.dropFirst(particle.count))) else { continue }
      if word.ends(with: "en") {
        if let strong = Irregular.strongVerbs[rest] ?? Irregular.strongVerbsInCompounds[rest]
          ?? strongVerb(rest), let base = known(particle + strong)
        {
          return base
        }
        if let base = bestStem(of: particle + rest.dropping(2)) { return base }
      } else if let base = weakStem(particle + rest) {
        return base
      }
    }
    return nil
  }

  /// The stem within a participle without its ge-: `bouwd` → `bouw`, `zet` → `zet`.
  private func weakStem(_ form: [UInt8]) -> [UInt8]? {
    verbStem(form.dropping(1)) ?? (isVerb(form) ? form : nil)
  }

  /// `werk` for `werk`, where the lexicon has the verb's other forms.
  func verbStem(_ stem: [UInt8]) -> [UInt8]? {
    guard stem.count >= 3, isKnown(stem), isVerb(stem) else { return nil }
    return stem
  }

  func isVerb(_ stem: [UInt8]) -> Bool {
    isInfinitive(stem)
      && (isKnown(stem + "te") || isKnown(stem + "de") || Irregular.isStrong(stem)
        || isKnown(Array("ge".utf8) + stem + (stem.ends(with: "t") ? "" : "t")))
  }

  /// Whether the word with -en is known.
  func isInfinitive(_ stem: [UInt8]) -> Bool {
    stem.inflected(with: "en").contains { isKnown($0) }
      || stem.ends(with: "eer") && isKnown(stem.dropping(2) + "ren")
  }

  /// Verbs in -eren, so regular that the lexicon need not know them: `declineerde` → `declineer`.
  func verbInEren(_ word: [UInt8]) -> [UInt8]? {
    for ending in ["eert", "eerd", "eerde", "eerden"] where word.ends(with: ending) {
      let stem = word.dropping(ending.utf8.count - 3)
      if stem.starts(with: "ge".utf8), stem.count >= 7, ending == "eerd", !isKnown(stem) {
        return Array(stem.dropFirst(2))
      }
      return stem.count >= 6 ? stem : nil
    }
    if word.ends(with: "ere"), word.count >= 7, isKnown(word + "n"),
      isKnown(word.dropping(3) + "eer")
    {
      return word.dropping(3) + "eer"
    }
    guard word.ends(with: "eren"), word.count >= 8, !isKnown(word.dropping(2)) else { return nil }
    return word.dropping(4) + "eer"
  }

  private static let shortPrefixes = Set(["be", "in", "op", "af", "om"].map { Array($0.utf8) })

  /// Behind a prefix or particle: `besloten`, `uitgesproken`.
  func strongVerb(_ word: [UInt8]) -> [UInt8]? {
    guard word.count >= 5 else { return nil }
    for cut in 2...min(6, word.count - 3) {
      guard cut > 2 || Self.shortPrefixes.contains(Array(word[..<2])) else { continue }
      var rest = Array(word[cut...])
      if rest.count > 4, rest.starts(with: "ge".utf8) { rest.removeFirst(2) }
      guard
        let stem = Irregular.strongVerbs[rest] ?? Irregular.strongVerbsInCompounds[rest],
        let base = known(Array(word[..<cut]) + stem), isVerb(base)
      else { continue }
      return base
    }
    return nil
  }

  // MARK: Derivations of verbs

  /// -ing of a verb: `vergadering` and `vergaderen` are one subject; -atie of a verb in -eren.
  func action(_ word: [UInt8]) -> [UInt8]? {
    if word.ends(with: "ing"), word.count >= 7 {
      let verb = word.dropping(3).stems.first { isKnown($0) && isVerb($0) }
      // The i and e of subsidiëring are two vowels: they do not show in folded words.
      return verb ?? (word.ends(with: "iering") ? verbStem(word.dropping(5) + "eer") : nil)
    }
    if word.ends(with: "atie"), word.count >= 8 {
      return known(word.dropping(4) + "eer").flatMap { isVerb($0) ? $0 : nil }
    }
    return nil
  }

  /// -aar of a verb: `inburgeraar`.
  func agent(_ word: [UInt8]) -> [UInt8]? {
    guard word.ends(with: "aar"), word.count >= 8 else { return nil }
    return verbStem(word.dropping(3))
  }
}
