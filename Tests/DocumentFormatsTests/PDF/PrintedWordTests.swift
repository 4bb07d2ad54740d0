import Extraction
import Testing

@testable import DocumentFormats

@Suite struct PrintedWordTests {
  private let words = HyphenEvidence(
    words: ["lhbti-gemeenschap", "quantumveilige", "quantum-proof", "hbo-instellingen", "partijen"])

  private func join(_ head: String, _ tail: String, _ following: String = "") -> LineEndHyphen.Join
  {
    LineEndHyphen.join(head, tail, following: following, words)
  }

  @Test(arguments: [
    ("regen-", "boogprovincie"), ("Ameri-", "kaanse"), ("geïnfor-", "meerd"),
    ("(persoonsge-", "gevens),"),
    ("quantum-", "veilige"), ("financi-", "eel"), ("ex-", "tra"), ("oud-", "ste"), ("niet-", "ig"),
    ("ex-", "pert"), ("verzekerings-", "arts"), ("gemeente\u{AD}", "lijk"), ("schrij-", "ven"),
    ("partij-", "en"), ("Neder-", "land"), ("psy-", "chiater"),
    ("pro-", "ject"), ("minister-", "raad"), ("kandidaat-", "stelling"), ("leerling-", "aantallen"),
    ("seri-", "eus"),
  ]) func brokenWordsAreMadeWhole(head: String, tail: String) {
    #expect(join(head, tail) == .undone)
  }

  @Test(arguments: [
    ("WIA-", "uitkering"), ("ENTSO-E-", "verband"), ("CCS-", "projecten"), ("NRC-", "artikel"),
    ("Noord-", "Holland"), ("BENs-", "overleg"), ("lhbti-", "gemeenschap"), ("mkb-", "bedrijven"),
    ("hbo-", "opleiding"), ("zee-", "egel"), ("auto-", "ongeluk"), ("niet-", "gouvernementele"),
    ("oud-", "minister"),
    ("ex-", "partner"), ("secretaris-", "generaal"), ("minister-", "president"), ("e-", "mail"),
    ("G7-", "landen"), ("vice-", "premier"), ("Faber-", "van"), ("kandidaat-", "notaris"),
    ("sociaal-", "economisch"),
  ]) func hyphensOfTheWordStay(head: String, tail: String) {
    #expect(join(head, tail) == .closed)
  }

  @Test(arguments: [
    ("aanloop-", "en", "opstartkosten"), ("Informatica-CWI-", "en", "TNO"),
    ("in-", "of", "uitvoer"),
    ("nationaal", "beleid", ""), ("onderzoeks-", "respectievelijk", "leeragenda"),
    ("–", "zowel", ""),
  ]) func partsThatAreLeftOutKeepTheirSpace(head: String, tail: String, following: String) {
    #expect(join(head, tail, following) == .space)
  }

  @Test func aTremaThatFellAwayComesBack() {
    #expect(join("ge-", "informeerd") == .undoneWithTrema)
    #expect(join("co-", "operatie") == .undoneWithTrema)
    #expect(Trema.onFirst("informeerd") == "ïnformeerd")
  }

  @Test(arguments: [
    ("https://", "www.movisie.nl/sites"),
    ("https://nos.nl/artikel/25-aanbieders-", "nauwelijks-meer)"),
    ("www.movisie.nl/files/2022%20provincies", "%202022.pdf"), ("info@", "voorbeeld.be"),
    ("jan.jansen", "@voorbeeld.nl"), ("jan@vlaamse-", "instelling.be"), ("en/", "of"),
    ("2023–", "2024"),
  ]) func addressesAndPairsAreClosed(head: String, tail: String) {
    #expect(join(head, tail) == .closed)
  }

  @Test(arguments: [
    ("Kostic´", "Kostić"), ("Yes¸ilgöz", "Yeşilgöz"), ("Oekrai¨ne", "Oekraïne"),
    ("co¨ordinatie", "coördinatie"),
    ("c\u{301}", "ć"), ("foto´s", "foto’s"), ("´s-Gravenhage", "’s-Gravenhage"), ("cafe´", "café"),
    ("ﬁnanciën", "financiën"), ("ge\u{AD}meente", "gemeente"), ("a\u{A0}b", "a b"),
    ("\u{F0B7}", "•"),
    ("Sˇemeta", "Šemeta"),
  ]) func charactersAreAsTheyAreMeant(printed: String, written: String) {
    #expect(Array(PrintedText.written(printed).unicodeScalars) == Array(written.unicodeScalars))
  }

  @Test func quotesOfPropertiesAreQuotes() {
    #expect(PrintedText.property("\u{8F}Kritiek\u{90}") == "‘Kritiek’")
  }

  @Test func spacedLettersAreClosed() {
    var words: [PrintedWord] = []
    var left = 0.0
    for letter in "VRAAG 12 AAN" {
      if letter != " " {
        words.append(
          PrintedWord(
            text: String(letter), box: Box(left: left, top: 0, right: left + 5, bottom: 10),
            size: 10))
      }
      left += letter == " " ? 3 : 6.5
    }
    #expect(PrintedLine(SpacedLetters.closed(words)).text == "VRAAG 12 AAN")
  }

  @Test func whoBreaksWordsWithASignOfItsOwnKeepsTheOther() {
    var sheet = Sheet()
    sheet.print(
      lines: [
        "De gemeenten hebben in de afge\u{2010}", "lopen jaren met de regering gespro\u{2010}",
        "ken over de steun die zij ver\u{2010}", "wachten bij de nieuwe fiets-",
        "helm en wat daarvan komt bij de NO\u{2010}", "VAG.",
      ], top: 100)
    let text = ExtractedText(sheet).whole
    #expect(text.contains("afgelopen") && text.contains("fiets-helm") && text.contains("NOVAG"))
  }

  @Test func aLittleRoomBehindJoinedLettersIsNoSpace() {
    var sheet = Sheet()
    sheet.print("Dat is een toezichthouder die onaf", top: 100)
    sheet.goOn("hankelijk is", space: 1)
    #expect(ExtractedText(sheet).whole == "Dat is een toezichthouder die onafhankelijk is")
  }
}
