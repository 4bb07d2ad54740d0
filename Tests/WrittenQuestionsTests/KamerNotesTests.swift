import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// Footnotes, endnotes, their marks, and what belongs to pages.
struct KamerNotesTests {
  private static let head =
    "Vragen van het lid Bos (XY) aan de Minister van Defensie over iets (ingezonden 4 mei 2023).\nAntwoord van Minister Vos (Defensie) (ontvangen 1 juni 2023)."

  /// Two pages; the notes in the forms of several extractors.
  private func document(_ mark: String, _ notes: String, feed: String = "") -> String {
    Kamer.aanhangsel(
      Self.head,
      """
      Vraag 1
      Kent u het bericht «Iets»?\(mark)
      Antwoord 1
      Ja. In 2019 waren er
      \(notes)

      ah-tk-20222023-2871
      ISSN 0921 - 7398
      ’s-Gravenhage 2023
      Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1
      \(feed)28 kazernes.
      Vraag 2
      Waarom?
      Antwoord 2
      Daarom.
      """)
  }

  @Test(
    "Footnotes and their marks, as extractors write them",
    arguments: [
      ("1", "1De Krant, 3 mei 2023,\nIets"), ("\n1", "1De Krant, 3 mei 2023,\nIets"),
      ("1", "1 De Krant, 3 mei 2023,\nIets"), ("1", "\n1. De Krant, 3 mei 2023,\nIets"),
      (" 1", "1\nDe Krant, 3 mei 2023,\nIets"),
    ])
  func footnotes(mark: String, notes: String) throws {
    let question = try Kamer.read(document(mark, notes))
    #expect(
      question.pairs == [
        "1: Kent u het bericht «Iets»? > Ja. In 2019 waren er\n28 kazernes.",
        "2: Waarom? > Daarom.",
      ])
    #expect(question.notes.map(\.passage.text) == ["De Krant, 3 mei 2023,\nIets"])
    let anchor = try #require(question.notes.first?.anchor)
    #expect(anchor.passage == 0)
    #expect(anchor.offset == "Kent u het bericht «Iets»?".utf8.count)
    #expect(question.leftOut.contains { $0.text.hasPrefix("ISSN") })
    #expect(question.leftOut.contains { $0.text == "Tweede Kamer der Staten-Generaal" })
  }

  @Test("What stands in a passage stands in the file, note marks aside")
  func citation() throws {
    let text = document("1", "1De Krant, 3 mei 2023,\nIets")
    for passage in try Kamer.read(text).passages {
      #expect(
        passage.agrees(with: String(decoding: Array(text.utf8)[passage.place.range], as: UTF8.self))
      )
    }
  }

  @Test("Several marks on one line, a year with a mark behind it, and numbers that are none")
  func marks() throws {
    let question = try Kamer.read(
      Kamer.aanhangsel(
        Self.head,
        """
        Vraag 1
        Kent u de berichten van 20231 over 2 kazernes?
        2 en 3
        Antwoord 1
        Ja, op
        3 mei 2023 stootten die CO2 uit.
        1De Krant, 3 mei 2023
        2Kamerstuk 12 345, nr. 6
        3https://www.voorbeeld.nl/3
        """))
    #expect(
      question.pairs == [
        "1: Kent u de berichten van 2023 over 2 kazernes? > Ja, op\n3 mei 2023 stootten die CO2 uit."
      ])
    #expect(question.notes.map(\.passage.label) == ["1", "2", "3"])
    #expect(question.notes.map { $0.anchor?.passage } == [0, 0, 0])
  }

  @Test("Typed endnotes are told from a list in the last answer")
  func endnotes() throws {
    let body = "Vraag 1\n\nKent u dit [1], en dat?[2] Zo ja?\n\nAntwoord 1\n\nJa."
    let question = try Kamer.read(
      Kamer.aanhangsel(Self.head, "\(body)\n\n[1] De Krant, 2023\n\n[2] Kamerstuk 12 345"))
    #expect(question.pairs == ["1: Kent u dit, en dat? Zo ja? > Ja."])
    #expect(question.notes.map { $0.anchor?.offset } == [10, 19])
    let list = try Kamer.read(
      Kamer.aanhangsel(
        Self.head,
        "Vraag 1\n\nWat doet u?\n\nAntwoord 1\n\nTwee dingen: 1) praten, 2) doen.\n\n1) Ik praat.\n\n2) Ik doe."
      ))
    #expect(list.notes.isEmpty)
    #expect(list.answer.first?.passage.text.hasSuffix("2) Ik doe.") == true)
  }

  @Test("An explanation below the questions is no part of the last answer")
  func explanation() throws {
    let question = try Kamer.read(
      Kamer.aanhangsel(
        Self.head,
        "Vraag 1\nWaarom?\nAntwoord 1\nDaarom.\nToelichting:\nDeze vragen dienen ter aanvulling op vragen van het lid Kaya (Z), ingezonden 3 mei 2023 (vraagnummer 2023Z07777)."
      ))
    #expect(question.pairs == ["1: Waarom? > Daarom."])
    #expect(question.notes.map(\.passage.label) == ["Toelichting"])
    #expect(question.references == [Reference(number: "2023Z07777")])
  }

  @Test("Notes of an extractor point into passages, also in other forms")
  func extracted() throws {
    let text = "Een verslag\n\nDe eerste zin is hier.\n\nDe noot.\n\nDe tweede zin."
    var extracted = ExtractedText(bytes: Array(text.utf8))
    let note = try #require(text.utf8.firstRange(of: "De noot.".utf8))
    let range =
      text.utf8.distance(
        from: text.startIndex, to: note.lowerBound)..<text.utf8.distance(
        from: text.startIndex, to: note.upperBound)
    let anchor = "Een verslag\n\nDe eerste".utf8.count
    extracted.notes = [.init(mark: "*", anchor: anchor, range: range)]
    let question = try Kamer.parse(extracted)
    #expect(question.isUnstructured)
    #expect(!question.text.contains { $0.text.contains("noot") })
    #expect(question.notes.map(\.passage.text) == ["De noot."])
    #expect(question.notes.first?.anchor == Note.Anchor(passage: 0, offset: "De eerste".utf8.count))
  }

  @Test("A paragraph that goes on behind a page's end is one")
  func pages() throws {
    let first =
      "Vragen van het lid Bos (XY) aan de Minister van Defensie over iets (ingezonden 4 mei 2023).\n\nVraag 1\n\nWaarom is dat\n"
    let foot = "Tweede Kamer, vergaderjaar 2022–2023, Vragen\n"
    var text = ExtractedText(
      bytes: Array((first + foot + "zo?\n\nVraag 2\n\nNou?").utf8),
      pageStarts: [0, first.utf8.count + foot.utf8.count])
    text.furniture = [first.utf8.count..<(first.utf8.count + foot.utf8.count)]
    let question = try Kamer.parse(text)
    #expect(question.subQuestions.map(\.passage.text) == ["Waarom is dat zo?", "Nou?"])
    #expect(question.subQuestions.first?.passage.place.pages == 1...2)
  }

  @Test("Cut, doubled and changed documents are read or refused, and never cited wrongly")
  func damaged() throws {
    var generator = SeededGenerator()
    let samples = [
      document("1", "1De Krant, 3 mei 2023,\nIets"), document(" 1", "1\nDe Krant", feed: "\u{c}"),
    ]
    for _ in 0..<300 {
      var lines = samples[Int.random(in: 0...1, using: &generator)].split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = Int.random(in: lines.indices, using: &generator)
        switch Int.random(in: 0...4, using: &generator) {
        case 0: lines.insert(lines[Int.random(in: lines.indices, using: &generator)], at: index)
        case 1 where lines.count > 1: lines.remove(at: index)
        case 2: lines[index] = String(lines[index].dropFirst(3))
        case 3:
          lines[index] +=
            ["1", " 2", "?", "(", "é", "\u{c}", "1) ", "[1]"].randomElement(using: &generator) ?? ""
        default:
          lines[index] =
            ["1", "2 en 3", "Vraag 3, 4 en 5", "Antwoord", "Mededeling", ""].randomElement(
              using: &generator) ?? ""
        }
      }
      let bytes = Array(lines.joined(separator: "\n").utf8)
      var extracted = ExtractedText(bytes: bytes)
      let cut = Int.random(in: 0...bytes.count, using: &generator)
      extracted.furniture = [0..<(cut / 2)]
      extracted.notes = [.init(mark: "9", anchor: cut, range: cut..<bytes.count)]
      extracted.styles = [.init(cut / 2..<cut, .bold)]
      // Where all of it is notes there is nothing to read.
      _ = try? Kamer.parse(extracted)
      let question = try Kamer.read(String(decoding: bytes, as: UTF8.self))
      for passage in question.passages {
        let cited = String(decoding: bytes[passage.place.range], as: UTF8.self)
        #expect(passage.agrees(with: cited), "\(generator): \(passage.text)")
      }
      for anchor in question.notes.compactMap(\.anchor) {
        #expect(anchor.offset <= question.passages[anchor.passage].text.utf8.count, "\(generator)")
      }
    }
  }
}
