import Testing

@testable import Vraagbaak

/// The file of saved searches, as people write it.
struct SavedSearchesTests {
  private func parse(_ text: String) throws(AlertsError) -> SavedSearches {
    try SavedSearches(parsing: Array(text.utf8), name: "z.json")
  }

  @Test("A search has a name, a query with its filters, and how often it runs")
  func read() throws {
    let read = try parse(
      """
      \u{FEFF}[{"name": " Stikstof\\n", "query": "stikstof partij:BBB", "every": "week"},
       {"query": "status:open", "name": "Open"}]
      """)
    #expect(read.faults.isEmpty)
    #expect(read.searches.map(\.name) == ["Stikstof", "Open"])
    #expect(read.searches.map(\.every) == [.week, nil])
    #expect(read.searches[0].parsed.query == (try .parse("stikstof partij:BBB")))
  }

  @Test("Every name of an interval is one", arguments: ["dag", "day", "Week", "maand", "MONTH"])
  func intervals(_ name: String) throws {
    let read = try parse(#"[{"name": "a", "query": "b", "every": "\#(name)"}]"#)
    #expect(read.faults.isEmpty && read.searches[0].every != nil)
  }

  @Test(
    "A wrong entry is said with its place and what helps, and the others run",
    arguments: [
      (#"7"#, "no object"), (#"{"query": "x"}"#, "no name"), (#"{"name": "n"}"#, "no query"),
      (#"{"name": "n", "query": " "}"#, "no query"), (#"{"name": 7, "query": "x"}"#, "no name"),
      (#"{"name": "n", "query": "x", "every": "jaar"}"#, "\"week\""),
      (#"{"name": "n", "query": "x", "every": 7}"#, "\"week\""),
      (#"{"name": "n", "query": "x", "evry": "dag"}"#, "evry"),
      (#"{"name": "n", "query": "vragr:Rooy"}"#, "did you mean vrager:"),
      (#"{"name": "Eerste", "query": "x"}"#, "this name"), (#"null"#, "no object"),
    ])
  func faults(_ entry: String, _ reason: String) throws {
    let read = try parse(
      #"[{"name": "Eerste", "query": "a"}, \#(entry), {"name": "Laatste", "query": "b"}]"#)
    #expect(read.searches.map(\.name) == ["Eerste", "Laatste"])
    let fault = try #require(read.faults.first)
    #expect(read.faults.count == 1 && fault.entry == 2)
    #expect(fault.description.hasPrefix("z.json: entry 2"))
    #expect(fault.reason.contains(reason), "\(fault)")
  }

  @Test(
    "A file that is no list says so and what to write",
    arguments: ["", "{", "{}", "7", "[\u{1}]", "\"a\"", "[1] 2"])
  func noList(_ text: String) {
    let error = #expect(throws: AlertsError.self) { try parse(text) }
    #expect(
      error?.description.hasPrefix("z.json: it is no ") == true, "\(String(describing: error))")
    #expect(error?.description.contains(#""query": "WORDS""#) == true)
  }

  @Test("A file that is not there is named")
  func missing() {
    #expect(throws: AlertsError.index(.noSuchSource(path: "/nergens/z.json"))) {
      try SavedSearches(file: "/nergens/z.json")
    }
  }
}
