import Testing

@testable import WrittenQuestions

struct ExportDateTests {
  @Test(
    "The day is read in every form that exports give it",
    arguments: [
      "2023-03-10", "10-3-2023", "10/03/23", "10.03.2023", "20230310", "2023/3/10", "10 maart '23",
      "10 maart 2023", "10 mrt. 2023", "vrijdag 10 maart 2023", "vr. 10/3/2023",
      "10 maart 2023 om 14:00", "10/03/2023 14u30", "10 mrt 2023, 9:05:00",
      "2023-03-10 14:00:00.000",
      "2023-03-10T14:00", "2023-03-10T14:00:00,5+01:00", "2023-03-10T14:00:00.123456Z",
      "20230310T140000Z", "202303101400", "20230310140000", "2023-03-10T00:30:00+0200",
      "2023-03-10T23:30+01:00[Europe/Brussels]", "2023-03-10Z", "2023-03-10+01:00",
      "Fri, 10 Mar 2023 14:00:00 GMT", "Fri Mar 10 2023 14:00:00 GMT+0100 (CET)",
      "March 10, 2023", "March 10th, 2023 2:00 PM", "le 10 mars 2023", "mar. 10 mars 2023",
      "10-Mar-23", "10/03/2023.", "1678406400", "1678406400000", "1678406400000000", "1.6784064E9",
      "/Date(1678406400000)/", "/Date(1678406400000+0100)/",
    ])
  func forms(_ text: String) {
    // Half past midnight at +02:00 is the evening before in Brussels.
    let day = text == "2023-03-10T00:30:00+0200" ? 9 : 10
    #expect(ExportDate.date(text) == CalendarDate(year: 2023, month: 3, day: day))
  }

  @Test(
    "A moment is the day that it is in Brussels",
    arguments: [
      ("2023-03-10T23:30:00Z", "2023-03-11"), ("2023-03-10T22:59:59Z", "2023-03-10"),
      ("2020-05-03T22:00:00.000Z", "2020-05-04"), ("2023-07-01T21:59:00Z", "2023-07-01"),
      ("2023-03-10T23:30:00", "2023-03-10"), ("2023-12-31T18:00:00-0500", "2024-01-01"),
      ("1678489200", "2023-03-11"), ("1588543200", "2020-05-04"), ("-86400000", "1969-12-31"),
      // Summer time ended in September before 1996.
      ("1995-10-10T22:30:00Z", "1995-10-10"), ("1996-10-10T22:30:00Z", "1996-10-11"),
    ])
  func brussels(_ text: String, _ day: String) {
    #expect(ExportDate.date(text)?.description == day)
  }

  @Test("Summer time begins and ends on the last Sundays of March and October, at one o'clock")
  func changes() throws {
    // 26 March and 29 October 2023; an hour before midnight of Brussels on both sides.
    for (text, day) in [
      ("2023-03-25T22:30:00Z", 25), ("2023-03-26T22:30:00Z", 27), ("2023-10-28T22:30:00Z", 29),
      ("2023-10-29T22:30:00Z", 29),
    ] {
      #expect(ExportDate.date(text)?.day == day, "\(text)")
    }
  }

  @Test("Days since 1970 give the date back")
  func days() {
    for days in stride(from: -60_000, to: 60_000, by: 37) {
      #expect(CalendarDate(daysSince1970: days)?.daysSince1970 == days)
    }
  }

  @Test(
    "A month or a year stays what it is",
    arguments: [
      ("2020", "2020"), ("2020.0", "2020"), ("1800", "1800"), ("2199", "2199"),
      ("2020-05", "2020-05"), ("2020-5", "2020-05"), ("2020/05", "2020-05"),
      ("2020.05", "2020-05"), ("05/2020", "2020-05"), ("5-2020", "2020-05"),
      ("05.2020", "2020-05"), ("mei 2020", "2020-05"), ("Mei, 2020.", "2020-05"),
      ("mei-2020", "2020-05"), ("2020 mei", "2020-05"), ("mrt. 2020", "2020-03"),
      ("August 2020", "2020-08"), ("août 2020", "2020-08"), ("12/1999", "1999-12"),
    ])
  func partial(_ text: String, _ date: String) {
    #expect(ExportDate.date(text)?.description == date)
  }

  @Test(
    "What could be another number or another span of time is no month or year",
    arguments: [
      "1799", "2200", "1234", "0x7E4", "2.02e3", "2020.5", "2020.1", "2020.25", "202005", "-2020",
      "2020-13", "2020-00", "2020-05-00", "00/2020", "13/2020", "05/1799", "2020-2021", "2020-21",
      "2020-", "2020-05/2020-06", "2020-W10", "Q2 2020", "2020-123", "mei '20", "mei-20", "mei 20",
      "mei", "mei 2020 14:00", "2020T14:00", "mei-juni 2020", "5e 2020", "maandag 2020", "05-20",
      "nr. 2020", "zomer 2020",
    ])
  func neither(_ text: String) {
    #expect(ExportDate.date(text) == nil)
  }

  @Test(
    "What is no date, or cannot be told, is none",
    arguments: [
      "31-02-2023", "2020-02-30", "10/13/2023", "20231345", "0", "12",
      "onbekend", "0001-01-01", "0000-00-00", "10 maart 2023 en later", "10-3-2023 - 12-4-2023",
      "2023-03-10T25:00:00Z", "2023-03-10T", "2023-W10-5", "10-3-023", "16784064000", "", "NaN",
      "1e300",
    ])
  func none(_ text: String) {
    #expect(ExportDate.date(text) == nil)
  }

  @Test("Of two digits a year is 1969 to 2068")
  func years() {
    #expect(ExportDate.date("1/2/68")?.year == 2068)
    #expect(ExportDate.date("1/2/69")?.year == 1969)
  }
}
