import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Documents of which the month or the year is known, and no more.
struct PartialDateTests {
  private static let built: Result<Sources, any Error> = Result {
    let sources = try Sources()
    let dates = [
      ("jaar", "2020"), ("mei", "\"2020-05\""), ("dag", "\"2020-05-03\""),
      ("januari", "\"01/2020\""), ("december", "\"december 2020\""),
      ("later", "\"2021\""), ("ooit", "\"ooit\""),
    ]
    let lines = dates.map { id, date in
      #"{"id":"\#(id)","number":"9","title":"Fietspaden","question":"Hoeveel?","date":\#(date)}"#
    }
    try sources.write("a.jsonl", lines.map { $0 + "\n" }.joined())
    try sources.build()
    return sources
  }

  @Test(
    "A month or a year is found where the whole of it lies in the range",
    arguments: [
      ("datum:2020", "dag december jaar januari mei"),
      ("jaar:2020", "dag december jaar januari mei"),
      ("datum:2020-05", "dag mei"), ("datum:2020-05-03", "dag"), ("datum:2020-05-01", ""),
      ("datum:2020-12-31", ""), ("datum:2020-01-01", ""), ("datum:2021", "later"),
      ("datum:2019..2021", "dag december jaar januari later mei"),
      ("datum:2020-06..2021", "december later"), ("datum:2020-05..2021", "dag december later mei"),
      ("datum:2020..2020-11", "dag januari mei"), ("datum:..2020-05-30", "dag januari"),
      ("datum:..2020-05-31", "dag januari mei"), ("datum:2020-05-01..2020-05-31", "dag mei"),
      ("datum:2020-05-02..", "dag december later"), ("datum:2020-04-01..2020-05-04", "dag"),
      ("datum:2020-01-01..2020-12-31", "dag december jaar januari mei"),
      ("datum:2020-01-01..2020-12-30", "dag januari mei"), ("datum:2021-01-02..", ""),
      ("hoeveel -datum:2020-01..2020-11", "december jaar later ooit"),
    ])
  func found(_ query: String, _ ids: String) async throws {
    #expect(try await Self.built.get().ids(query).joined(separator: " ") == ids)
  }

  @Test("A question that is named with its day may be one of which the month or year is known")
  func references() async throws {
    let searcher = try Self.built.get().index.searcher()
    let found = try await searcher.documents(
      Reference(number: "9", date: CalendarDate(year: 2020, month: 5, day: 3)))
    #expect(found.map(\.id).sorted() == ["dag", "jaar", "mei"])
  }

  @Test("The newest come first, a month after its days and a year after its months")
  func order() async throws {
    let searcher = try Self.built.get().index.searcher()
    let results = try await searcher.search(.everything, .init(sort: .date))
    #expect(
      results.hits.map(\.document.id)
        == ["later", "december", "dag", "mei", "januari", "jaar", "ooit"])
  }

  @Test("The year counts all that is of it, and the date comes back as it was")
  func shown() async throws {
    let searcher = try Self.built.get().index.searcher()
    let results = try await searcher.search(.everything, .init(facets: [.year]))
    #expect(
      results.facets.first?.values.map { "\($0.name) \($0.count)" } == ["2020 5", "2021 1"])
    let dates = results.hits.map { "\($0.document.id) \($0.document.date?.dutch ?? "-")" }
    #expect(
      dates.sorted() == [
        "dag 3 mei 2020", "december december 2020", "jaar 2020", "januari januari 2020",
        "later 2021", "mei mei 2020", "ooit -",
      ])
  }
}
