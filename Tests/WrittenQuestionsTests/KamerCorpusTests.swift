import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// The reader of the House's questions on real texts.
@Suite(
  .enabled(if: SharedCorpus.directory != nil || SharedCorpus.isRequired))
struct KamerCorpusTests {
  /// The texts of `forms/tk-text` by name.
  private static func texts() throws -> [(name: String, record: SourceRecord)] {
    let directory = SharedCorpus.corpus("forms/tk-text")
    return try textFiles(in: directory).map { ($0, try SourceRecord(file: "\(directory)/\($0)")) }
  }

  /// What lines "Vraag …" and "Antwoord …", counted by their words alone, say.
  private static func counted(_ text: String, _ word: String) -> [String] {
    text.split(separator: "\n").flatMap { line -> [String] in
      guard line.hasPrefix(word), line.count < 60 else { return [] }
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "-") }.dropFirst()
      guard words.contains(where: { $0.allSatisfy { $0.isNumber || $0 == "-" } }),
        words.allSatisfy({
          $0.allSatisfy { $0.isNumber || $0 == "-" }
            || ["en", "op", "vraag", "vragen"].contains($0)
        })
      else { return [] }
      return words.flatMap { word -> [String] in
        let ends = word.split(separator: "-").compactMap { Int($0) }
        return ends.isEmpty ? [] : (ends[0]...ends[ends.count - 1]).map(String.init)
      }
    }
  }

  @Test("Every heading of the 43 texts is found, and every question is one")
  func headings() throws {
    let texts = try Self.texts()
    #expect(texts.count == 43)
    var questions = 0
    var unasked = 0
    for (name, record) in texts where name != "kv-pdf-00.txt" {
      let text = String(decoding: record.bytes, as: UTF8.self)
      let question = try ReaderRegistry.standard.read(record)
      #expect(!question.isUnstructured, "\(name)")
      let asked = Self.counted(text, "Vraag")
      let labels = question.subQuestions.compactMap(\.label)
      if !asked.isEmpty { #expect(labels == asked, "\(name)") }
      #expect(
        question.answer.flatMap(\.labels) == Self.counted(text, "Antwoord") || asked.isEmpty,
        "\(name)")
      let isAnswered = question.state == .answered
      #expect(
        isAnswered == name.hasPrefix("ah-") && !name.contains("uitstel")
          || question.state == .delayed)
      for passage in question.subQuestions.map(\.passage) {
        #expect(question.counterparts(of: passage).isEmpty != (question.state != .open), "\(name)")
        unasked += passage.text.contains("?") ? 0 : 1
      }
      for passage in question.passages {
        #expect(
          !passage.text.contains("Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1"), "\(name)")
        #expect(!passage.text.contains("ISSN"), "\(name)")
      }
      questions += labels.count
    }
    #expect(questions > 400)
    // A few of them ask without a question mark.
    #expect(unasked * 100 <= questions * 2)
  }

  @Test("All notes of these texts are found with their marks")
  func notes() throws {
    let found = try Self.texts().flatMap { try ReaderRegistry.standard.read($0.record).notes }
      .filter { $0.passage.label != "Toelichting" }
    #expect(found.count > 80)
    #expect(found.count { $0.anchor != nil } * 100 >= found.count * 97)
  }

  @Test("Oral questions are none of these")
  func oral() throws {
    let record = try SourceRecord(file: SharedCorpus.corpus("forms/tk-text/kv-pdf-00.txt"))
    #expect(try ReaderRegistry.standard.read(record).isUnstructured)
  }
}
