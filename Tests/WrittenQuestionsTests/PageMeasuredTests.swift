import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// Pages made of real texts.
@Suite(
  .enabled(
    if: SharedCorpus.directory != nil || SharedCorpus.isRequired,
    "the real corpora are not beside the repository"))
struct PageMeasuredTests {
  private struct Counts {
    var documents = 0
    var content = 0
    var furniture = 0
    var lost: [String] = []
    var left: [String] = []
  }

  /// Lays out the first 500 texts of each corpus.
  private func measure(isProvable: Bool) throws -> Counts {
    var generator = SeededGenerator(seed: 1_000)
    var counts = Counts()
    for (name, wanted) in [("dekamer-2017.jsonl", 500), ("dekamer-2020.jsonl", 1_000)] {
      let reader = JSONLinesReader()
      for record in try reader.records(of: SourceFile(SharedCorpus.corpus(name))) {
        guard counts.documents < wanted else { break }
        let question = try reader.parse(try record.get())
        // The texts of one of the corpora have no titles.
        let words = question.passages.first?.text.split { !$0.isLetter }.suffix(7) ?? []
        let title =
          question.title.isEmpty ? "Over " + words.joined(separator: " ") : question.title
        let paragraphs = question.passages.map { passage in
          (passage.label.map { $0 + ". " } ?? "") + passage.text
        }
        let text = LaidOutText(
          title: title, paragraphs: paragraphs, isProvable: isProvable, using: &generator)
        guard text.pages > 1 else { continue }
        add(text, of: question.id, to: &counts)
      }
    }
    return counts
  }

  private func add(_ text: LaidOutText, of id: String, to counts: inout Counts) {
    let lines = PagedLines(ExtractedText(bytes: text.bytes))
    let kept = Set(lines.content.filter { !$0.isBlank }.map(\.range.lowerBound))
    func describe(_ start: Int) -> String {
      let line = String(decoding: text.bytes[start...].prefix { $0 != 10 }, as: UTF8.self)
      return "\(id), \(text.pages) pages, \(text.style): \(line)"
    }
    counts.documents += 1
    counts.content += text.content.count
    counts.furniture += text.furniture.count
    counts.lost += text.content.filter { !kept.contains($0) }.map(describe)
    counts.left += text.furniture.filter(kept.contains).map(describe)
  }

  @Test("Of 1,000 documents in pages no line of the text is lost and hardly one of the pages left")
  func thousand() throws {
    let counts = try measure(isProvable: true)
    print(
      "pages: \(counts.documents) documents, \(counts.content) lines of text, "
        + "\(counts.lost.count) lost; \(counts.furniture) of pages, \(counts.left.count) left")
    print(counts.left.joined(separator: "\n"))
    #expect(counts.documents == 1_000)
    #expect(counts.lost == [])
    // One header of two lines, above a title that ends as a sentence: it may be the title itself.
    #expect(counts.left.count <= 2)
  }

  /// A header that touches the text, or stands on one page only, a sentence at the foot of two:
  /// these are in doubt.
  @Test("Where a header cannot be proven it stays, and no line of the text is lost")
  func doubtful() throws {
    let counts = try measure(isProvable: false)
    print("pages in doubt: \(counts.furniture) lines of pages, \(counts.left.count) left")
    print(counts.left.joined(separator: "\n"))
    #expect(counts.lost == [])
    #expect(counts.left.count < counts.furniture / 10)
  }
}
