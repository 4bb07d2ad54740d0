import TestSupport
import Testing

@testable import WrittenQuestions

/// Every way in which sources write a name comes out as the same name.
struct PersonNameTests {
  @Test(
    "One person has one name",
    arguments: [
      ("SAM VAN ROOY", "Sam", "Van Rooy"), ("Van Rooy, Sam", "Sam", "Van Rooy"),
      ("VAN ROOY, SAM", "Sam", "Van Rooy"), ("Sam VAN ROOY", "Sam", "Van Rooy"),
      ("VAN ROOY Sam", "Sam", "Van Rooy"), ("Sam Van Rooy (VB)", "Sam", "Van Rooy"),
      ("de heer Sam Van Rooy", "Sam", "Van Rooy"), ("Van Rooy (VB)", nil, "Van Rooy"),
      ("het lid Van Rooy (VB)", nil, "Van Rooy"), ("het lid  Sam Van Rooy", "Sam", "Van Rooy"),
      ("Marianne Thieme (M.L.)", "Marianne", "Thieme"), ("M.L. Thieme", "M.L.", "Thieme"),
      ("Thieme (M.L.)", "M.L.", "Thieme"), ("Thieme M.L.", "M.L.", "Thieme"),
      ("H.G.J. (Hilde) Palland", "Hilde", "Palland"), ("Annika BRUNA", "Annika", "Bruna"),
      ("Burton, Emmanuel", "Emmanuel", "Burton"), ("Berg, Joba van den", "Joba", "van den Berg"),
      ("Joba van den Berg-Jansen", "Joba", "van den Berg-Jansen"),
      ("mevr. An Van 't Hof", "An", "Van 't Hof"),
      ("DE VRIES-D'HAESE, AN", "An", "De Vries-D'Haese"),
      ("Jean-Luc Crucke, MR", "Jean-Luc", "Crucke"), ("dr. J. Bosma", "J.", "Bosma"),
      ("van SAM VAN ROOY", "Sam", "Van Rooy"), ("van Sam Van Rooy", "Sam", "Van Rooy"),
      ("VAN SAM VAN ROOY", "Sam", "Van Rooy"),
      ("van Kees van der Staaij", "Kees", "van der Staaij"),
      ("van het lid Van Rooy (VB)", nil, "Van Rooy"), ("door Sam Van Rooy", "Sam", "Van Rooy"),
      ("van de heer Sam Van Rooy", "Sam", "Van Rooy"), ("van JAN PEETERS", "Jan", "Peeters"),
      ("van S. Peeters", "S.", "Peeters"), ("Sam van ROOY", "Sam", "van Rooy"),
      ("van Rooy", nil, "van Rooy"), ("van den Berg", nil, "van den Berg"),
      ("van Haersma Buma", nil, "van Haersma Buma"), ("VAN DEN BERG", nil, "Van Den Berg"),
      ("van Veldhoven-van der Meer", nil, "van Veldhoven-van der Meer"),
      ("Ben Weyts", "Ben", "Weyts"), ("Nawal Ben Hamou", "Nawal", "Ben Hamou"),
      ("Al Gore", nil, "Al Gore"), ("het lid Omtzigt c.s.", nil, "Omtzigt"),
      ("Kees van der Staaij (C.G.)", "Kees", "van der Staaij"),
      ("Marianne Thieme (M.L.) (PvdD)", "Marianne", "Thieme"), ("Rosenthal (U)", "U.", "Rosenthal"),
      ("El Yassini", nil, "El Yassini"), ("Thieme", nil, "Thieme"),
      ("Maria del Carmen López", "Maria", "del Carmen López"), ("Ines Kostić", "Ines", "Kostić"),
    ] as [(String, String?, String)])
  func one(_ written: String, _ given: String?, _ family: String) {
    let name = PersonName(written)
    #expect(name.given == given)
    #expect(name.family == family)
  }

  @Test(
    "What is no person's name stays as it is",
    arguments: [
      "Minister van Werk, belast met Sport", "Commissie 2020", "", "(", "a) b (c",
      "Openbare Werken, Mobiliteit, Landbouw", "Omtzigt (CDA) en Leijten (SP)",
      "Zuhal Demir, Ben Weyts",
    ])
  func other(_ text: String) {
    #expect(PersonName(text).display == text)
  }

  @Test("Every form of a name is the same name, and its usual form its own")
  func forms() {
    for given in ["Sam", "An-Sofie", "Ünal", "Jan Pieter", "Th\u{e9}o"] {
      for family in ["Van Rooy", "Thieme", "D'Haese", "De Vries-Jansen", "Van 't Hof", "Kostić"] {
        let capitals = family.uppercased()
        let written = [
          "\(given) \(family)", "\(family), \(given)", "het lid \(given) \(family) (VB)",
          "\(given.uppercased()) \(capitals)", "\(given) \(capitals)", "\(capitals) \(given)",
          "\(capitals), \(given.uppercased())", "  mevrouw \(given)  \(family) ",
          "\(given) \(family), CD&V", "\(given) \(family) (S.)", "de heer \(given) \(family)",
        ]
        for text in written {
          let name = PersonName(text)
          #expect(name.display == "\(given) \(family)", "\(text)")
          #expect(PersonName(name.display).display == name.display, "\(text)")
        }
      }
    }
  }

  @Test("No text stops the program")
  func hostile() {
    var generator = SeededGenerator(seed: 12)
    let pieces = [
      "Sam", "VAN", "van", "(", ")", ",", "M.L.", "het", "lid", "(VB)", "é\u{301}", "\n", ".",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined(separator: Bool.random(using: &generator) ? " " : "")
      let letters = { (text: String) in text.lowercased().filter(\.isLetter).count }
      #expect(letters(PersonName(text).display) <= letters(text))
    }
  }

  @Test("A party or role that stands in a name goes where it belongs")
  func groups() {
    let question = WrittenQuestion(
      id: "a",
      askers: [
        Asker(name: "het lid Van Rooy (VB)"), Asker(name: "AN BO", party: "Groen"),
        Asker(name: "Thieme (PvdD) (M.L.)"), Asker(name: "Jo Li", party: "beiden SP"),
      ],
      ministers: [
        Minister(name: "minister Grapperhaus (Justitie en Veiligheid)"),
        Minister(name: "de Staatssecretaris Van Rij", role: "Financiën"),
        Minister(name: "Minister van Werk"),
        Minister(name: "Demir, Zuhal", role: "Vlaams minister"),
      ], source: Source(path: "a", range: 0..<0)
    ).withUsualNames
    #expect(
      question.askers == [
        Asker(name: "Van Rooy", party: "VB"), Asker(name: "An Bo", party: "Groen"),
        Asker(name: "M.L. Thieme", party: "PvdD"), Asker(name: "Jo Li", party: "SP"),
      ])
    #expect(
      question.ministers == [
        Minister(name: "Grapperhaus", role: "Justitie en Veiligheid"),
        Minister(name: "Van Rij", role: "Financiën"), Minister(role: "Minister van Werk"),
        Minister(name: "Zuhal Demir", role: "Vlaams minister"),
      ])
  }
}
