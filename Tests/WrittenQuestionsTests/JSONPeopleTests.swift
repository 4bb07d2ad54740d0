import Testing

@testable import WrittenQuestions

/// Texts, lists and objects that name several people.
struct JSONPeopleTests {
  private func read(_ fields: String) throws -> (
    question: WrittenQuestion, problems: [ReadWarning.Problem]
  ) {
    var problems: [ReadWarning.Problem] = []
    let question = try JSONLinesReader().parse(
      SourceRecord(path: "x.jsonl", bytes: Array(#"{"id":1,"question":"a",\#(fields)}"#.utf8))
    ) { problems.append($0.problem) }
    return (question, problems)
  }

  @Test(
    "Each person whom a text names is an asker",
    arguments: [
      ("Els Maes, Tom Wils", ["Els Maes -", "Tom Wils -"]),
      ("Els Maes; Tom Wils", ["Els Maes -", "Tom Wils -"]),
      ("Maes, Els; Wils, Tom", ["Els Maes -", "Tom Wils -"]),
      ("Els Maes/Tom Wils | An Bo", ["Els Maes -", "Tom Wils -", "An Bo -"]),
      (#"Els Maes\nTom Wils"#, ["Els Maes -", "Tom Wils -"]),
      ("Els Maes, Tom Wils en An Bo", ["Els Maes -", "Tom Wils -", "An Bo -"]),
      ("Maes, Els en Wils, Tom", ["Els Maes -", "Tom Wils -"]),
      ("Els en Tom", ["Els en Tom -"]),
      ("Maes, Els", ["Els Maes -"]), ("Maes, Els Maria", ["Els Maria Maes -"]),
      ("Garcia Garcia, Luz", ["Luz Garcia Garcia -"]),
      ("Van der Maes, Els Maria", ["Els Maria Van der Maes -"]),
      ("Els Maes (N-VA)", ["Els Maes N-VA"]), ("Maes, Els (PS)", ["Els Maes PS"]),
      ("Els Maes (N-VA/PS)", ["Els Maes N-VA/PS"]),
      ("Els Maes (N-VA), Tom Wils (Open Vld)", ["Els Maes N-VA", "Tom Wils Open Vld"]),
      ("Els Maes, N-VA", ["Els Maes N-VA"]),
      ("Els Maes, Vlaams Belang", ["Els Maes Vlaams Belang"]),
    ])
  func texts(_ text: String, _ expected: [String]) throws {
    let (question, problems) = try read(#""asker":"\#(text)""#)
    #expect(question.askers.map { "\($0.name) \($0.party ?? "-")" } == expected)
    #expect(problems.isEmpty)
  }

  @Test(
    "People inside lists and objects are as many as they are there",
    arguments: [
      (#"{"persons":[{"name":"Els"},{"name":"Tom"}]}"#, ["Els -", "Tom -"]),
      (#"{"leden":["Els Maes","Tom Wils"],"partij":["A","B"]}"#, ["Els Maes A", "Tom Wils B"]),
      (#"{"name":["Els","Tom"],"party":"A"}"#, ["Els A", "Tom A"]),
      (#"{"x":[{"name":"Els"},{"name":"Tom"}]}"#, ["Els -", "Tom -"]),
      (#"{"person":{"name":{"first":"Els","last":"Maes"},"party":"A"}}"#, ["Els Maes A"]),
      (#"{"1":{"naam":"Els"},"2":{"naam":"Tom"}}"#, ["Els -", "Tom -"]),
      (#"{"naam":"Maes","voornaam":"Els","fractie":"A"}"#, ["Els Maes A"]),
      (#"{"naam":"Els Maes","voornaam":"Els"}"#, ["Els Maes -"]),
      (#"[["Els","A"],["Tom","B"]]"#, ["Els A", "Tom B"]),
      (#"[["Els","A"],["Tom",null]]"#, ["Els A", "Tom -"]),
      (#"[["Els Maes","Open Vld"]]"#, ["Els Maes Open Vld"]),
    ])
  func shapes(_ asker: String, _ expected: [String]) throws {
    let (question, problems) = try read(#""asker":\#(asker)"#)
    #expect(question.askers.map { "\($0.name) \($0.party ?? "-")" } == expected)
    #expect(problems.isEmpty)
  }

  @Test(
    "What may be read in two ways is kept, and is a warning",
    arguments: [
      (#"[["Els","Maes"],["Tom","Wils"]]"#, ["Els", "Maes", "Tom", "Wils"]),
      (#""Maes, Els, Tom Wils""#, ["Maes", "Els", "Tom Wils"]),
    ])
  func unclear(_ asker: String, _ expected: [String]) throws {
    let (question, problems) = try read(#""asker":\#(asker)"#)
    #expect(question.askers.map(\.name) == expected)
    #expect(problems == [.unclearNames])
  }

  @Test(
    "A party behind several is that of all; family names alone are parted where it is clear",
    arguments: [
      ("de leden Omtzigt (CDA) en Leijten (SP)", ["Omtzigt CDA", "Leijten SP"]),
      ("Omtzigt (CDA) en Leijten (SP)", ["Omtzigt CDA", "Leijten SP"]),
      (
        "het lid Omtzigt (CDA), Leijten (SP) en Azarkan (DENK)",
        ["Omtzigt CDA", "Leijten SP", "Azarkan DENK"]
      ),
      ("de heren Peeters en Jans", ["Peeters -", "Jans -"]),
      ("de heer Peeters en mevrouw Jans", ["Peeters -", "Jans -"]),
      ("Bikker en Ceder (beiden ChristenUnie)", ["Bikker ChristenUnie", "Ceder ChristenUnie"]),
      ("Omtzigt, Leijten en Azarkan (SP)", ["Omtzigt SP", "Leijten SP", "Azarkan SP"]),
      ("Vragen van de leden Van Nispen (SP) en Bos (D66)", ["Van Nispen SP", "Bos D66"]),
      ("Bikker (CU), Ceder (CU), Van der Lee (GL)", ["Bikker CU", "Ceder CU", "Van der Lee GL"]),
      ("Marianne Thieme (M.L.)", ["Marianne Thieme -"]),
      ("Marianne Thieme (M.L.) (PvdD)", ["Marianne Thieme PvdD"]),
      ("Piet Vos (C.D.A.)", ["Piet Vos C.D.A."]), ("Els en Tom", ["Els en Tom -"]),
      ("AN BOS EN JO LIND", ["An Bos -", "Jo Lind -"]),
      ("van AN BOS EN JO LIND", ["An Bos -", "Jo Lind -"]),
      ("An Bos (VB) en anderen", ["An Bos VB"]),
    ])
  func members(_ text: String, _ expected: [String]) throws {
    let (question, problems) = try read(#""asker":"\#(text)""#)
    let usual = question.withUsualNames
    #expect(usual.askers.map { "\($0.name) \($0.party ?? "-")" } == expected)
    #expect(problems.isEmpty)
  }

  @Test("Two names are two ministers, two portfolios are none")
  func ministersByName() throws {
    for text in ["An Bo en Jo Li", "An Bo, Jo Li"] {
      let (question, problems) = try read(#""minister":"\#(text)""#)
      #expect(question.ministers.map(\.name) == ["An Bo", "Jo Li"])
      #expect(problems.isEmpty)
    }
    let (question, _) = try read(#""minister":"Openbare Werken en Sociale Zaken""#)
    let role = "Openbare Werken en Sociale Zaken"
    #expect(question.withUsualNames.ministers == [Minister(role: role)])
  }

  @Test("Parties in one text are those of as many askers; elements with several share theirs")
  func parties() throws {
    let texts = try read(#""asker":"Els Maes, Tom Wils","party":"A, B""#)
    #expect(texts.question.askers.map(\.party) == ["A", "B"])
    let lists = try read(#""asker":["Els Maes; Tom Wils","An Bo"],"party":["A","B"]"#)
    #expect(lists.question.askers.map(\.party) == ["A", "A", "B"])
    #expect(texts.problems.isEmpty && lists.problems.isEmpty)
  }

  @Test(
    "Ministers are parted at signs that no role has, and a role is never cut",
    arguments: [
      (#""minister":"An Bo; Jo Li","role":"x, y en z; w""#, ["An Bo x, y en z", "Jo Li w"]),
      (
        #""minister":"Van Bo, An, minister van Werk, Economie en Zorg""#,
        ["An Van Bo minister van Werk, Economie en Zorg"]
      ),
      (#""minister":"An Bo (minister van Werk, Zorg)""#, ["An Bo minister van Werk, Zorg"]),
      (#""minister":"Werk, Economie en Zorg""#, ["Werk, Economie en Zorg -"]),
      (#""minister":[["An Bo","minister van Werk"]]"#, ["An Bo minister van Werk"]),
      (#""role":"minister van Werk; belast met Zorg""#, ["- minister van Werk; belast met Zorg"]),
    ])
  func ministers(_ fields: String, _ expected: [String]) throws {
    let (question, problems) = try read(fields)
    #expect(question.ministers.map { "\($0.name ?? "-") \($0.role ?? "-")" } == expected)
    #expect(problems.isEmpty)
  }
}
