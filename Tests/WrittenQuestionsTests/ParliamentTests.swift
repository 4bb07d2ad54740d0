import Testing

@testable import WrittenQuestions

/// What follows from a document's names and dates by the rules of its parliament.
struct ParliamentTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test(
    "Working days leave out weekends and the country's holidays",
    arguments: [
      // Friday to Monday, and a day to itself.
      ("2023-03-10", "2023-03-13", .belgium, 1), ("2023-03-10", "2023-03-10", .belgium, 0),
      // From a Saturday.
      ("2023-03-11", "2023-03-13", .netherlands, 1), ("2023-03-10", "2023-03-12", nil, 0),
      // Good Friday is a day off in the Netherlands alone, Easter Monday in both.
      ("2023-04-06", "2023-04-11", .belgium, 2), ("2023-04-06", "2023-04-11", .netherlands, 1),
      ("2023-04-06", "2023-04-11", nil, 2),
      // Koningsdag of 2014, a Sunday, was kept on Saturday; of 2023 on a Thursday.
      ("2014-04-25", "2014-04-28", .netherlands, 1), ("2023-04-26", "2023-04-28", .netherlands, 1),
      // Koninginnedag of 1978, a Sunday, was kept on Monday.
      ("1978-04-28", "1978-05-02", .netherlands, 1),
      // Bevrijdingsdag of 2023, and the First of May of Belgium.
      ("2023-05-04", "2023-05-05", .netherlands, 0), ("2023-04-28", "2023-05-02", .belgium, 1),
      ("2022-07-20", "2022-07-22", .belgium, 1), ("2022-08-12", "2022-08-16", .belgium, 1),
      ("2022-10-31", "2022-11-02", .belgium, 1), ("2022-11-10", "2022-11-14", .belgium, 1),
      // Ascension Day, Whit Monday, the end of a year.
      ("2024-05-08", "2024-05-10", .belgium, 1), ("2024-05-17", "2024-05-21", .netherlands, 1),
      ("2023-12-22", "2024-01-02", .netherlands, 4), ("2023-12-22", "2024-01-02", .belgium, 5),
      ("2023-03-10", "2023-03-09", .belgium, nil), ("2023-03", "2023-04-01", .belgium, nil),
    ] as [(String, String, Country?, Int?)])
  func workingDays(_ first: String, _ last: String, _ country: Country?, _ days: Int?) throws {
    #expect(WorkingDays.count(from: try day(first), to: try day(last), in: country) == days)
  }

  @Test("Any two days can be counted between")
  func allDays() throws {
    let ages = try WorkingDays.count(
      from: day("0001-01-01"), to: day("9999-12-31"), in: .netherlands)
    #expect(try #require(ages) > 2_500_000)
  }

  @Test(
    "A session has one name",
    arguments: [
      ("2023-2024", "2023-2024"), ("2023–2024", "2023-2024"), ("20232024", "2023-2024"),
      ("2023/24", "2023-2024"), ("vergaderjaar 2023-2024", "2023-2024"), ("1999-00", "1999-2000"),
      ("56", "56"), ("56e legislatuur", "56"), ("Zittingsperiode 55", "55"), ("2023", nil),
      ("2023-2025", nil), ("2023-24-25", nil), ("", nil), ("maart 2023-2024", nil),
      ("99999999999999999999", nil),
    ] as [(String, String?)])
  func sessions(_ written: String, _ name: String?) {
    #expect(Session.canonical(written) == name)
  }

  @Test(
    "The session follows from the date where the rules leave no doubt",
    arguments: [
      ("2023-09-18", .dutchHouse, "2022-2023"), ("2023-09-19", .dutchHouse, "2023-2024"),
      ("2023-09-24", .flemish, "2022-2023"), ("2023-09-25", .flemish, "2023-2024"),
      ("2023-10-09", .belgianChamber, "2022-2023"), ("2023-10-10", .belgianChamber, "2023-2024"),
      ("2023-03", .flemish, "2022-2023"), ("2023", .flemish, nil), ("2023-09", .flemish, nil),
      ("2023-03-10", .european, nil),
    ] as [(String, Parliament, String?)])
  func year(_ date: String, _ parliament: Parliament, _ session: String?) throws {
    #expect(Session.year(of: try day(date), parliament, parliament.country) == session)
  }

  @Test(
    "An identifier is one however it is written",
    arguments: [
      ("2024Z11859", "2024z11859"), ("kv-tk-2024Z11859", "2024z11859"),
      ("kv-tk-2024z11859-h1", "2024z11859"), ("ah-tk-20232024-1314", "ah-tk-20232024-1314"),
      ("ah-tk-20232024-1314-n1", "ah-tk-20232024-1314"), ("Aanhangsel 1314", "aanhangsel-1314"),
      ("Aanhangsel Handelingen II 2023/24, nr. 1314", "ah-tk-20232024-1314"),
      ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1314", "ah-tk-20232024-1314"),
      ("232401314", "ah-tk-20232024-1314"), ("990000007", "ah-tk-19992000-7"),
      ("2024Z1859", "2024z01859"), ("E-001234/2022", "e-001234/2022"),
      ("E-001234/22", "e-001234/2022"), ("E-9-2022-001234", "e-001234/2022"),
      ("e-9-2022-001234-ASW", "e-001234/2022"), ("E-1234/22", "e-001234/2022"),
      ("G-001012/2022", "g-001012/2022"), ("H-0123/08", "h-000123/2008"),
      ("P-12/1999", "p-000012/1999"), ("P-000012/99", "p-000012/1999"),
      ("p. 12", "p.12"), ("e-9", "e-9"), ("E-001234/3022", "e-001234/3022"),
      ("2024Z00001, 2024Z00002", "2024z00001,2024z00002"),
      (
        "http://data.dekamer.be/v0/qrva/55-B034-2-0136-2020202107205",
        "55-b034-2-0136-2020202107205"
      ),
      ("55--3-0158-2020202107112", "55--3-0158-2020202107112"),
      ("55--3-0158", "55--3-0158"), ("230", "230"), ("", ""), ("aanhangsel", "aanhangsel"),
    ])
  func identifiers(_ written: String, _ key: String) {
    #expect(DocumentIdentifier(written).key == key)
  }

  @Test("Names of known forms are found in names of files and in lists")
  func names() {
    func names(_ id: String, _ given: String...) -> [String] {
      DocumentIdentifier.names(ofID: id, given).map(\.key)
    }
    #expect(names("map/ah-tk-20232024-1314-h1.pdf") == ["ah-tk-20232024-1314"])
    #expect(names("2024Z00001/brief.pdf").isEmpty)
    #expect(names("E-000148/22") == ["e-000148/2022"])
    #expect(names("x", "2024Z00001 en 2024Z00002") == ["2024z00001", "2024z00002"])
    #expect(names("kv-tk-2024Z00007.html", "2024z00007") == ["2024z00007"])
    #expect(names("202100123", "12", "").isEmpty)
  }

  @Test("An identifier says in which session and legislature, and by which number it is counted")
  func told() {
    func heading(_ id: String, session: String? = nil) -> WrittenQuestion.Heading {
      WrittenQuestion(
        id: id, date: CalendarDate(year: 2023, month: 3, day: 10), session: session,
        source: Source(path: "a", range: 0..<0)
      ).heading
    }
    let chamber = heading("55-B032-6-0230-2020202106724")
    #expect(chamber.sessions == ["55", "2020-2021"])
    #expect(chamber.names.map(\.keys) == [["55-b032-6-0230-2020202106724", "230"]])
    let flemish = heading("2023/schv-1684501.pdf")
    #expect(flemish.parliament == .flemish && flemish.sessions == ["2022-2023"])
    let coming = heading("http://data.dekamer.be/v0/qrva/55--3-0158-2020202107112")
    #expect(coming.sessions == ["55", "2020-2021"] && coming.parliament == .belgianChamber)
    #expect(coming.names.map(\.keys) == [["55--3-0158-2020202107112", "158"]])
    #expect(heading("ah-tk-20232024-12").sessions == ["2023-2024"])
    #expect(heading("E-9-2022-000148").sessions == ["9"])
    // What the source says of it comes first.
    #expect(heading("2024Z00007", session: "2024–2025").sessions == ["2024-2025"])
    #expect(heading("2024Z00007").sessions == ["2022-2023"])
  }

  @Test("The parliament follows from identifiers, roles and parties, in this order")
  func parliaments() {
    func question(
      _ identifiers: [String] = [], role: String? = nil, party: String? = nil
    ) -> WrittenQuestion {
      WrittenQuestion(
        id: "a", identifiers: identifiers, askers: [Asker(name: "An Bo", party: party)],
        ministers: role.map { [Minister(role: $0)] } ?? [], source: Source(path: "a", range: 0..<0))
    }
    #expect(question(["2024Z11859"], role: "Vlaams minister").parliament == .dutchHouse)
    #expect(question(["55-B034-2-0136-2020202107205"]).parliament == .belgianChamber)
    #expect(question(role: "Vlaams minister van Werk", party: "N-VA").parliament == .flemish)
    #expect(question(role: "Minister van Mobiliteit", party: "MR").parliament == .belgianChamber)
    #expect(question(party: "PvdD").parliament == .dutchHouse)
    let unknown = question(party: "N-VA")
    #expect(unknown.parliament == nil && unknown.country == .belgium)
    #expect(question(party: "PvdA").country == nil)
    #expect(question(["E-001234/2022"], party: "VVD").country == nil)
  }
}
