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

  @Test("They sort in time, and read in Dutch")
  func order() throws {
    let early = try #require(CalendarDate(year: 2022, month: 12, day: 31))
    let late = try #require(CalendarDate(year: 2023, month: 1, day: 1))
    #expect(early < late)
    #expect(late.dutch == "1 januari 2023")
  }
}
