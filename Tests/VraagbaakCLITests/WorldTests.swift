import Foundation
import Testing

/// What the world does to a command: files that are not there, or of another form, or not to be touched.
struct WorldTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func script(_ text: String) throws -> Command.Outcome { try place.shell(text) }

  /// Runs a command as a user who owns nothing here; nil where the tests may not change user.
  private func stranger(_ arguments: String, temporary: String = "/tmp") throws -> Command.Outcome?
  {
    guard getuid() == 0 else { return nil }
    let user = "setpriv --reuid=65534 --regid=65534 --clear-groups"
    return try script(
      """
      chmod 755 . ; cp -n "$(command -v vraagbaak)" vb; chmod 755 vb
      TMPDIR=\(temporary) LD_LIBRARY_PATH="$LD_LIBRARY_PATH" \(user) ./vb \(arguments)
      """)
  }

  // MARK: Rights

  @Test("An index that may only be read is searched and verified")
  func readOnly() throws {
    try place.build(Workplace.records)
    for command in ["search --index ./ix trams", "check --index ./ix", "info --index ./ix"] {
      for place in ["/tmp", "/nergens"] {
        guard let outcome = try stranger(command, temporary: place) else { return }
        #expect(outcome.status == 0, "\(outcome)")
      }
    }
    #expect(try script("ls ix/*.new ix/lock; stat -c %U ix/lock").output.contains("root"))
  }

  @Test(
    "What is forbidden is said as such, and no other index advised",
    arguments: ["ix", "ix/CURRENT", "ix/generation-000001", "ix/generation-000001/in-use"])
  func forbidden(path: String) throws {
    try place.build(Workplace.records)
    _ = try script("chmod go-rwx \(path)")
    for command in ["search --index ./ix trams", "check --index ./ix", "rollback --index ./ix"] {
      guard let outcome = try stranger(command) else { return }
      #expect(outcome.status == 3 && outcome.errors.contains("Permission denied"), "\(outcome)")
      #expect(!outcome.errors.contains("with: vraagbaak"), "\(outcome)")
    }
  }

  @Test(
    "Neither is a directory that may not be looked into taken for one without indexes or documents")
  func hidden() throws {
    _ = try script("mkdir -p dicht/ix indexes/standaard; chmod 700 dicht indexes/standaard")
    for command in [
      "search --index dicht/ix trams", "rollback --index dicht/ix", "search trams",
      "index --index /tmp/vb-nergens-\(UUID()) dicht", "index --dry-run dicht",
      "index --index ./nieuw vb",
    ] {
      guard let outcome = try stranger(command) else { return }
      #expect(outcome.status == 3 && outcome.errors.contains("Permission denied"), "\(outcome)")
      #expect(!outcome.errors.contains("Error"), "\(outcome)")
    }
    _ = try script("chmod 700 indexes")
    guard let outcome = try stranger("search trams") else { return }
    #expect(outcome.errors.contains("Permission denied"), "\(outcome)")
  }

  // MARK: Files of settings

  @Test("A bad line of synonyms is a warning, and the others are used")
  func synonyms() throws {
    try place.build(Workplace.records)
    let text = "trams = veren\nlos\nfietsen = rijwielen\n"
    try place.write("ix/synoniemen.txt", text)
    try place.write("eigen.txt", text)
    for (option, file) in [("", "./ix/synoniemen.txt"), ("--synonyms eigen.txt", "eigen.txt")] {
      let outcome = try script("vraagbaak search --index ./ix \(option) rijwielen")
      #expect(outcome.status == 0 && outcome.output.contains("[4]"), "\(outcome)")
      #expect(outcome.errorLines.filter { $0.hasPrefix("vraagbaak: \(file):2: ") }.count == 1)
    }
    #expect(try script("vraagbaak search --index ./ix --synonyms nergens trams").status == 2)
    try place.write("t.tsv", "q1\ttrams\n")
    for command in ["diff --topics t.tsv 1 1", "rebuild --check t.tsv", "trec-run --topics t.tsv"] {
      let outcome = try script("vraagbaak \(command) --index ./ix")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.errorLines.filter { $0.contains("synoniemen.txt:2: ") }.count == 1)
    }
  }

  @Test("A list of words that is not there is an error, and for a rebuild a warning that names it")
  func wordList() throws {
    try place.build(Workplace.records)
    for list in ["/nergens/lijst", "."] {
      let outcome = try script("vraagbaak index --index ./nieuw --word-list \(list) vragen.jsonl")
      #expect(outcome.status >= 2 && outcome.errors.contains(list == "." ? "directory" : list))
    }
    #expect(try script("ls nieuw").status != 0)
    let rebuilt = try script(
      """
      echo tram > lijst; vraagbaak index --quiet --index ./ix --word-list lijst vragen.jsonl
      rm lijst; mkdir elders; cd elders; vraagbaak rebuild --index ../ix
      """)
    #expect(rebuilt.status == 0 && rebuilt.errors.contains("no word list at \(place.path)/lijst"))
  }

  @Test("A variable that is no number is an error, as the option is")
  func keep() throws {
    try place.build(Workplace.records)
    for command in ["index --index ./ix vragen.jsonl", "rebuild --index ./ix"] {
      for value in ["abc", "-1", "1.5"] {
        let outcome = try script("VRAAGBAAK_KEEP=\(value) vraagbaak \(command)")
        #expect(outcome.status == 2 && outcome.errors.contains("VRAAGBAAK_KEEP"), "\(outcome)")
      }
      #expect(try script("VRAAGBAAK_KEEP= vraagbaak \(command)").status == 0)
      #expect(try script("VRAAGBAAK_KEEP=abc vraagbaak \(command) --keep 1").status == 0)
    }
  }

  @Test(
    "Saved queries may have a byte order mark and spaces in ids; another format is an error, a wrong line a warning"
  )
  func topics() throws {
    try place.build(Workplace.records)
    try place.write("t.tsv", "\u{feff}q1\ttrams\r\nq\u{202e} 2\tveren\r\n")
    let run = try script("vraagbaak trec-run --index ./ix --topics t.tsv")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.allSatisfy { $0.split(separator: " ", omittingEmptySubsequences: false).count == 6 })
    #expect(Set(lines.map { $0.prefix { $0 != " " } }) == ["q1", "q_2"])
    try place.write("fout.tsv", "q1\ttrams\nq2 zonder tab\n")
    try place.write("fout.json", #"{"q1": "trams"}"#)
    _ = try script("head -c 3000 \"$(command -v vraagbaak)\" > fout.bin")
    for (file, line, status) in [("fout.tsv", 2, 0), ("fout.json", 1, 2), ("fout.bin", 1, 2)] {
      for command in [
        "trec-run --index ./ix --topics \(file)", "diff --index ./ix --topics \(file) 1 1",
        "rebuild --index ./ix --check \(file)",
      ] {
        let outcome = try script("vraagbaak \(command)")
        #expect(outcome.status == Int32(status), "\(outcome)")
        #expect(outcome.errors.contains("\(file):\(line): "), "\(outcome)")
      }
    }
  }

  // MARK: Names of files

  @Test("Names that are no UTF-8 are typed, printed and found; an index has a name that is")
  func latinNames() throws {
    _ = try script(
      """
      mkdir bron; cd bron
      printf 'Titel\\n\\n1. Hoeveel trams?\\n\\nANTWOORD\\n\\n1. Drie.\\n' > $'vraag\\xe9.txt'
      """)
    let built = try script(
      #"vraagbaak index --quiet --index ./ix --word-list /dev/null bron/$'vraag\xe9.txt'"#)
    #expect(built.status == 0 && built.errors.isEmpty, "\(built)")
    let found = try script("vraagbaak search --index ./ix trams")
    #expect(found.output.contains("[vraag%E9] bron/vraag%E9.txt, bytes"), "\(found)")
    #expect(try script("vraagbaak show --index ./ix vraag%E9").status == 0)
    let removed = try script(
      #"vraagbaak remove --index ./ix --source bron/$'vraag\xe9.txt'"#)
    #expect(removed.output.contains("1 removed"), "\(removed)")
    for command in ["index --index ./$'\\xe9' bron", "snapshot --index ./ix ./$'\\xe9'"] {
      let outcome = try script("vraagbaak \(command)")
      #expect(outcome.status == 2 && outcome.errors.contains("./%E9: the name of an index"))
    }
  }

  // MARK: Nothing found

  @Test("A build that finds nothing leaves nothing behind, and an index that was there as it was")
  func nothingFound() throws {
    try place.write("leeg/lees.md", "niets")
    try place.write("stuk/a.jsonl", "geen json\n")
    for sources in ["leeg", "stuk", "nergens"] {
      for index in ["./een/twee/ix", "./ix"] {
        let outcome = try script("vraagbaak index --index \(index) \(sources)")
        #expect(outcome.status == 2, "\(outcome)")
      }
      #expect(try script("ls een ix").output.isEmpty)
    }
    _ = try script("mkdir ix; vraagbaak index --index ./ix stuk")
    #expect(try script("ls -A ix").output.isEmpty && script("ls -d ix").status == 0)
    try place.build(Workplace.records)
    #expect(try script("vraagbaak index --index ./ix stuk").status == 2)
    #expect(try script("vraagbaak search --index ./ix trams").status == 0)
    #expect(try script("vraagbaak check --index ./ix").status == 0)
  }
}
