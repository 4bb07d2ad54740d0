import Extraction
import Glibc
import TestSupport
import Testing

@testable import WrittenQuestions

/// Whatever bytes come, a reader answers with a question that is true of them or with an error.
struct ReaderFuzzTests {
  /// So many inputs of each form; more with `VRAAGBAAK_FUZZ`.
  private static let rounds = getenv("VRAAGBAAK_FUZZ").flatMap { Int(String(cString: $0)) } ?? 60

  private static let aanhangsel = """
    Tweede Kamer der Staten-Generaal 2
    Vergaderjaar 2023–2024 Aanhangsel van de Handelingen
    Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden

    1234

    Vragen van de leden De Wit (SP) en Van den Berg (CDA) aan de Minister van Onderwijs, Cultuur en \
    Wetenschap over het bericht «Scholen zonder dak» (ingezonden 3 april 2024).

    Antwoord van Minister Jansen (Onderwijs, Cultuur en Wetenschap) (ontvangen 24 april 2024). Zie ook \
    Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1100.

    Vraag 1

    Kent u het bericht «Scholen zonder dak»?1

    Antwoord 1

    Ja.

    Vraag 2, 3 en 4

    Hoeveel scholen hebben geen dak?

    Sinds wanneer is dat zo? Wie betaalt het?

    Wanneer is het hersteld?

    Antwoord 2 en 3

    Het zijn er twaalf, sinds 2023.2 De gemeenten betalen.

    Antwoord 4

    1. Eerst de grootste.
    2. Dan de rest.

    1 De Bode, 2 april 2024, «Scholen zonder dak».

    ah-tk-20232024-1234
    ISSN 0921 - 7398
    ’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1
    """

  private static let letter = """
    Datum 16 mei 2024
    Betreft Beantwoording Kamervragen over stille treinen

    Geachte voorzitter,

    Hierbij zend ik u de antwoorden op de vragen van het lid Smit (VVD) over stille treinen (ingezonden 8 \
    maart 2024), uw brief van 8 maart 2024, nr. 2024Z04567.

    2024Z04567

    Vraag 1
    Kent u de stille trein? 1)
    Antwoord op vraag 1
    Ja.

    Vraag 2
    Rijdt hij nog?

    Vraag 3
    Waarom niet?

    Antwoord op vragen 2 en 3
    Hij staat stil.

    1) Het Spoor, 1 maart 2024
    """

  private static let flemish = """
    SCHRIFTELIJKE VRAAG
    nr. 230
    van AN PEETERS
    datum: 10 maart 2023

    Fietspaden langs de vaart

    De vaart is lang.

    1. Hoeveel fietspaden zijn er?
       a) Oude?
       b) Nieuwe?
    2. Komen er meer?

    JAN JANSSENS
    VLAAMS MINISTER VAN MOBILITEIT

    ANTWOORD
    op vraag nr. 230 van 10 maart 2023
    van AN PEETERS

    1. a) Twee.
       b) Drie.
    2. Ja.
    """

  private static let records = """
    {"id": "r1", "question": "Titel\\n\\n1. Hoe?\\n2. Wat?", "answer": "1. Zo. 2. Dat.", "date": "2017-01-03"}
    {"id": "r2", "vragen": [{"nr": 1, "tekst": "Hoe?"}], "antwoorden": ["Zo."], "vrager": {"naam": "De Wit"}}
    """

  private static let forms: [(name: String, text: String)] = [
    ("a.txt", aanhangsel), ("b.txt", letter), ("c.txt", flemish), ("a.jsonl", records),
    ("a.json", "[" + records.replacing("}\n", with: "},\n") + "]"),
    (
      "b.json",
      #"{"@odata.context": "x", "value": ["# + records.replacing("}\n", with: "},\n") + "]}"
    ),
    ("a.csv", "id;vraag;antwoord\r\nr1;\"1. Hoe; en\r\n2. wat?\";\"1. Zo\"\r\nr2;Waarom?;\r\n"),
  ]

  @Test("A damaged file gives what is true of it, or an error", arguments: forms.map(\.name))
  func files(name: String) throws {
    var generator = SeededGenerator()
    let registry = ReaderRegistry.standard
    let seed = try #require(Self.forms.first { $0.name == name }).text
    let directory = try TemporaryDirectory()
    for _ in 0..<Self.rounds {
      let bytes = Self.mutated(Array(seed.utf8), using: &generator)
      let path = directory.path + "/" + name
      try #require(Self.write(bytes, to: path))
      let sample = FileSample(name: name, head: Array(bytes.prefix(FileSample.size)))
      guard let format = try? registry.format(of: sample, path: SourcePath(name)) else { continue }
      switch format {
      case .records(let reader):
        guard let records = try? reader.records(of: SourceFile(path)) else { continue }
        var count = 0
        for case .success(let record) in records {
          count += 1
          guard let question = try? reader.parse(record) else { continue }
          Self.expectConsistent(question, generator)
        }
        #expect(count <= bytes.count, "\(generator)")
      case .document(let extractor):
        guard let text = try? extractor.extract(bytes, name: name, within: .standard) else {
          continue
        }
        let record = SourceRecord(path: SourcePath(name), bytes: bytes)
        guard let question = try? registry.parse(text, of: record).question else { continue }
        Self.expectConsistent(question, generator)
        for passage in question.passages {
          let cited = text.encoding.decode(Array(bytes[passage.place.range]))
          #expect(cited.map(passage.agrees) ?? false, "\(generator): \(passage)")
        }
      }
    }
  }

  @Test("An extracted text with any pages, notes and furniture is cited by what stands there")
  func extracted() {
    var generator = SeededGenerator()
    let registry = ReaderRegistry.standard
    for round in 0..<(Self.rounds * 3) {
      let seed = [Self.aanhangsel, Self.letter, Self.flemish][round % 3]
      let bytes = Array(
        String(decoding: Self.mutated(Array(seed.utf8), using: &generator), as: UTF8.self).utf8)
      var text = ExtractedText(
        bytes: bytes, pageStarts: [0] + Self.places(in: bytes.count, using: &generator))
      text.furniture = Self.ranges(in: bytes.count, using: &generator)
      text.styles = Self.ranges(in: bytes.count, using: &generator).map { .init($0, .bold) }
      text.foreign = Self.ranges(in: bytes.count, using: &generator)
      text.notes = Self.ranges(in: bytes.count, using: &generator).map { range in
        .init(mark: "1", anchor: Int.random(in: 0...bytes.count, using: &generator), range: range)
      }
      let record = SourceRecord(path: "a.pdf", bytes: [])
      guard let question = try? registry.parse(text, of: record).question else { continue }
      Self.expectConsistent(question, generator)
      for passage in question.passages {
        let range = passage.place.range
        #expect(range.upperBound <= bytes.count, "\(generator)")
        #expect(passage.place.pages == text.pages(of: range), "\(generator)")
      }
    }
  }

  /// What holds of every question.
  private static func expectConsistent(_ question: WrittenQuestion, _ generator: SeededGenerator) {
    let passages = question.passages
    for passage in passages {
      #expect(passage.text.contains { !$0.isWhitespace }, "\(generator)")
      #expect(!passage.place.range.isEmpty, "\(generator)")
      #expect(question.counterparts(of: passage).allSatisfy(passages.contains), "\(generator)")
    }
    for note in question.notes {
      guard let anchor = note.anchor else { continue }
      #expect(passages.indices.contains(anchor.passage), "\(generator)")
      guard passages.indices.contains(anchor.passage) else { continue }
      let text = passages[anchor.passage].text
      #expect(0...text.utf8.count ~= anchor.offset, "\(generator)")
    }
  }

  private static func places(in count: Int, using generator: inout SeededGenerator) -> [Int] {
    (0..<Int.random(in: 0...4, using: &generator))
      .map { _ in Int.random(in: 0...count, using: &generator) }.sorted()
  }

  private static func ranges(
    in count: Int, using generator: inout SeededGenerator
  ) -> [Range<Int>] {
    let ends = places(in: count, using: &generator)
    return stride(from: 0, to: ends.count - 1, by: 2).map { ends[$0]..<ends[$0 + 1] }
      .filter { !$0.isEmpty }
  }

  private static func mutated(
    _ seed: [UInt8], using generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 0...8, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...60, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1:
        bytes[place] =
          Array("\n\r\t\u{c} 0123.:;,()[]{}\"«»VvAa-".utf8).randomElement(using: &generator) ?? 0
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4:
        let target = Int.random(in: 0...place, using: &generator)
        let piece = Array(bytes[place..<end])
        bytes.insert(contentsOf: piece, at: target)
      default: if Int.random(in: 0..<6, using: &generator) == 0 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
