/// Takes a word back to its base form, by rules that the lexicon must confirm: `staatshoofden` to
/// `staatshoofd`, `hoge` to `hoog`, `ingeburgerd` and `inburgering` to `inburger`.
///
/// A general stemmer strips what looks like an ending (minister → mini, kans → kan). Here an ending
/// goes only where a known word remains, and not where the word shows endings of its own: `kans`
/// keeps its s, for `kansen` exists.
struct BaseForms {
  private let table: LexiconTable

  init(_ table: LexiconTable) {
    self.table = table
  }

  /// The base form of a folded word; nil when no rule changes it.
  func base(of word: [UInt8]) -> [UInt8]? {
    if Irregular.bases[word] == word { return word }
    var current = word
    // A form may carry a few endings: werkten → werkt → werk.
    for _ in 0..<4 {
      guard let next = step(current), next != current else { break }
      current = next
    }
    return current == word ? nil : current
  }

  private func step(_ word: [UInt8]) -> [UInt8]? {
    if let base = Irregular.bases[word] ?? Irregular.strongVerbs[word] { return base }
    guard word.count >= 4 else { return nil }
    if let base = irregularEnd(word) ?? adjective(word) ?? participle(word) { return base }
    return diminutive(word) ?? byLastLetters(word) ?? strongVerb(word)
  }

  private func byLastLetters(_ word: [UInt8]) -> [UInt8]? {
    switch word[word.count - 1] {
    case UInt8(ascii: "n"): plural(word) ?? pastTense(word)
    case UInt8(ascii: "s"): finalS(word)
    case UInt8(ascii: "e"):
      action(word) ?? (isKnown(word + "s") ? nil : finalE(word) ?? pastTense(word)) ?? degree(word)
    case UInt8(ascii: "r"): comparative(word) ?? agent(word)
    case UInt8(ascii: "t"): superlative(word) ?? finalT(word)
    case UInt8(ascii: "d"): finalD(word)
    case UInt8(ascii: "g"): action(word)
    default: nil
    }
  }

  // MARK: Nouns

  /// -en and -n of plurals and infinitives.
  private func plural(_ word: [UInt8]) -> [UInt8]? {
    guard word.ends(with: "en") else { return nil }
    if word.ends(with: "heden"), let base = known(word.dropping(4) + Array("eid".utf8)) {
      return base
    }
    if word.ends(with: "eren"), let base = known(word.dropping(4) + "eer") { return base }
    // `waarden` is of `waarde`, `hoofden` of `hoofd`.
    guard let base = best(word.dropping(2).stems + [word.dropping(1)]) else { return nil }
    // A noun in -en has a plural in -s, and is used more than what is left of it: wapen.
    return isKnown(word + "s") && level(base) < level(word) ? nil : base
  }

  /// -s of plurals and genitives, where the s is not the word's own: `plaatsen`, `huizen` and
  /// `vlaamse` show that it is.
  private func finalS(_ word: [UInt8]) -> [UInt8]? {
    let rest = word.dropping(1)
    guard rest.count >= 3, isKnown(rest) || rest.count >= 4 && !rest[rest.count - 1].isVowel,
      !word.ends(with: "ss")
    else { return nil }
    if isName(word), !isListed(rest) { return nil }
    let isOwn = (word.inflected(with: "e") + word.inflected(with: "en")).contains(where: isListed)
    return isOwn ? nil : rest
  }

  private func diminutive(_ word: [UInt8]) -> [UInt8]? {
    let form = word.ends(with: "jes") ? word.dropping(1) : word
    guard form.ends(with: "je"), form.count >= 5 else { return nil }
    // boekje, deurtje, boompje, ringetje, mannetje, kettinkje, fotootje
    var candidates: [[UInt8]] = []
    if form.ends(with: "tje") || form.ends(with: "pje") {
      let rest = form.dropping(3)
      candidates.append(rest)
      if rest.count > 3, rest[rest.count - 1].isVowel, rest[rest.count - 1] == rest[rest.count - 2]
      {
        candidates.append(rest.dropping(1))
      }
    }
    candidates.append(form.dropping(2))
    if form.ends(with: "etje") { candidates += form.dropping(4).stems }
    if form.ends(with: "nkje") { candidates.append(form.dropping(3) + "g") }
    return best(candidates.filter { $0.count >= 3 })
  }

  // MARK: Adjectives

  /// -e of adjectives: `vlaamse`, `hoge`, `lieve`; also of a past tense (`werkte` → `werkt`).
  /// Nouns in -e, whose plural in -s is known, do not come here: zone, zones.
  private func finalE(_ word: [UInt8]) -> [UInt8]? {
    if let base = bestStem(of: word.dropping(1)) { return base }
    // Vlaams, Belgisch and the like are names to a word list.
    return word.dropping(1).stems.first(where: isListed)
  }

  /// -ere and -ste, which hardly anything else ends in.
  private func degree(_ word: [UInt8]) -> [UInt8]? {
    let candidates =
      word.ends(with: "ere")
      ? word.dropping(3).stems + (word.ends(with: "dere") ? [word.dropping(4)] : [])
      : word.ends(with: "ste") ? [word.dropping(3), word.dropping(2)] : []
    return best(candidates.filter { $0.count >= 4 && isInflected($0) })
  }

  /// Endings that only adjectives have, so that the lexicon need not know the rest: `-lijkste`.
  private func adjective(_ word: [UInt8]) -> [UInt8]? {
    guard word.count >= 7 else { return nil }
    for (ending, base) in Irregular.adjectiveEndings where word.ends(with: ending) {
      return word.dropping(ending.count) + base
    }
    // A present participle: the infinitive is known.
    return word.ends(with: "ende") && isKnown(word.dropping(2)) ? word.dropping(1) : nil
  }

  private func comparative(_ word: [UInt8]) -> [UInt8]? {
    guard word.ends(with: "er") else { return nil }
    let rest = word.dropping(2)
    let candidates = rest.stems + (rest.ends(with: "rd") ? [rest.dropping(1)] : [])
    return best(
      candidates.filter { candidate in
        guard candidate.count >= 3 else { return false }
        return
          Self.adjectiveEndings.contains {
            candidate.ends(with: $0) && candidate.count > $0.utf8.count
          }
          ? isInflected(candidate) : isAdjective(candidate)
      })
  }

  private static let adjectiveEndings = [
    "ig", "lijk", "isch", "baar", "zaam", "loos", "ant", "ent", "ief", "iek", "eel", "aal", "air",
    "eus", "end",
  ]

  private func superlative(_ word: [UInt8]) -> [UInt8]? {
    guard word.ends(with: "st"), word.count >= 6 else { return nil }
    return known(word.dropping(2)).flatMap { isAdjective($0) ? $0 : nil }
  }

  /// Whether the word has a form in -e.
  private func isInflected(_ word: [UInt8]) -> Bool {
    word.inflected(with: "e").contains { isKnown($0) }
  }

  /// Whether the word has degrees of comparison.
  private func isAdjective(_ word: [UInt8]) -> Bool {
    isKnown(word + (word.ends(with: "s") ? "te" : "ste"))
      && (word.inflected(with: "er").contains { isKnown($0) } || isKnown(word + "der"))
  }

  // MARK: Verbs

  /// -te(n), -de(n).
  private func pastTense(_ word: [UInt8]) -> [UInt8]? {
    let form = word.ends(with: "n") ? word.dropping(1) : word
    guard form.ends(with: "te") || form.ends(with: "de") else { return nil }
    return verbStem(form.dropping(2))
  }

  /// -t of the third person. A noun in -t has a plural in -en and no form in -e: markt.
  private func finalT(_ word: [UInt8]) -> [UInt8]? {
    let infinitive = word.dropping(1).inflected(with: "en").map(level).max() ?? 0
    if isKnown(word + "en"), !isKnown(word + "e"), level(word + "en") >= infinitive { return nil }
    if word.ends(with: "aat"), word.count >= 6 {
      let rest = word.dropping(2)
      if isKnown(rest), isKnown(rest + "an") { return rest }
    }
    return verbStem(word.dropping(1))
  }

  private func finalD(_ word: [UInt8]) -> [UInt8]? {
    guard word.count >= 6, let stem = known(word.dropping(1)) else { return nil }
    return isInfinitive(stem) ? stem : nil
  }

  private static let particles: [[UInt8]] = PartWords.particles.map { Array($0.utf8) }
    .sorted { ($1.count, $1[0]) < ($0.count, $0[0]) }

  /// ge- with -d, -t or -en, also behind a particle: `gebouwd`, `ingeburgerd`, `opgenomen`.
  private func participle(_ word: [UInt8]) -> [UInt8]? {
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
  private func verbStem(_ stem: [UInt8]) -> [UInt8]? {
    guard stem.count >= 3, isKnown(stem), isVerb(stem) else { return nil }
    return stem
  }

  private func isVerb(_ stem: [UInt8]) -> Bool {
    isInfinitive(stem)
      && (isKnown(stem + "te") || isKnown(stem + "de") || Irregular.isStrong(stem)
        || isKnown(Array("ge".utf8) + stem + (stem.ends(with: "t") ? "" : "t")))
  }

  /// Whether the word with -en is known.
  private func isInfinitive(_ stem: [UInt8]) -> Bool {
    stem.inflected(with: "en").contains { isKnown($0) }
      || stem.ends(with: "eer") && isKnown(stem.dropping(2) + "ren")
  }

  /// Verbs in -eren, so regular that the lexicon need not know them: `declineerde` → `declineer`.
  private func verbInEren(_ word: [UInt8]) -> [UInt8]? {
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
  private func strongVerb(_ word: [UInt8]) -> [UInt8]? {
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
  private func action(_ word: [UInt8]) -> [UInt8]? {
    if word.ends(with: "ing"), word.count >= 7 {
      return word.dropping(3).stems.first { isKnown($0) && isVerb($0) }
    }
    if word.ends(with: "atie"), word.count >= 8 {
      return known(word.dropping(4) + "eer").flatMap { isVerb($0) ? $0 : nil }
    }
    return nil
  }

  /// -aar of a verb: `inburgeraar`.
  private func agent(_ word: [UInt8]) -> [UInt8]? {
    guard word.ends(with: "aar"), word.count >= 8 else { return nil }
    return verbStem(word.dropping(3))
  }

  // MARK: The lexicon

  private func irregularEnd(_ word: [UInt8]) -> [UInt8]? {
    if let verb = verbInEren(word) { return verb }
    for (ending, base) in Irregular.endings where word.count > ending.count + 1 {
      if word.ends(with: ending), let found = known(word.dropping(ending.count) + base) {
        return found
      }
    }
    return nil
  }

  private static let functionWords = Set(PartWords.functionWords.map { Array($0.utf8) })

  private func level(_ word: [UInt8]) -> Int { table.entry(WordHash.of(word)).level }

  private func isKnown(_ word: [UInt8]) -> Bool {
    let entry = table.entry(WordHash.of(word))
    return entry.isKnown && !entry.staysWhole
  }

  /// Known, be it as a name.
  private func isListed(_ word: [UInt8]) -> Bool {
    word.count >= 3 && table.entry(WordHash.of(word)).isKnown
  }

  private func isName(_ word: [UInt8]) -> Bool { table.entry(WordHash.of(word)).staysWhole }

  private func known(_ word: [UInt8]) -> [UInt8]? {
    word.count >= 2 && isKnown(word) ? word : nil
  }

  private func bestStem(of stripped: [UInt8]) -> [UInt8]? {
    stripped.count >= 2 ? best(stripped.stems) : nil
  }

  /// The most used among the known candidates, the first where they are equal: `dagen` is rather
  /// of `dag` than of `daag`.
  private func best(_ candidates: [[UInt8]]) -> [UInt8]? {
    var found: (word: [UInt8], level: Int)?
    for candidate in candidates where candidate.count >= 3 {
      let entry = table.entry(WordHash.of(candidate))
      if entry.isKnown, !entry.staysWhole, !Self.functionWords.contains(candidate),
        found.map({ entry.level > $0.level }) ?? true
      {
        found = (candidate, entry.level)
      }
    }
    return found?.word
  }
}
