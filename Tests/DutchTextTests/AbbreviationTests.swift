import Testing

@testable import DutchText

struct AbbreviationTests {
  @Test(
    "A definition is the fewest words whose letters spell the abbreviation",
    arguments: [
      (
        "op de Interministeriële Conferentie (IMC) besproken", "IMC",
        "Interministeriële Conferentie"
      ),
      ("de Dienst Vreemdelingenzaken (DVZ)", "DVZ", "Dienst Vreemdelingenzaken"),
      ("het Agentschap Wegen en Verkeer (AWV).", "AWV", "Agentschap Wegen en Verkeer"),
      ("bij de Vlaamse Milieumaatschappij (VMM)", "VMM", "Vlaamse Milieumaatschappij"),
      (
        "het Vlaams Agentschap voor Personen met een Handicap (VAPH)", "VAPH",
        "Vlaams Agentschap voor Personen met een Handicap"
      ),
      ("een persoonsvolgend budget (PVB)", "PVB", "persoonsvolgend budget"),
      ("het Koninklijk Besluit (K.B.)", "K.B.", "Koninklijk Besluit"),
    ])
  func definitions(_ text: String, _ short: String, _ long: String) {
    #expect(
      Abbreviations.definitions(in: text) == [Abbreviations.Definition(short: short, long: long)])
  }

  @Test(
    "What does not spell it defines nothing",
    arguments: [
      "De vraag van de heer Peeters (CD&V)", "een zaak (zie bijlage) en (2017)",
      "(IMC) staat vooraan",
      "de minister antwoordt (N-VA)", "in Brussel (BXL", "dat is (a) niet zo", "het IMC (IMC)",
      "over Dienst. Vreemdelingenzaken (DVZ)",
    ])
  func none(_ text: String) {
    #expect(Abbreviations.definitions(in: text) == [])
  }
}
