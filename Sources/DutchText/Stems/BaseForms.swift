/// Takes a word back to its base form, by rules that the lexicon must confirm: `staatshoofden` to
/// `staatshoofd`, `hoge` to `hoog`, `ingeburgerd` and `inburgering` to `inburger`.
///
/// A general stemmer strips what looks like an ending (minister → mini, kans → kan). Here an ending
/// is taken off only where a known word remains, and not where other forms show that it belongs to
/// the word: `kans` keeps its s because of `kansen`.
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
    // A noun that ends in -en itself has a plural in -s, and is used more than the rest: wapen.
    return isKnown(word + "s") && level(base) < level(word) ? nil : base
  }

  /// -s of plurals and genitives. It is the word's own where a form shows it: `plaatsen`, `huizen`,
  /// `vlaamse`.
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

  /// Endings that only adjectives have: `-lijkste`. The lexicon need not know the rest.
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

  func level(_ word: [UInt8]) -> Int { table.entry(WordHash.of(word)).level }

  func isKnown(_ word: [UInt8]) -> Bool {
    let entry = table.entry(WordHash.of(word))
    return entry.isKnown && !entry.staysWhole
  }

  /// Whether it is known, also as a name.
  func isListed(_ word: [UInt8]) -> Bool {
    word.count >= 3 && table.entry(WordHash.of(word)).isKnown
  }

  func isName(_ word: [UInt8]) -> Bool { table.entry(WordHash.of(word)).staysWhole }

  func known(_ word: [UInt8]) -> [UInt8]? {
    word.count >= 2 && isKnown(word) ? word : nil
  }

  func bestStem(of stripped: [UInt8]) -> [UInt8]? {
    stripped.count >= 2 ? best(stripped.stems) : nil
  }

  /// The most used of the known candidates, the first of equals: `dagen` comes from `dag`, not from
  /// `daag`.
  func best(_ candidates: [[UInt8]]) -> [UInt8]? {
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
