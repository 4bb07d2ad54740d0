import Testing

@testable import WrittenQuestions

/// Names of one person, as two sources write them.
struct PersonKeyTests {
  @Test(
    "Names that may be those of one person",
    arguments: [
      ("Yesilgöz", "Dilan Yeşilgöz-Zegerius"), ("VAN DER STAAIJ", "Kees van der Staaij (C.G.)"),
      ("Dijk", "Jasper van Dijk"), ("J. van Dijk", "Jasper van Dijk"),
      ("M. Thieme", "M.L. Thieme"), ("Hirsch Ballin", "Ernst Hirsch Ballin"),
      ("Ines Kostic", "Ines Kostic\u{301}"), ("D’Haese", "Christoph D'Haese"),
      ("Van den Berg-Jansen", "Joba van den Berg"),
    ])
  func same(_ left: String, _ right: String) {
    #expect(PersonKey(left).mayBe(PersonKey(right)))
    #expect(PersonKey(right).mayBe(PersonKey(left)))
  }

  @Test(
    "Names of two people",
    arguments: [
      ("Jasper van Dijk", "Inge van Dijk"), ("Van den Berg", "Van der Berg"),
      ("J. van Dijk", "Inge van Dijk"), ("Thieme", "Thijssen"), ("M. Thieme", "J.M. Thieme"),
    ])
  func other(_ left: String, _ right: String) {
    #expect(!PersonKey(left).mayBe(PersonKey(right)))
    #expect(!PersonKey(right).mayBe(PersonKey(left)))
  }

  private func joined(_ own: [Asker], _ others: [Asker]) -> [Asker] {
    QuestionFacts(askers: own).enriched(by: [QuestionFacts(askers: others)]).askers
  }

  @Test("Two of one family name get what the register says of each")
  func register() {
    let register = [
      Asker(name: "Jasper van Dijk", party: "SP"), Asker(name: "Inge van Dijk", party: "CDA"),
    ]
    let (jasper, inge) = (register[0], register[1])
    let both = [Asker(name: "Van Dijk", party: "CDA"), Asker(name: "Van Dijk", party: "SP")]
    #expect(joined(both, register) == [inge, jasper])
    #expect(joined(both, register.reversed()) == [inge, jasper])
    #expect(joined([both[0]], register) == [inge, jasper])
    #expect(joined([Asker(name: "Van Dijk")], register) == register)
    #expect(joined([Asker(name: "I. van Dijk")], register) == [inge, jasper])
    // Members leave their party.
    #expect(
      joined([Asker(name: "Van Dijk", party: "SP")], [Asker(name: "Jasper van Dijk", party: "D66")])
        == [jasper])
    #expect(
      joined(
        [Asker(name: "Van Rooy", party: "VB")],
        [Asker(name: "Sam Van Rooy", party: "Vlaams Belang")])
        == [Asker(name: "Sam Van Rooy", party: "VB")])
    #expect(
      joined([Asker(name: "Yesilgöz")], [Asker(name: "Dilan Yeşilgöz-Zegerius", party: "VVD")])
        == [Asker(name: "Dilan Yeşilgöz-Zegerius", party: "VVD")])
  }
}
