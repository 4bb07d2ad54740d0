import Testing

@testable import DutchText

/// What the analysis reaches on real words, with the word list and the corpus of 2017. The limits
/// lie a little under what was measured, so that a change for the worse shows.
@Suite(.enabled(if: Shared.directory != nil, "needs the shared corpus and the word list"))
struct MeasuredTests {
  private func analyzer() throws -> Analyzer {
    Analyzer(lexicon: try #require(Shared.lexicon), stemmer: try KraaijPohlmann())
  }

  /// Every third line of a list, which is enough: shares of 7,000 words are within half a percent of
  /// those of all.
  private func lines(_ name: String) -> [(first: String, second: String)] {
    Shared.lines(name).enumerated().compactMap { number, line in
      guard number.isMultiple(of: 3) else { return nil }
      let fields = line.split(separator: UInt8(ascii: "\t")).map {
        String(decoding: $0, as: UTF8.self)
      }
      return fields.count == 2 ? (fields[0], fields[1]) : nil
    }
  }

  @Test("Nine compounds in ten fall into the parts that a dictionary gives them")
  func compounds() throws {
    let analyzer = try analyzer()
    var (right, all) = (0, 0)
    for (word, parts) in lines("eval/compounds-dev.tsv") {
      let found = analyzer.analyze(word).flatMap(\.parts).map(\.stem)
      let expected = parts.split(separator: "|").flatMap { analyzer.analyze(String($0)) }
      all += 1
      if found == expected.map(\.stem) { right += 1 }
    }
    #expect(all > 7_000)
    #expect(Double(right) / Double(all) > 0.9, "\(right) of \(all)")
  }

  @Test("Of words drawn from the corpus hardly any is split wrongly")
  func sample() throws {
    let analyzer = try analyzer()
    var wrong: [String] = []
    for (word, parts) in SampledWords.all {
      let found = analyzer.analyze(word).flatMap(\.parts).map(\.word)
      if !found.isEmpty, found != parts { wrong.append(word) }
    }
    #expect(SampledWords.all.count == 500)
    #expect(wrong.count <= 15, "\(wrong)")
  }

  @Test("A form and its lemma meet far more often than with the general stemmer alone")
  func lemmas() throws {
    let analyzer = try analyzer()
    let general = try KraaijPohlmann()
    var (met, metGenerally, all) = (0, 0, 0)
    for (form, lemma) in lines("eval/lemmas-dev.tsv") {
      let form = analyzer.words(of: form).joined()
      let lemma = analyzer.words(of: lemma).joined()
      guard form != lemma else { continue }
      all += 1
      if analyzer.stem(of: form) == analyzer.stem(of: lemma) { met += 1 }
      if general.stem(form) == general.stem(lemma) { metGenerally += 1 }
    }
    #expect(all > 5_000)
    #expect(Double(met) / Double(all) > 0.87, "\(met) of \(all)")
    #expect(met > metGenerally)
  }

  @Test(
    "Common words stay whole",
    arguments: [
      "minister", "vergadering", "Antwerpen", "belangrijk", "ondernemingen", "Vandeput",
      "antwoorden", "gemeente", "oorzaken", "verkiezingen", "bestreden", "getreden",
      "subsidiëring",
    ])
  func wholeWords(_ word: String) throws {
    #expect(try analyzer().analyze(word).flatMap(\.parts).map(\.word) == [])
  }

  @Test(
    "These meet",
    arguments: [
      ("inburgering", "inburgeren"), ("inburgeraar", "inburgering"), ("ingeburgerd", "inburgeren"),
      ("vergaderd", "vergadering"), ("staten", "staat"), ("deelstaten", "deelstaat"),
      ("kansen", "kans"), ("gemeenten", "gemeente"), ("antwoorden", "antwoord"),
      ("politieke", "politiek"), ("Vlaamse", "Vlaams"), ("hoge", "hoog"), ("thema's", "thema"),
      ("IMC's", "IMC"), ("kinderen", "kind"), ("gesproken", "spreken"), ("uitgevoerd", "uitvoeren"),
      ("belasting", "belasten"), ("getest", "testen"),
      ("volksvertegenwoordigers", "volksvertegenwoordiger"),
      ("e-mail", "email"), ("aktiviteiten", "activiteit"), ("besloten", "besluit"),
      ("subsidiëring", "subsidiëren"), ("repatriëringen", "repatriëren"),
    ])
  func meeting(_ one: String, _ other: String) throws {
    let analyzer = try analyzer()
    #expect(analyzer.analyze(one).map(\.stem) == analyzer.analyze(other).map(\.stem))
  }

  @Test(
    "These do not meet",
    arguments: [
      ("gezondheid", "zon"), ("minister", "mini"), ("kans", "kan"), ("gemeente", "menen"),
      ("teken", "teek"), ("zone", "zoon"), ("plaats", "plaat"), ("markt", "merk"), ("zo'n", "zon"),
      ("eigenaar", "eigen"), ("moeder", "moed"), ("dienst", "dien"), ("belasting", "belezen"),
      ("bekend", "beek"), ("geweld", "wel"), ("gezond", "zenden"), ("leger", "leeg"),
      ("nieuws", "nieuw"), ("geboren", "boor"), ("generatie", "genereren"), ("tevens", "teef"),
    ])
  func apart(_ one: String, _ other: String) throws {
    let analyzer = try analyzer()
    #expect(analyzer.analyze(one).map(\.stem) != analyzer.analyze(other).map(\.stem))
  }

  @Test(
    "These are of one family",
    arguments: [
      ("migrant", "migratie"), ("crimineel", "criminaliteit"), ("ambtenaar", "ambtelijk"),
      ("economie", "economisch"), ("politiek", "politicus"), ("universiteit", "universitair"),
      ("wetenschap", "wetenschappelijk"), ("werkloos", "werkloosheid"),
    ])
  func families(_ one: String, _ other: String) throws {
    let analyzer = try analyzer()
    let stems = [one, other].map { analyzer.stem(of: $0) }
    #expect(analyzer.kin(of: stems[0]).contains(stems[1]), "\(analyzer.kin(of: stems[0]))")
    #expect(analyzer.kin(of: stems[1]).contains(stems[0]), "\(analyzer.kin(of: stems[1]))")
  }

  @Test("A word is not of its own family, nor of that of a word that only begins alike")
  func strangers() throws {
    let analyzer = try analyzer()
    #expect(!analyzer.kin(of: "politiek").contains("politie"))
    #expect(!analyzer.kin(of: "politiek").contains("politiek"))
    #expect(!analyzer.kin(of: "minister").contains("mini"))
  }

  @Test("One document and the word list suffice to find its compounds by their parts")
  func oneDocument() throws {
    let text = Shared.text("corpus/schriftelijke-vraag-230.txt")
    var counts = WordCounts()
    counts.add(text)
    var builder = LexiconBuilder()
    builder.add(wordList: Shared.bytes(Shared.wordList))
    builder.add(counts)
    let lexicon = try Lexicon(bytes: builder.compiled())
    let analyzer = Analyzer(lexicon: lexicon, stemmer: try KraaijPohlmann())
    let stems = Set(analyzer.analyze(text).flatMap { $0.parts.map(\.stem) })
    for query in ["inburgering", "wetgeving", "verblijf", "traject", "nationaliteit"] {
      #expect(stems.contains(analyzer.stem(of: query)), "\(query)")
    }
    let parts = analyzer.analyze("inburgeringswet").flatMap(\.parts)
    #expect(parts.contains { stems.contains($0.stem) })
  }

  @Test("Without a word list the corpus's own words split its compounds")
  func corpusAlone() throws {
    var counts = WordCounts()
    for line in Shared.lines("corpus/dekamer-2017.jsonl").prefix(1_500) {
      line.withUnsafeBufferPointer { counts.add(utf8: $0) }
    }
    var builder = LexiconBuilder()
    builder.add(counts)
    let lexicon = try Lexicon(bytes: builder.compiled())
    let analyzer = Analyzer(lexicon: lexicon, stemmer: try KraaijPohlmann())
    let parts = analyzer.analyze("veiligheidsmaatregelen").flatMap(\.parts).map(\.word)
    #expect(parts == ["veiligheid", "maatregelen"])
  }
}
