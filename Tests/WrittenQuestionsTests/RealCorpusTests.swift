import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// The readers on documents that nobody made for them.
@Suite(
  .enabled(if: SharedCorpus.directory != nil, "the real corpora are not beside the repository"))
struct RealCorpusTests {
  @Test("The Flemish question 230 comes out whole")
  func flemishQuestion() throws {
    let path = SharedCorpus.corpus("schriftelijke-vraag-230.txt")
    let record = try SourceRecord(file: path)
    let question = try ReaderRegistry.standard.read(record)
    #expect(
      question.title
        == "Interministeriële Conferentie (IMC) Migratie en Integratie - Werking en beslissingen")
    #expect(question.number == "230")
    #expect(question.date == CalendarDate(year: 2023, month: 3, day: 10))
    #expect(question.askers.map(\.name) == ["Sam Van Rooy"])
    #expect(question.ministers.map(\.name) == ["Bart Somers"])
    #expect(
      question.ministers.first?.role
        == "Viceminister-president van de Vlaamse regering, Vlaams minister van binnenlands bestuur, bestuurszaken, inburgering en gelijke kansen"
    )
    #expect(question.subQuestions.map(\.label) == ["1", "2", "3", "4"])
    #expect(question.answer.map(\.passage.label) == ["1-3", "4"])
    #expect(question.answer.map(\.labels) == [["1", "2", "3"], ["4"]])
    #expect(question.introduction?.text.hasPrefix("Uit het antwoord op mijn") == true)
    #expect(question.introduction?.text.hasSuffix("anderzijds.") == true)
    #expect(
      question.references
        == [Reference(number: "181", date: CalendarDate(year: 2022, month: 2, day: 7))])
    let third = try #require(question.subQuestions.dropFirst(2).first)
    #expect(question.counterparts(of: third.passage).map(\.label) == ["1-3"])
    for passage in question.passages {
      let cited = String(decoding: record.bytes[passage.place.range], as: UTF8.self)
      #expect(
        cited.split(whereSeparator: \.isWhitespace)
          == passage.text.split(whereSeparator: \.isWhitespace))
    }
  }

  @Test("Nearly all of the Chamber's questions have numbered parts, in order and in their place")
  func chamber2017() throws {
    let path = SharedCorpus.corpus("dekamer-2017.jsonl")
    let reader = JSONLinesReader()
    var total = 0
    var asked = 0
    var answered = 0
    var either = 0
    for record in try reader.records(of: SourceFile(path)) {
      let question = try reader.parse(try record.get())
      total += 1
      let hasNumbers = question.subQuestions.contains { $0.label != nil }
      let hasParts = question.answer.contains { !$0.labels.isEmpty }
      asked += hasNumbers ? 1 : 0
      answered += hasParts ? 1 : 0
      either += hasNumbers || hasParts ? 1 : 0
      try checkOrder(of: question)
    }
    print(
      "dekamer-2017: \(total) records, \(asked) with numbered sub-questions, \(answered) with numbered answer parts, \(either) with either"
    )
    #expect(total == 3811)
    #expect(either >= 3200)
    #expect(answered >= 1750)
  }

  private func checkOrder(of question: WrittenQuestion) throws {
    for passages in [question.subQuestions.map(\.passage), question.answer.map(\.passage)] {
      for (passage, next) in zip(passages, passages.dropFirst()) {
        try #require(passage.place.range.upperBound <= next.place.range.lowerBound)
      }
    }
    for passage in question.passages {
      try #require(passage.place.range.count == passage.text.utf8.count)
      try #require(!passage.text.isEmpty)
    }
  }
}
