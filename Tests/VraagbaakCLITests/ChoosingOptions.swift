import Foundation
import TestSupport
import Testing

/// Options that say what an index is made of, and what tells how much of it was read.
extension OptionCase {
  /// Runs the command on the documents of the fixture.
  private static func index(_ fixture: OptionFixture, _ options: String...) throws
    -> Command.Outcome
  {
    try fixture.command.run(
      ["index", "--index", fixture.index, "--word-list", "/dev/null"] + options)
  }

  private static func json(_ path: String) throws -> [String: Any]? {
    try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any]
  }

  /// Writes two documents, of which one is a draft.
  private static func write(_ fixture: OptionFixture) throws {
    try fixture.write([.init(id: "1", question: "Trams?")])
    try fixture.write([.init(id: "2", question: "Bussen?")], to: "concept.jsonl")
  }

  /// Every file is in the report, which is there also where nothing changed.
  private static func report(_ arguments: String...) -> OptionCase {
    OptionCase("\(arguments[0]) --report") { fixture throws in
      try fixture.build()
      let path = try fixture.file("verslag.json", "oud")
      let command = [arguments[0], "--index", fixture.index, "--report", path]
      let more = arguments[0] == "index" ? [fixture.documents] : []
      #expect(try fixture.command.run(command + arguments.dropFirst() + more).status == 0)
      let report = try json(path)
      let files = report?["files"] as? [[String: Any]] ?? []
      #expect(files.count == 1 && files[0]["documents"] as? Int == 2, "\(files)")
      #expect((report?["totals"] as? [String: Any])?["documents"] as? Int == 2)
      let wrong = try fixture.run(arguments[0], "--report", "/nergens/x.json", fixture.documents)
      #expect(wrong.status != 0)
    }
  }

  static let choosing = [
    OptionCase("index --include") { fixture throws in
      try write(fixture)
      #expect(try index(fixture, "--include", "c*", fixture.documents).status == 0)
      #expect(try fixture.isFound("bussen") && !fixture.isFound("trams"))
    },
    OptionCase("index --exclude") { fixture throws in
      try write(fixture)
      let outcome = try index(fixture, "--exclude", "concept*", fixture.documents)
      #expect(outcome.output.contains("read all 1 file; 1 left out as asked"), "\(outcome)")
      #expect(try fixture.isFound("trams") && !fixture.isFound("bussen"))
    },
    OptionCase("index --files-from") { fixture throws in
      try write(fixture)
      let list = try fixture.file("lijst", fixture.documents + "/concept.jsonl\n")
      #expect(try index(fixture, "--files-from", list).status == 0)
      #expect(try fixture.isFound("bussen") && !fixture.isFound("trams"))
      let piped = try fixture.command.shell(
        "find \(fixture.documents) -name 'a*' | vraagbaak index --index \(fixture.index) "
          + "--word-list /dev/null --files-from -")
      #expect(piped.status == 0, "\(piped)")
      #expect(try fixture.isFound("trams") && !fixture.isFound("bussen"))
      #expect(try index(fixture, "--files-from", "/nergens").status == 2)
      #expect(try index(fixture, "--files-from", "-", "-").status == 2)
      #expect(try index(fixture).status == 2)
    },
    OptionCase("index --null") { fixture throws in
      try write(fixture)
      let piped = try fixture.command.shell(
        "find \(fixture.documents) -name '*.jsonl' -print0 | vraagbaak index "
          + "--index \(fixture.index) --word-list /dev/null --files-from - -0")
      #expect(piped.status == 0, "\(piped)")
      #expect(try fixture.isFound("trams") && fixture.isFound("bussen"))
      #expect(try index(fixture, "--null", fixture.documents).status == 2)
    },
    // Kept with the index, and known by the reader that PDF files then have.
    OptionCase("index --ocr") { fixture throws in
      try write(fixture)
      #expect(try index(fixture, "--ocr", fixture.documents).status == 0)
      #expect(try fixture.run("info", "--format", "json").output.contains("\"pdf+ocr\""))
    },
    report("index", "--word-list", "/dev/null"), report("update"),
    OptionCase("rebuild --report") { fixture throws in
      try fixture.build()
      let path = try fixture.file("verslag.json", "oud")
      #expect(try fixture.run("rebuild", "--report", path).status == 0)
      #expect((try json(path)?["files"] as? [Any])?.count == 1)
      // What cannot be written is said before anything is published.
      #expect(try fixture.run("rebuild", "--report", "/nergens/x.json").status == 3)
      #expect(try fixture.generations().max() == 2)
    },
  ]

  static let extracting = [
    OptionCase("extract --format") { fixture throws in
      let outcome = try fixture.command.run(
        ["extract", "--format", "json", "indexes/voorbeeld/documenten/mestverwerking.txt"])
      let all =
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      let files = all?["files"] as? [[String: Any]] ?? []
      let documents = files.first?["documents"] as? [[String: Any]] ?? []
      #expect(documents.first?["id"] as? String == "mestverwerking", "\(outcome)")
      let text = try fixture.command.run(
        ["extract", "indexes/voorbeeld/documenten/mestverwerking.txt"])
      #expect(text.output.contains("read by plain-text") && text.output.contains("Mestbank"))
      #expect(try fixture.command.run(["extract", "/nergens"]).status == 2)
    },
    OptionCase("extract --all") { fixture throws in
      try fixture.write((1...12).map { .init(id: "\($0)", question: "Tram \($0)?") })
      let some = try fixture.command.run(["extract", fixture.documents]).output
      #expect(some.contains("Tram 10?") && !some.contains("Tram 11?"))
      #expect(some.contains("and 2 more records"))
      let all = try fixture.command.run(["extract", "--all", fixture.documents]).output
      #expect(all.contains("Tram 12?"))
    },
    OptionCase("extract --fields") { fixture throws in
      let file = try fixture.file("x.jsonl", #"{"nr": "9", "tekst": "Hoeveel veerboten?"}"#)
      let fields = ["--fields", "id=nr,question=tekst"]
      let outcome = try fixture.command.run(["extract", file] + fields)
      #expect(outcome.output.contains("Vraag: Hoeveel veerboten?"), "\(outcome)")
    },
    OptionCase("extract --ocr") { fixture throws in
      let file = try fixture.file("leeg.pdf", "%PDF-1.7\n")
      let outcome = try fixture.command.run(["extract", "--ocr", file])
      #expect(outcome.status == 2 && outcome.output.contains("pdf+ocr"), "\(outcome)")
    },
  ]
}

/// What comes from standard input is a source without a file.
struct StandardInputTests {
  @Test("It is kept for checks, updates and rebuilds, and goes with the last index made of it")
  func kept() throws {
    let fixture = try OptionFixture()
    let index = fixture.index
    func pipe(_ word: String) throws -> Command.Outcome {
      try fixture.command.shell(
        #"echo '{"id": "1", "question": "Hoeveel \#(word)?"}' | "#
          + "vraagbaak index --index \(index) --word-list /dev/null -")
    }
    #expect(try pipe("veren").status == 0)
    #expect(try fixture.isFound("veren"))
    #expect(try fixture.run("check").output.contains("1 documents compared"))
    #expect(try fixture.run("update").output.contains("1 file unchanged"))
    #expect(try fixture.run("rebuild").status == 0)
    #expect(try fixture.isFound("veren"))
    // The generation before was made of it; the one after that is not.
    #expect(try pipe("trams").status == 0)
    let store = index + "/.standard-input"
    #expect(try FileManager.default.contentsOfDirectory(atPath: store).count == 2)
    #expect(try fixture.run("rollback").status == 0)
    #expect(try fixture.run("check").output.contains("1 documents compared"))
    try fixture.build()
    #expect(try fixture.run("rebuild", "--keep", "0").status == 0)
    #expect(!FileManager.default.fileExists(atPath: store))
    // What gives nothing leaves nothing.
    let empty = try fixture.command.shell(
      "vraagbaak index --index \(index)-leeg --word-list /dev/null - < /dev/null")
    #expect(empty.status == 2, "\(empty)")
    #expect(!FileManager.default.fileExists(atPath: index + "-leeg"))
  }
}
