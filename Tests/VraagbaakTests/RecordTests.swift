import Extraction
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Written questions as the database keeps them.
struct RecordTests {
  private static let hash = [UInt8](0..<16)

  /// The samples, a record of a file of many, and a document whose text was extracted.
  private static func questions() throws -> [WrittenQuestion] {
    let questions = try FileSystem.names(in: Repository.sample).map { name in
      try ReaderRegistry.standard.read(SourceRecord(file: Repository.sample + "/" + name))
    }
    let record = SourceRecord(
      path: "a.jsonl", line: 7, offset: 900,
      bytes: Array(#"{"id": "é", "question": "Vooraf. 1. Wát? 2. Hóe?", "themes": "x,y"}"#.utf8))
    return questions + [try JSONLinesReader().parse(record), extracted]
  }

  private static var extracted: WrittenQuestion {
    func passage(_ kind: PassageKind, _ text: String, _ pages: ClosedRange<Int>, from start: Int)
      -> Passage
    {
      let range = start..<(start + text.utf8.count)
      return Passage(kind: kind, text: text, place: .pages(pages, range))
    }
    return WrittenQuestion(
      id: "ah-tk-12", number: "12", title: "Treinen",
      subQuestions: [
        SubQuestion(
          label: nil, passage: passage(.subQuestion, "Hoeveel treinen?", 1...1, from: 40))
      ],
      answer: [
        AnswerPart(labels: [], passage: passage(.answerPart, "Vier.", 3...4, from: 6_000))
      ],
      text: [passage(.text, "En de rest.", 5...5, from: 7_000)],
      leftOut: [PageLine(text: "- 2 -", place: .pages(2...2, 5_000..<5_005))],
      source: Source(path: "ah-tk-12.pdf", range: 0..<81_000))
  }

  @Test("A document comes back from its record exactly, and its header from the record's front")
  func roundTrip() throws {
    let questions = try Self.questions()
    #expect(Set(questions.map(\.source.encoding)) == [.utf8, .windows1252])
    for question in questions {
      let data = RecordCoder.encode(question, hash: Self.hash)
      #expect(RecordCoder.decode(data) == question)
      let header = try #require(RecordHeader(of: data))
      #expect(header == RecordHeader(of: question, hash: Self.hash))
      #expect(header.id == question.id && header.passages == question.passages.count)
      let front = try #require(
        data.indices.first { RecordHeader(of: Array(data[..<$0])) != nil })
      #expect(RecordHeader(of: Array(data[..<front])) == header)
      #expect(front < 60 + header.id.utf8.count + header.source.path.text.utf8.count)
    }
  }

  @Test("Another header leaves the text as it is, and moves places in a file along with it")
  func header() throws {
    for question in try Self.questions() {
      var header = RecordHeader(of: question, hash: Self.hash)
      header.id = "anders, en veel langer dan het was"
      header.source.path = SourcePath("elders/" + header.source.path.text)
      let (start, end) = (question.source.range.lowerBound, question.source.range.upperBound)
      header.source.range = (start + 5)..<(end + 5)
      let data = try #require(
        RecordCoder.replaceHeader(
          of: RecordCoder.encode(question, hash: Self.hash), with: header))
      var expected = question
      expected.id = header.id
      expected.source = header.source
      let moved = try #require(RecordCoder.decode(data))
      for (passage, old) in zip(moved.passages, question.passages) {
        let isInFile = passage.place.field == nil && passage.place.pages == nil
        let range = old.place.range
        let place = range.lowerBound + (isInFile ? 5 : 0)
        #expect(passage.place.range == place..<(place + range.count))
      }
      #expect(moved.passages.map(\.text) == question.passages.map(\.text))
      #expect(moved.source == expected.source && moved.id == expected.id)
      #expect(RecordHeader(of: data) == header)
    }
  }

  @Test("Data that was cut off, or goes on, is no record")
  func cut() throws {
    for question in try Self.questions() {
      let data = RecordCoder.encode(question, hash: Self.hash)
      let header = RecordHeader(of: data)
      for end in stride(from: 0, to: data.count, by: 7) {
        let cut = Array(data[..<end])
        #expect(RecordCoder.decode(cut) == nil)
        #expect(RecordHeader(of: cut) == nil || RecordHeader(of: cut) == header)
      }
      #expect(RecordCoder.decode(data + [0]) == nil)
      var fewer = try #require(header)
      fewer.passages -= 1
      let wrong = RecordCoder.replaceHeader(of: data, with: fewer)
      #expect(wrong.flatMap(RecordCoder.decode) == nil)
    }
    #expect(RecordCoder.replaceHeader(of: [9], with: .init(of: Self.extracted, hash: [])) == nil)
  }

  @Test("Bytes of any kind are read or refused, and never believed beyond their end")
  func mutated() throws {
    var random = SeededGenerator(seed: 230)
    var (refused, read) = (0, 0)
    for question in try Self.questions() {
      let data = RecordCoder.encode(question, hash: Self.hash)
      for round in 0..<300 {
        var bytes = data
        // Lengths stand at the front; further on most bytes are text.
        let reach = round.isMultiple(of: 2) ? 60 : data.count
        for _ in 0...(round % 3) {
          let place = Int.random(in: 0..<reach, using: &random)
          bytes[place] = round % 5 == 0 ? 0xff : UInt8.random(in: 0...255, using: &random)
        }
        let header = RecordHeader(of: bytes)
        if let found = RecordCoder.decode(bytes) {
          read += 1
          #expect(header?.passages == found.passages.count && header?.id == found.id)
          #expect(found.passages.reduce(0) { $0 + $1.text.utf8.count } <= 3 * bytes.count)
        } else {
          refused += 1
        }
        let other = RecordHeader(of: question, hash: [])
        #expect((RecordCoder.replaceHeader(of: bytes, with: other) == nil) == (header == nil))
      }
    }
    #expect(refused > 500 && read > 1_000, "\(refused) \(read)")
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...40, using: &random)
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(RecordCoder.decode(noise) == nil)
    }
  }
}
