import Testing

@testable import WrittenQuestions

/// Ministers as fields name them: the name, the office, or both in one text.
struct OfficeTests {
  @Test(
    "Name and office are told apart wherever each stands",
    arguments: [
      ("Minister-president Rutte", "Rutte", "Minister-president"),
      ("Staatssecretaris Van Rij", "Van Rij", "Staatssecretaris"),
      ("Vlaams minister Zuhal Demir", "Zuhal Demir", "Vlaams minister"),
      ("eerste minister Alexander De Croo", "Alexander De Croo", "eerste minister"),
      ("Vlaams minister van Omgeving, Zuhal Demir", "Zuhal Demir", "Vlaams minister van Omgeving"),
      ("Demir, Zuhal, Vlaams minister van Omgeving", "Zuhal Demir", "Vlaams minister van Omgeving"),
      ("de Minister van Financiën, Wopke Hoekstra", "Wopke Hoekstra", "Minister van Financiën"),
      ("minister Dekker voor Rechtsbescherming", "Dekker", "minister voor Rechtsbescherming"),
      ("Minister de Jonge", "de Jonge", "Minister"),
      ("Minister van Financiën: Wopke Hoekstra", "Wopke Hoekstra", "Minister van Financiën"),
      ("Minister van Financiën Hoekstra", "Hoekstra", "Minister van Financiën"),
      (
        "staatssecretaris voor Asiel en Migratie Nicole de Moor", "Nicole de Moor",
        "staatssecretaris voor Asiel en Migratie"
      ),
      (
        "Vice-eersteminister en minister van Werk, Kris Peeters", "Kris Peeters",
        "Vice-eersteminister en minister van Werk"
      ),
      ("Rutte (minister-president)", "Rutte", "minister-president"),
      ("Staatssecretaris van Financiën (Van Rij)", "Van Rij", "Staatssecretaris van Financiën"),
      ("Minister Rutte (VVD)", "Rutte", "Minister"),
      ("An Bo, minister van Werk (Wonen)", "An Bo", "minister van Werk (Wonen)"),
      ("Ben Weyts", "Ben Weyts", nil), ("Weyts, Ben", "Ben Weyts", nil),
      ("Minister van Werk, Openbare Werken", nil, "Minister van Werk, Openbare Werken"),
      (
        "Vlaams minister van Justitie en Handhaving, Omgeving, Energie en Toerisme", nil,
        "Vlaams minister van Justitie en Handhaving, Omgeving, Energie en Toerisme"
      ),
      ("Minister VWS", nil, "Minister VWS"), ("minister-president", nil, "minister-president"),
      ("Openbare Werken, Mobiliteit", nil, "Openbare Werken, Mobiliteit"),
      ("Ministerie van Financiën", nil, "Ministerie van Financiën"),
    ] as [(String, String?, String?)])
  func told(_ written: String, _ name: String?, _ role: String?) throws {
    let record = SourceRecord(
      path: "x.jsonl", bytes: Array(#"{"id":1,"question":"a","minister":"\#(written)"}"#.utf8))
    let read = try JSONLinesReader().parse(record) { _ in }
    #expect(read.withUsualNames.ministers == [Minister(name: name, role: role)])
    #expect(
      WrittenQuestion(
        id: "a", ministers: [Minister(name: written)], source: Source(path: "a", range: 0..<0)
      ).withUsualNames.ministers == [Minister(name: name, role: role)])
  }

  @Test(
    "Two ministers in one text are two",
    arguments: [
      "Minister Kaag en staatssecretaris Van Rij", "Minister Kaag, staatssecretaris Van Rij",
    ])
  func several(_ text: String) throws {
    let names = PersonNames(ministers: text, hasRoles: false)
    #expect(names.people.map(\.name) == ["Kaag", "Van Rij"])
    #expect(names.people.map(\.group) == ["Minister", "staatssecretaris"])
  }
}
