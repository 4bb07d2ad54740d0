import Testing

@testable import WrittenQuestions

struct CalendarDateTests {
  @Test(
    "Dates as people write them",
    arguments: [
      "2023-03-10", "10/03/2023", "10-3-2023", "10.03.2023", "10 maart 2023", "10 mrt 2023",
    ])
  func parsing(_ text: String) {
    #expect(CalendarDate(parsing: text) == CalendarDate(year: 2023, month: 3, day: 10))
  }

  @Test(
    "What no calendar has is no date", arguments: ["31/02/2023", "2023", "maart 2023", "1/2/3"])
  func nonsense(_ text: String) {
    #expect(CalendarDate(parsing: text) == nil)
  }

  @Test(
    "Milliseconds since 1970",
    arguments: [
      (0, "1970-01-01"), (1_483_488_000_000, "2017-01-04"), (951_782_400_000, "2000-02-29"),
      (-86_400_000, "1969-12-31"),
    ] as [(Double, String)])
  func epoch(_ milliseconds: Double, _ day: String) {
    #expect(CalendarDate(epochMilliseconds: milliseconds)?.description == day)
  }

  @Test(
    "As much of a date as is known is written and read again",
    arguments: [
      ("2020-02-03", "3 februari 2020", "2020-02-03", "2020-02-03"),
      ("2020-02", "februari 2020", "2020-02-01", "2020-02-29"),
      ("2020", "2020", "2020-01-01", "2020-12-31"),
    ])
  func known(_ text: String, _ dutch: String, _ first: String, _ last: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.description == text && date.dutch == dutch)
    #expect(date.firstDay.description == first && date.lastDay.description == last)
  }

  @Test(
    "What is no year, month or day is not read as one",
    arguments: ["", "20", "+202", "2020-", "2020-13", "2020-02-30", "2020-02-03-04", "mei 2020"])
  func unknown(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("A day has a month")
  func dayAlone() {
    #expect(CalendarDate(year: 2020, day: 3) == nil)
    #expect(CalendarDate(year: 2020, month: 13) == nil)
  }

  @Test("A year covers its months and days, a month its days, and neither what is outside")
  func covering() throws {
    let dates = try ["2020", "2020-05", "2020-05-03", "2020-06", "2021"].map {
      try #require(CalendarDate($0))
    }
    #expect(dates.map { dates[0].covers($0) } == [true, true, true, true, false])
    #expect(dates.map { dates[1].covers($0) } == [false, true, true, false, false])
    #expect(dates.map { dates[2].covers($0) } == [false, false, true, false, false])
    #expect(dates.shuffled().sorted() == dates)
  }

  @Test("They sort in time, and read in Dutch")
  func order() throws {
    let early = try #require(CalendarDate(year: 2022, month: 12, day: 31))
    let late = try #require(CalendarDate(year: 2023, month: 1, day: 1))
    #expect(early < late)
    #expect(late.dutch == "1 januari 2023")
  }
}
