import Testing

@testable import WrittenQuestions

/// A party has one key under all of its names, and no other party has it.
struct PartyTests {
  @Test(
    "Names of one party",
    arguments: [
      ["VB", "Vlaams Belang", "vlaams blok", "Vlaams-Belang"], ["sp.a", "SP.A", "spa", "Vooruit"],
      ["Open Vld", "Open VLD", "open-vld", "VLD"], ["CD&V", "CD en V", "CVP"],
      ["N-VA", "NVA", "N-VA-fractie"], ["PvdD", "Partij voor de Dieren"], ["CU", "ChristenUnie"],
      ["GroenLinks-PvdA", "GL-PvdA", "PvdA-GroenLinks"], ["DéFI", "DEFI", "De\u{301}FI"],
      ["PTB", "PTB-PVDA", "PVDA+"], ["50PLUS", "50+"], ["SP", "beiden SP"],
      ["NSC", "Nieuw Sociaal Contract"], ["Lijst Y-Z", "lijst YZ"],
    ])
  func names(_ names: [String]) {
    #expect(Set(names.map { Party.key(of: $0, in: nil) }).count == 1)
  }

  @Test("Parties whose names are alike stay apart")
  func apart() {
    let names = [
      "SP", "SP.A", "PvdA", "GroenLinks-PvdA", "GroenLinks", "Groen", "Ecolo-Groen", "Ecolo", "PTB",
      "PS", "MR", "VB", "Lijst X",
    ]
    #expect(Set(names.map { Party.key(of: $0, in: nil) }).count == names.count)
  }

  @Test("A name of two parties is that of the document's country")
  func country() {
    #expect(Party.key(of: "PVDA", in: .netherlands) == Party.key(of: "PvdA", in: nil))
    #expect(Party.key(of: "PvdA", in: .belgium) == Party.key(of: "PTB", in: nil))
    #expect(Party.key(of: "SP", in: .belgium) == Party.key(of: "Vooruit", in: nil))
    #expect(Party.key(of: "SP", in: nil) != Party.key(of: "Vooruit", in: nil))
    #expect(Party.country(of: "PvdA") == nil)
    #expect(Party.country(of: "SP") == .netherlands)
    #expect(Party.country(of: "Vlaams Belang") == .belgium)
    #expect(Party.country(of: "ECR") == nil)
  }

  @Test("A query means the party that is spelt so, else all of the name")
  func asked() {
    #expect(Party.keys(asked: "PvdA").first == ["pvda"])
    #expect(Party.keys(asked: "PVDA").first == ["ptbpvda"])
    #expect(Set(Party.keys(asked: "pvda").first ?? []) == ["pvda", "ptbpvda"])
    #expect(Party.keys(asked: "sp") == [["sp"], ["vooruit"]])
    #expect(Party.keys(asked: "Lijst Y-Z") == [["lijstyz"]])
  }
}
