import Extraction
import Foundation
import TestSupport
import Testing

@testable import WrittenQuestions

/// Where passages stand, as the bytes of their files say it.
struct CitationTests {
  /// How a program may write a text file.
  enum Form: CaseIterable {
    case utf8, markedUTF8, utf16LittleEndian, utf16BigEndian, windows1252

    var encoding: TextEncoding {
      switch self {
      case .utf8, .markedUTF8: .utf8
      case .utf16LittleEndian: .utf16LittleEndian
      case .utf16BigEndian: .utf16BigEndian
      case .windows1252: .windows1252
      }
    }

    /// The same by Foundation, which knows nothing of the readers.
    var foundation: String.Encoding {
      switch self {
      case .utf8, .markedUTF8: .utf8
      case .utf16LittleEndian: .utf16LittleEndian
      case .utf16BigEndian: .utf16BigEndian
      case .windows1252: .windowsCP1252
      }
    }

    private var mark: [UInt8] {
      switch self {
      case .utf8, .windows1252: []
      case .markedUTF8: [0xef, 0xbb, 0xbf]
      case .utf16LittleEndian: [0xff, 0xfe]
      case .utf16BigEndian: [0xfe, 0xff]
      }
    }

    func file(_ text: String) throws -> [UInt8] {
      mark + (try #require(text.data(using: foundation)))
    }

    func text(_ bytes: some Collection<UInt8>) -> String? {
      String(data: Data(bytes), encoding: foundation)
    }
  }

  private static let directory = "indexes/voorbeeld/documenten"

  private static func samples() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted().map { name in
      let data = try Data(contentsOf: URL(filePath: directory + "/" + name))
      let text = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252)
      return (name, try #require(text).replacing("\r\n", with: "\n"))
    }
  }

  private func parse(_ bytes: [UInt8]) throws -> WrittenQuestion {
    try ReaderRegistry.standard.read(SourceRecord(path: "vraag.txt", bytes: bytes))
  }

  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  @Test("The bytes at a citation are the passage, in every encoding", arguments: Form.allCases)
  func citations(_ form: Form) throws {
    var spanning = 0
    for (name, text) in try Self.samples() {
      let plain = try parse(Array(text.utf8))
      for end in ["\n", "\r\n"] {
        let file = try form.file(text.replacing("\n", with: end))
        let question = try parse(file)
        #expect(question.source.encoding == form.encoding)
        #expect(question.passages.map(\.text) == plain.passages.map(\.text))
        #expect(!question.passages.isEmpty)
        for passage in question.passages {
          guard case .file(let range) = passage.place else {
            Issue.record("\(name): \(passage.place)")
            continue
          }
          let cited = try #require(form.text(file[range]))
          #expect(passage.agrees(with: cited), "\(name): \(cited)")
          #expect(question.source.encoding.decode(Array(file[range])) == cited)
          // Between the first byte and the last stands nothing else but the page's own.
          if !text.contains("\u{0c}") { #expect(words(cited) == words(passage.text)) }
          spanning += words(cited) == words(passage.text) ? 0 : 1
        }
      }
    }
    #expect(spanning > 0, "no passage has page headers inside")
  }

  @Test(
    "A range that is not the passage's is no citation of it", arguments: [Form.utf8, .windows1252])
  func wrongRanges(_ form: Form) throws {
    for (name, text) in try Self.samples() {
      let file = try form.file(text)
      let passages = try parse(file).passages
      for (passage, other) in zip(passages, passages.dropFirst() + passages.prefix(1)) {
        let range = passage.place.range
        for wrong in [
          range.lowerBound + 1..<range.upperBound + 1, range.lowerBound - 1..<range.upperBound - 1,
          range.lowerBound..<range.upperBound - 1, range.lowerBound + 1..<range.upperBound,
          other.place.range,
        ] where wrong.upperBound <= file.count && wrong != range {
          let cited = form.encoding.decode(Array(file[wrong])) ?? ""
          #expect(!passage.agrees(with: cited), "\(name): \(cited)")
        }
      }
    }
  }

  @Test("A passage that spans a page header is cited from its first byte to its last")
  func pageHeader() throws {
    let text = """
      SCHRIFTELIJKE VRAAG nr. 7

      Energie – Zonnepanelen

      1. Hoeveel panelen zijn er geïnstalleerd op

      Vlaams Parlement
      Pagina 1 van 2
      \u{0c}Vlaams Parlement

      scholen in België?

      2. En in 2021?
      """
    for form in Form.allCases {
      let file = try form.file(text.replacing("\n", with: "\r\n"))
      let passage = try #require(try parse(file).passages.first)
      #expect(passage.text == "Hoeveel panelen zijn er geïnstalleerd op\nscholen in België?")
      let cited = try #require(form.text(file[passage.place.range]))
      #expect(cited.hasPrefix("Hoeveel panelen") && cited.hasSuffix("scholen in België?"))
      #expect(cited.contains("Pagina 1 van 2\r\n"))
    }
  }

  @Test("What Windows-1252 leaves undefined takes one byte, as all of its characters")
  func undefined() throws {
    var file = try Form.windows1252.file(
      "SCHRIFTELIJKE VRAAG nr. 7\n\nÉén – titel\n\n1. Wát is er?\n\n2. En de prijs, in €?\n")
    let place = try #require(file.firstIndex(of: UInt8(ascii: "W")))
    file.insert(contentsOf: [0x81, 0x8d, 0x8f, 0x90, 0x9d], at: place + 1)
    let question = try parse(file)
    #expect(
      question.passages.map(\.text) == [
        "W\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}át is er?", "En de prijs, in €?",
      ])
    for passage in question.passages {
      #expect(question.source.encoding.decode(Array(file[passage.place.range])) == passage.text)
    }
  }

  @Test("A byte order mark is passed over, also where the rest is not UTF-8")
  func marks() throws {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let rest = try Form.windows1252.file(
      "SCHRIFTELIJKE VRAAG nr. 7\n\nTitel\n\n1. Is het één?\n\n2. Of twee?\n")
    for (marks, encoding) in [(1, TextEncoding.windows1252), (2, .windows1252)] {
      let file = Array(repeating: mark, count: marks).flatMap { $0 } + rest
      let question = try parse(file)
      #expect(question.title == "Titel" && question.source.encoding == encoding)
      let cited = question.passages.map { Form.windows1252.text(file[$0.place.range]) }
      #expect(cited == ["Is het één?", "Of twee?"])
    }
  }

  /// Were each place counted from the beginning of the file, this would take minutes.
  @Test(
    "The place of every character of a large file is exact", .timeLimit(.minutes(1)),
    arguments: [Form.utf16LittleEndian, .utf16BigEndian, .windows1252])
  func everyCharacter(_ form: Form) throws {
    let line = form == .windows1252 ? "aé€ – n\n" : "aé€ – n\n𝛀 🚲\n"
    let file = try form.file(String(repeating: line, count: 6_000))
    let text = try #require(DecodedText(file))
    var start = 0
    var place = form == .windows1252 ? 0 : 2
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
      let end = start + scalar.utf8.count
      let next = place + (form == .windows1252 ? 1 : 2 * scalar.utf16.count)
      guard text.fileRange(of: start..<end) == place..<next else {
        Issue.record(
          "\(scalar) at \(start): \(text.fileRange(of: start..<end)), not \(place)..<\(next)")
        return
      }
      (start, place) = (end, next)
    }
    #expect(start == text.bytes.count && place == file.count)
  }

  @Test("A passage of a record names the field that it was taken from")
  func fields() throws {
    let mapping = try FieldMapping(
      parsing: "id=id,question=vraag,question=tekst,answer=antwoord")
    let tekst = "Één titel\n\nVooraf. 1. Wát?\r\n2. Hóe?"
    let record = try JSONSerialization.data(withJSONObject: [
      "id": "1", "tekst": tekst, "antwoord": "1. Zó. 2. Zús.",
    ])
    let question = try JSONLinesReader(mapping: mapping).parse(
      SourceRecord(path: "a.jsonl", line: 1, bytes: Array(record)))
    #expect(question.title == "Één titel" && question.source.encoding == .utf8)
    #expect(
      question.passages.map(\.place.field) == ["tekst", "tekst", "tekst", "antwoord", "antwoord"])
    for passage in question.passages where passage.place.field == "tekst" {
      #expect(
        String(decoding: Array(tekst.utf8)[passage.place.range], as: UTF8.self) == passage.text)
    }
  }

  @Test("A place tells its range, and its field or pages where it has them")
  func places() {
    let places: [Passage.Place] = [.file(1..<2), .field("vraag", 3..<4), .pages(3...4, 5..<6)]
    #expect(places.map(\.range) == [1..<2, 3..<4, 5..<6])
    #expect(places.map(\.field) == [nil, "vraag", nil])
    #expect(places.map(\.pages) == [nil, nil, 3...4])
  }
}
