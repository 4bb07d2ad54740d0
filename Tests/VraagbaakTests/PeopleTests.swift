import Testing
import WrittenQuestions

@testable import Vraagbaak

/// One person is one in filters and facets, however the sources write the name.
struct PeopleTests {
  private func sources(_ records: [String]) throws -> Sources {
    let sources = try Sources()
    try sources.write("a.jsonl", records.joined(separator: "\n") + "\n")
    try sources.build()
    return sources
  }

  private func record(_ id: String, _ fields: String) -> String {
    #"{"id": "\#(id)", "question": "Hoeveel trams?", \#(fields)}"#
  }

  private func facet(_ field: FacetField, of sources: Sources) async throws -> [String: Int] {
    let found = try await sources.index.searcher().search(.everything, .init(facets: [field]))
    return Dictionary(
      uniqueKeysWithValues: try #require(found.facets.first).values.map { ($0.name, $0.count) })
  }

  private func members() throws -> Sources {
    try sources([
      record("a", #""asker": "SAM VAN ROOY", "party": "VB""#),
      record("b", #""asker": "Van Rooy, Sam", "party": "VB""#),
      record("c", #""asker": "de heer Sam van Rooy (VB)""#),
      record("d", #""asker": "het lid Van Rooy (VB)""#),
      record("e", #""asker": "S. Van Rooy", "party": "VB""#),
      record("f", #""asker": "Van Rooy", "party": "Groen""#),
      record("g", #""asker": "Wim Van Rooy", "party": "N-VA""#),
    ])
  }

  @Test("All forms of a name are one value, whose filter finds what it counts")
  func forms() async throws {
    let sources = try members()
    // Whom Groen has is not known.
    #expect(
      try await facet(.asker, of: sources) == ["Sam Van Rooy": 5, "Wim Van Rooy": 1, "Van Rooy": 7])
    for name in [
      "Sam Van Rooy", "Van Rooy, Sam", "SAM VAN ROOY", "Sam van Rooy (VB)", "de heer Sam Van Rooy",
      "VAN ROOY Sam",
    ] {
      #expect(try await sources.ids("vrager:\"\(name)\"") == ["a", "b", "c", "d", "e"], "\(name)")
    }
    #expect(try await sources.ids("vrager:\"het lid Van Rooy (VB)\"").count == 7)
    #expect(try await sources.ids("vrager:\"S. Van Rooy\"") == ["e"])
    #expect(try await sources.ids("vrager:\"Wim Van Rooy\"") == ["g"])
  }

  @Test("A second member of that name in the party leaves the short name to itself")
  func ambiguous() async throws {
    let sources = try members()
    try sources.write("b.jsonl", record("h", #""asker": "Staf Van Rooy", "party": "VB""#) + "\n")
    _ = try sources.index.update()
    #expect(try await sources.ids("vrager:\"Sam Van Rooy\"") == ["a", "b", "c"])
    let counts = try await facet(.asker, of: sources)
    #expect(counts["Sam Van Rooy"] == 3 && counts["Van Rooy"] == 8)
    // The initial of both.
    #expect(counts["S. Van Rooy"] == 1)
    try sources.remove("b.jsonl")
    _ = try sources.index.update()
    #expect(try await facet(.asker, of: sources)["Sam Van Rooy"] == 5)
  }

  @Test("A whole name without a party is meant where the party has no other")
  func withoutParty() async throws {
    let sources = try sources([
      record("a", #""asker": "Michiel van Nispen""#),
      record("b", #""asker": "het lid Van Nispen (SP)""#),
      record("c", #""asker": "Jasper van Dijk", "party": "SP""#),
      record("d", #""asker": "Gijs van Dijk""#),
      record("e", #""asker": "Van Dijk", "party": "SP""#),
      record("f", #""asker": "Van Dijk""#),
    ])
    let counts = try await facet(.asker, of: sources)
    #expect(
      counts
        == ["Michiel van Nispen": 2, "Jasper van Dijk": 2, "Gijs van Dijk": 1, "Van Dijk": 4])
    for (name, count) in counts {
      #expect(try await sources.ids("vrager:\"\(name)\"").count == count, "\(name)")
    }
  }

  @Test("Whoever is known in another party is not meant, also where a source leaves the party out")
  func otherParty() async throws {
    let sources = try sources([
      record("a", #""asker": "Jasper van Dijk", "party": "SP""#),
      record("b", #""asker": "VAN DIJK, Jasper""#),
      record("c", #""asker": "het lid Van Dijk (CDA)""#),
      record("d", #""asker": "het lid Van Dijk (SP)""#),
    ])
    #expect(try await facet(.asker, of: sources) == ["Jasper van Dijk": 3, "Van Dijk": 4])
    #expect(try await sources.ids("vrager:\"Jasper van Dijk\"") == ["a", "b", "d"])
  }

  @Test("A double name is known by its halves, with and without accents")
  func halves() async throws {
    let sources = try sources([
      record("a", #""asker": "het lid Yesilgöz (VVD)""#),
      record("b", #""asker": "Dilan Yeşilgöz-Zegerius", "party": "VVD""#),
      record("c", #""asker": "Dilan Yeşilgöz (VVD)""#),
      record("d", #""asker": "D. Yesilgoz (VVD)""#),
      record("e", #""asker": "Yeşilgöz (SP)""#),
    ])
    let name = "Dilan Yeşilgöz-Zegerius"
    #expect(try await facet(.asker, of: sources) == [name: 4, "Yeşilgöz": 5])
    #expect(try await sources.ids("vrager:\"\(name)\"") == ["a", "b", "c", "d"])
    #expect(try await sources.ids("vrager:Yesilgoz").count == 5)
  }

  @Test("A party is one under all of its names, for its members too")
  func parties() async throws {
    let sources = try sources([
      record("a", #""asker": "Sam Van Rooy (Vlaams Belang)""#),
      record("b", #""asker": "het lid Van Rooy (VB)""#),
      record("c", #""asker": ["An Bo", "Jo Li"], "party": ["sp.a", "SP.A"]"#),
      record("d", #""asker": "An Bo", "party": "Vooruit""#),
      record("e", #""asker": "Ed Wit", "party": "SP""#),
      record("f", #""asker": "Ed Wit", "party": "GroenLinks-PvdA""#),
      record("g", #""asker": "Ed Wit", "party": "PvdA""#),
      record("h", #""asker": "Ed Wit", "party": "Lijst X-Y""#),
      record("i", #""asker": "Peter Bos", "party": "PTB""#),
      record("j", #""asker": "Peter Bos", "party": "PVDA""#),
    ])
    let counts = try await facet(.party, of: sources)
    #expect(
      counts == [
        "Vlaams Belang": 2, "Vooruit": 2, "SP": 1, "GroenLinks-PvdA": 1, "PvdA": 1, "Lijst X-Y": 1,
        "PTB": 2,
      ])
    for (name, count) in counts {
      #expect(try await sources.ids("partij:\"\(name)\"").count == count, "\(name)")
    }
    #expect(try await sources.ids("partij:VB") == ["a", "b"])
    #expect(try await sources.ids("partij:spa") == ["c", "d"])
    #expect(try await sources.ids("partij:sp") == ["e"])
    #expect(try await sources.ids("partij:PvdA") == ["g"])
    #expect(try await sources.ids("partij:pvda") == ["g", "i", "j"])
    #expect(try await sources.ids("partij:\"lijst xy\"") == ["h"])
    #expect(try await sources.ids("partij:lijst") == ["h"])
    #expect(try await sources.ids("partij:vlaams*") == ["a"])
    #expect(try await sources.ids("partij:D66") == [])
    #expect(try await facet(.asker, of: sources)["Sam Van Rooy"] == 2)
  }

  @Test("Initials are more than a family name alone, and less than a first name")
  func initials() async throws {
    var records = [
      record("a", #""minister": "H.M. de Jonge""#), record("b", #""minister": "De Jonge""#),
    ]
    #expect(try await facet(.minister, of: sources(records)) == ["H.M. de Jonge": 2])
    #expect(try await sources(records).ids("minister:\"H.M. de Jonge\"") == ["a", "b"])
    records.append(record("c", #""minister": "H. de Jonge""#))
    #expect(
      try await facet(.minister, of: sources(records))
        == ["H.M. de Jonge": 1, "H. de Jonge": 1, "De Jonge": 3])
    records.append(record("d", #""minister": "Hugo de Jonge""#))
    #expect(try await facet(.minister, of: sources(records)) == ["Hugo de Jonge": 4])
  }

  @Test("A minister is one under all roles, and is found by name and by role")
  func ministers() async throws {
    let sources = try sources([
      record("a", #""minister": "Ferd Grapperhaus", "role": "Minister van Justitie""#),
      record("b", #""minister": "Grapperhaus", "role": "Minister van Justitie en Veiligheid""#),
      record("c", #""minister": "minister Grapperhaus (Justitie en Veiligheid)""#),
      record("d", #""role": "Minister van Justitie en Veiligheid""#),
    ])
    let counts = try await facet(.minister, of: sources)
    #expect(counts == ["Ferd Grapperhaus": 3, "Minister van Justitie en Veiligheid": 2])
    for (name, count) in counts {
      #expect(try await sources.ids("minister:\"\(name)\"").count == count, "\(name)")
    }
    #expect(try await sources.ids("minister:\"Justitie en Veiligheid\"") == ["b", "c", "d"])
    #expect(try await sources.ids("minister:Grapperhaus minister:veiligheid") == ["b", "c"])
  }

  @Test("A facet's value used as a filter gives its count, for names of any kind")
  func counts() async throws {
    let names = [
      "Thieme", "M. Thieme", "Marianne Thieme", "Van den Berg", "Joba van den Berg",
      "J. van den Berg",
      "Berg, Jan van den", "(", "Peeters*", "An-Sofie D'Haese", "AN-SOFIE D'HAESE", "D'Haese", "Bo",
    ]
    let parties = ["PvdD", "VB", ""]
    let records = names.flatMap { name in
      parties.map { party in
        record(
          "\(name)-\(party)", #""asker": "\#(name)", "party": "\#(party)", "minister": "\#(name)""#)
      }
    }
    let sources = try sources(records)
    let searcher = try sources.index.searcher()
    let found = try await searcher.search(.everything, .init(facets: [.asker, .minister]))
    #expect(found.total.count == records.count)
    for (facet, field) in zip(found.facets, [FilterField.asker, .minister]) {
      #expect(facet.values.count > 3)
      for value in facet.values {
        let total = try await searcher.search(.filter(field, [value.name])).total
        #expect(total.count == value.count, "\(field) \(value.name)")
      }
    }
  }
}
