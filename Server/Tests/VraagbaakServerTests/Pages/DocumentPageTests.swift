import Hummingbird
import Testing
import Vraagbaak
import WrittenQuestions

@testable import VraagbaakServer

extension ServerTests {
  /// The pages of one question, of people, and of what waits.
  struct DocumentPageTests {
    private static let documents = Result { try TestIndex(PageRecords.all) }

    private func page(_ path: String) async throws -> (text: String, markup: Markup) {
      try await Self.documents.get().serve(ServerSettings()) { server in
        let answer = try await server.get(path)
        return (answer.text, try Markup(answer.text))
      }
    }

    @Test("Sub-questions that are answered together stand together above their answer")
    func pairs() async throws {
      let text = try await page("/vraag/vraag-11").text
      let order = [
        "Hoeveel treinen", "Hoeveel staan", "Samen twaalf", "Wie telt", "Het spoorbedrijf",
      ]
      let places = order.map { text.firstRange(of: $0)?.lowerBound }
      #expect(places.allSatisfy { $0 != nil })
      #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
      #expect(text.components(separatedBy: "Samen twaalf").count == 2)
    }

    @Test("References lead there and back")
    func references() async throws {
      let later = try await page("/vraag/later")
      #expect(later.markup.text.contains("Verwijst naar"))
      #expect(later.markup.values(of: "href").contains("/vraag/vraag-11"))
      let earlier = try await page("/vraag/11")
      #expect(earlier.markup.text.contains("Wie hiernaar verwijst"))
      #expect(earlier.markup.values(of: "href").contains("/vraag/later"))
      #expect(!(try await page("/vraag/10").markup.text.contains("Wie hiernaar verwijst")))
    }

    @Test("A citation is there in three styles, and as a file")
    func citations() async throws {
      let markup = try await page("/vraag/vraag-11").markup
      #expect(markup.text.contains("@") && markup.text.contains("TY  - "))
      #expect(markup.values(of: "href").contains("/v1/documents/vraag-11/citation?format=ris"))
    }

    @Test("A person's figures are those of the person's questions")
    func person() async throws {
      let text = try await page("/persoon/Jan%20Peeters").text
      let figures = text.components(separatedBy: "<dd>").dropFirst().map { $0.prefix { $0 != "<" } }
      // After 1, 3 and 15 working days.
      #expect(figures == ["3", "100%", "3"])
      let waiting = try await page("/minister/Minister%20van%20Wachten").markup.text
      #expect(waiting.contains("0%") && !waiting.contains("tot het antwoord"))
    }

    @Test("What waits longest stands first")
    func open() async throws {
      let text = try await page("/openstaand?minister=Minister%20van%20Wachten").text
      let places = (1...3).map { text.firstRange(of: "Wachtend \($0)")?.lowerBound }
      #expect(places.allSatisfy { $0 != nil })
      #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
      #expect(!text.contains("Treinen"))
    }

    @Test("A note stands beside the paragraph that its mark is in")
    func notes() throws {
      var document = WrittenQuestion(id: "1", source: Source(path: "een.pdf", range: 0..<0))
      let text = "Eerste zin. Tweede.\n\nNieuwe alinea."
      document.introduction = Passage(kind: .introduction, text: text, place: .pages(2...3, 0..<36))
      document.notes = [
        Note(
          passage: Passage(kind: .note, label: "1", text: "Bron.", place: .pages(2...2, 40..<45)),
          anchor: .init(passage: 0, offset: 11)),
        // Of a document that says more than it has.
        Note(
          passage: Passage(kind: .note, label: "2", text: "Elders.", place: .pages(3...3, 50..<57)),
          anchor: .init(passage: 0, offset: 9_999)),
      ]
      let block = TextBlock(try #require(document.introduction), of: document)
      #expect(block.place == "blz. 2")
      #expect(
        block.paragraphs.map { $0.runs.map(\.text) } == [
          ["Eerste zin.", " Tweede."], ["Nieuwe alinea.", ""],
        ])
      #expect(block.paragraphs.map { $0.notes.map(\.text) } == [["Bron."], ["Elders."]])
    }
  }
}
