import Testing

@testable import DutchText

@Suite struct TokenizerTests {
  private static func analyzer() throws -> Analyzer {
    let lexicon = try Lexicon(bytes: LexiconBuilder().compiled())
    return Analyzer(lexicon: lexicon, stemmer: NoStemmer())
  }

  @Test(
    "Text becomes these words",
    arguments: [
      ("thema('s)", ["thema"]),
      ("thema(’s)", ["thema"]),
      ("welk(e)", ["welk"]),
      ("(beleids)beslissingen", ["beleidsbeslissingen"]),
      ("beleid(s)beslissingen", ["beleidsbeslissingen"]),
      ("vragen(lijst)", ["vragen", "lijst"]),
      ("(ii)de", ["ii", "de"]),
      ("vice-minister-president", ["vice-minister-president"]),
      ("EU-landen", ["eu-landen"]),
      ("COVID-19", ["covid-19"]),
      ("e-mail", ["e-mail"]),
      ("2019-2024", ["2019-2024"]),
      ("2019–2024", ["2019-2024"]),
      ("nr. 230", ["nr", "230"]),
      ("art. 12bis", ["art", "12bis"]),
      ("1-3.De IMC", ["1-3", "de", "imc"]),
      ("en zo ja, hoe?2. Zou", ["en", "zo", "ja", "hoe", "2", "zou"]),
      ("in 2016.2. Hoeveel", ["in", "2016", "2", "hoeveel"]),
      ("1.234,56", ["1234,56"]),
      ("3.000.000", ["3000000"]),
      ("3,5 of 3.5", ["3,5", "of", "3,5"]),
      ("1,2,3", ["1", "2", "3"]),
      ("1.2.3", ["1.2.3"]),
      ("1\u{A0}000\u{A0}000 1\u{202F}000,50 12\u{2009}500", ["1000000", "1000,50", "12500"]),
      ("0123.456.789 in 2016.500", ["0123456789", "in", "2016", "500"]),
      ("10 000 euro", ["10 000", "euro"]),
      // Rows of a table, a telephone number and a year are no thousands.
      ("120 440 230 17", ["120", "440", "230", "17"]),
      ("0477 123 456", ["0477", "123", "456"]),
      ("in 2019 12 000 euro", ["in", "2019", "12 000", "euro"]),
      ("in 2016 500 keer, 12 345e", ["in", "2016", "500", "keer", "12", "345e"]),
      ("12,5\u{A0}% 12,5% €\u{202F}5", ["12,5", "procent", "12,5", "procent", "euro", "5"]),
      ("CO₂ PM₁₀ m² ½", ["co2", "pm10", "m2"]),
      ("\u{B5}g \u{3BC}g Ⅳ ⅷ ㎡ №", ["μg", "μg", "iv", "viii", "m2", "no"]),
      ("Ｖｒａａｇ １２ 𝐛𝐞𝐥𝐞𝐢𝐝 ①", ["vraag", "12", "beleid", "1"]),
      // The mark of a note belongs to no word.
      ("beleid² 2023¹", ["beleid", "2", "2023", "1"]),
      ("ver\u{200E}blijf\u{2066}s\u{061C}wet\u{202C} 20\u{200E}23", ["verblijfswet", "2023"]),
      ("10%", ["10", "procent"]),
      ("€ 500", ["euro", "500"]),
      ("10:30", ["10:30"]),
      ("10u30", ["10:30"]),
      ("9.30 uur", ["09:30", "uur"]),
      ("'s-Gravenhage", ["s-gravenhage"]),
      ("zo'n zo’n", ["zo'n", "zo'n"]),
      ("'wonen' ‘werken’", ["wonen", "werken"]),
      ("IMC's", ["imc's"]),
      ("Van Rooy VAN ROOY", ["van", "rooy", "van", "rooy"]),
      ("d.w.z. o.a. N.V.", ["dwz", "oa", "nv"]),
      ("en/of", ["en", "of"]),
      ("Oekraïne Oekrai\u{308}ne", ["oekraine", "oekraine"]),
      ("Straße Ørsted Ægir Łódź ĳs ﬁets", ["strasse", "orsted", "aegir", "lodz", "ijs", "fiets"]),
      ("inburge-\nring", ["inburgering"]),
      ("inburge\u{AD}\n  ring", ["inburgering"]),
      ("Noord-\nBrabant", ["noord-brabant"]),
      ("verkeers-\nen vervoersbeleid", ["verkeers", "en", "vervoersbeleid"]),
      ("in\u{AD}bur\u{200B}gering", ["inburgering"]),
      ("Jan.Peeters@dekamer.be.", ["jan.peeters@dekamer.be"]),
      ("(zie https://www.dekamer.be/kvvcr).", ["zie", "dekamer.be/kvvcr"]),
      ("op vlaanderen.be staat", ["op", "vlaanderen.be", "staat"]),
      ("ja.De", ["ja", "de"]),
      ("Ελλάς Ёлка", ["ελλας", "елка"]),
      ("日本 👍🏽 x", ["日", "本", "x"]),
      ("", []),
      ("-- ' ( ...", []),
    ])
  func words(_ text: String, _ words: [String]) throws {
    #expect(try Self.analyzer().analyze(text).map(\.word) == words)
  }

  @Test(
    "A date has one spelling, whichever it was written in",
    arguments: [
      "10/03/2023", "10-3-2023", "10.03.2023", "2023-03-10", "10/3/23", "10 maart 2023",
      "10 mrt. 2023", "10\u{A0}MAART 2023", "10\u{202F}maart\u{2009}2023", "10\tmaart\t2023",
      "10-03-23", "10.03.23", "10 maart '23", "10 maart ’23",
    ])
  func dates(_ text: String) throws {
    let dates = try Self.analyzer().analyze("op \(text).").filter { $0.kind == .date }
    #expect(dates.map(\.word) == ["2023-03-10"])
    #expect(dates.map(\.position) == [1])
    #expect(dates.map(\.range) == [3..<3 + text.utf8.count])
  }

  @Test("A date written out stands beside its words")
  func writtenDate() throws {
    let tokens = try Self.analyzer().analyze("van 7 februari 2022 over")
    #expect(tokens.map(\.word) == ["van", "2022-02-07", "7", "februari", "2022", "over"])
    #expect(tokens.map(\.position) == [0, 1, 1, 2, 3, 4])
  }

  @Test(
    "What is no date stays a number",
    arguments: [
      "31/13/2023", "3.2.17", "40 maart 2023", "12-11-10", "02-11-22-33", "10.12.23", "10 maart 23",
    ])
  func noDate(_ text: String) throws {
    let kinds = try Self.analyzer().analyze(text).map(\.kind)
    #expect(!kinds.isEmpty && !kinds.contains(.date))
  }

  @Test("A number in groups is one, and its groups are its parts only where they may be numbers")
  func groups() throws {
    let tokens = try Self.analyzer().analyze("120 440 en 120\u{A0}440 en 120.440")
      .filter { $0.kind == .number }
    #expect(tokens.map(\.stem) == ["120440", "120440", "120440"])
    #expect(tokens.map { $0.parts.map(\.word) } == [["120", "440"], [], []])
    #expect(tokens.map(\.term.form) == [0, 0, 0])
  }

  @Test("A token knows its bytes in the source")
  func ranges() throws {
    let text = "Vluchtelingen uit Oekrai\u{308}ne, thema(’s)"
    let tokens = try Self.analyzer().analyze(text)
    let found = tokens.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(found == ["Vluchtelingen", "uit", "Oekrai\u{308}ne", "thema(’s)"])
  }

  @Test("The parts of a hyphenated word know their bytes in the source")
  func partRanges() throws {
    let text = "de Noord-\nOekraïense president-\nen"
    let token = try #require(try Self.analyzer().analyze(text).first { $0.range.lowerBound == 3 })
    let found = token.parts.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(found == ["Noord", "Oekraïense"])
  }

  @Test("A word of any length gives a term that an index can hold")
  func longWords() throws {
    for letter in ["a", "é", "字", "я", "a-", "1"] {
      let text = String(repeating: letter, count: 5000)
      for token in try Self.analyzer().analyze(text) {
        #expect(token.word.utf8.count <= 200)
        #expect(token.stem.utf8.count <= 200)
        #expect(token.range.upperBound <= text.utf8.count)
      }
    }
  }

  @Test("Bytes that are no UTF-8, or any others, neither crash nor lead outside the text")
  func anyBytes() throws {
    let analyzer = try Self.analyzer()
    var generator = SystemRandomNumberGenerator()
    let pool: [UInt8] =
      Array("aZ9-'.,(@:/% \n".utf8) + [0xC3, 0xAB, 0xAD, 0xC2, 0xE2, 0x80, 0x99, 0xFF]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        pool.randomElement(using: &generator) ?? 0
      }
      bytes.withUnsafeBufferPointer { buffer in
        analyzer.analyze(utf8: buffer) { token in
          #expect(token.range.lowerBound >= 0 && token.range.upperBound <= bytes.count)
          for part in token.parts {
            #expect(token.range.lowerBound <= part.range.lowerBound, "\(bytes)")
            #expect(part.range.upperBound <= token.range.upperBound, "\(bytes)")
          }
        }
      }
    }
  }

  @Test("Stop words are marked, and keep their places")
  func stopWords() throws {
    let tokens = try Self.analyzer().analyze("Het standpunt van de regering")
    #expect(tokens.map(\.isStopWord) == [true, false, true, true, false])
    #expect(tokens.map(\.position) == [0, 1, 2, 3, 4])
    #expect(!StopWords.dutch.contains("minister"))
  }

  @Test(
    "What goes on without a space is read in time that grows with its length",
    arguments: ["water.", "water_", "a+b", "a.", "1.", "100 ", "b.c-", "x@", "(a", "01/"])
  func linear(_ piece: String) throws {
    let analyzer = try Self.analyzer()
    func time(_ count: Int) -> Double {
      let text = String(repeating: piece, count: count)
      return (0..<3).map { _ in
        let start = ContinuousClock.now
        analyzer.analyze(text) { _ in }
        return start.duration(to: .now) / .seconds(1)
      }.min() ?? 0
    }
    // Squared it would be four hundred times.
    #expect(time(20_000) < 100 * time(1_000))
  }
}
