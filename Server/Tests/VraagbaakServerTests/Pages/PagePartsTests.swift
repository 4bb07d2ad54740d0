import Mustache
import Testing
import Vraagbaak

@testable import VraagbaakServer

/// Addresses, templates and wordings without a server.
struct PagePartsTests {
  @Test("Every template can be read")
  func templates() {
    for name in PageTemplates.sources.keys {
      #expect(PageTemplates.library.getTemplate(named: name) != nil, "\(name)")
    }
  }

  @Test(
    "A filter is the value as it is, whatever is in it and whatever is typed beside it",
    arguments: ["N-VA", "een \"twee\" drie", "met „lage” en «hoek»", "a|b (c) OR d", "schuin\\"],
    ["taal", "27\" breed", "a OR b", "(los", ""])
  func filters(value: String, words: String) throws {
    let address = SearchAddress(words).with(.party, value)
    let parsed = try ParsedQuery(address.query).query
    let filter = SearchQuery.filter(.party, [value == "schuin\\" ? "schuin" : value])
    switch parsed {
    case .group(let must, _, _): #expect(must.contains(filter))
    default: #expect(parsed == filter)
    }
  }

  @Test("The same search has the same address, and the first page none of its own")
  func addresses() {
    let address = SearchAddress("a&b", sort: .date, page: 3).with(.theme, "x y")
    #expect(address.path == "/zoeken?q=a%26b&thema=x%20y&sort=date")
    #expect(address.onPage(2).path == "/zoeken?q=a%26b&thema=x%20y&sort=date&pagina=2")
    #expect(SearchAddress().isEmpty && SearchAddress(" \n").isEmpty)
    #expect(!SearchAddress().with(.party, "Groen").isEmpty)
  }

  @Test("Thousands have points, and one is one")
  func wording() {
    #expect([0, 999, 1_000, 1_234_567].map(Wording.number) == ["0", "999", "1.000", "1.234.567"])
    #expect(Wording.questions(1) == "1 vraag" && Wording.questions(2) == "2 vragen")
    #expect(
      Wording.brief("Minister van Justitie, belast met de Noordzee") == "Minister van Justitie")
  }
}
