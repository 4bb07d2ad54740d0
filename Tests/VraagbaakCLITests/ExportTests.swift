import Testing

/// Hits for spreadsheets and scripts.
struct ExportTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.build(Workplace.records)
  }

  @Test("A table has the columns that were asked for, in the format of the spreadsheet")
  func columns() throws {
    let command = "vraagbaak search trams --index ./ix --format csv --columns id,kind"
    #expect(try place.shell(command).output == "id,kind\r\n1,vraag\r\n2,vraag\r\n")
    #expect(
      try place.shell(command + " --separator ';' --bom --limit 1").output
        == "\u{feff}id;kind\r\n1;vraag\r\n")
    #expect(try place.shell(command + ",kleur").status == 2)
    #expect(try place.shell("vraagbaak search trams --index ./ix --bom").status == 2)
  }

  @Test("All hits are written, page after page, each once")
  func all() throws {
    try place.build(
      (1...2_345).map { #"{"id": "\#($0)", "question": "Hoeveel trams in straat \#($0)?"}"# })
    let outcome = try place.shell(
      "vraagbaak search trams --index ./ix --all --format csv --columns rank,id")
    let lines = outcome.output.split(whereSeparator: \.isNewline).dropFirst()
    #expect(outcome.status == 0 && lines.count == 2_345)
    #expect(Set(lines.map { $0.split(separator: ",")[1] }).count == 2_345)
    #expect(lines.map { $0.split(separator: ",")[0] } == (1...2_345).map { "\($0)" })
  }

  @Test("A batch names each query, and one that is wrong keeps no other from being run")
  func batch() throws {
    try place.write("vragen.txt", "trams\n\nv\tveren\nstatus:kapot\nfietsen\n")
    let command = "vraagbaak search --batch vragen.txt --index ./ix"
    let outcome = try place.shell(command + " --format tsv --columns id")
    #expect(outcome.status == 2)
    #expect(outcome.output == "query\tid\ntrams\t1\ntrams\t2\nv\t3\nfietsen\t4\n")
    #expect(outcome.errors.contains("vragen.txt:4: "))
    let json = try place.shell(command + " --format jsonl").output.split(separator: "\n")
    #expect(json.count == 3 && json[1].contains(#""name":"v""#) && json[1].contains(#""schema":2"#))
    #expect(try place.shell(command + " trams").status == 2)
  }
}
