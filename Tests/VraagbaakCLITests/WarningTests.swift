import Testing

/// What is said of records that are indexed, but not with all that they say.
struct WarningTests {
  @Test("Some warnings of a kind are printed, and how many more there are")
  func counted() throws {
    let place = try Workplace()
    let lines = (1...5).map { #"{"id": \#($0), "question": "Trams?", "date": "ooit"}"# }
    try place.write("vragen/a.jsonl", lines.joined(separator: "\n"))
    let built = try place.shell("vraagbaak index --word-list /dev/null --quiet --index ix vragen")
    #expect(built.status == 0)
    let errors = built.errors.split(separator: "\n")
    #expect(
      errors.prefix(3).map { $0.split(separator: ": ", maxSplits: 2).last }
        == (1...3).map {
          "vragen/a.jsonl:\($0): field \"date\" is no date that can be read: ooit"
        })
    #expect(
      errors.dropFirst(3)
        == ["vraagbaak: warning: 2 more in which field \"date\" is no date that can be read"])
  }

  @Test("A list of records in which no field is a text is told to say what its fields mean")
  func list() throws {
    let place = try Workplace()
    try place.write("a b.json", "[\n{\"id\": 1, \"tekst\": \"Hoeveel trams?\"}\n]\n")
    let failed = try place.shell("vraagbaak index --word-list /dev/null --index ix 'a b.json'")
    #expect(failed.status != 0)
    #expect(failed.errors.contains("--fields"), "\(failed)")
    let built = try place.shell(
      "vraagbaak index --word-list /dev/null --index ./ix --fields id=id,question=tekst 'a b.json'")
    #expect(built.status == 0, "\(built)")
  }
}
