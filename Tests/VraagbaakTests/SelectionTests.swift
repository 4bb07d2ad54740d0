import Extraction
import Glibc
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Which files below a path are sources.
struct SelectionTests {
  let sources: Sources
  var index: Index { sources.index }

  init() throws { sources = try Sources() }

  @Test(
    "A pattern matches as in .gitignore",
    arguments: [
      ("*.pdf", ["a.pdf", "2019/a.pdf", "2019/b/.pdf"], ["a.pdfx", "pdf", "a.PDF"]),
      ("/*.pdf", ["a.pdf"], ["2019/a.pdf"]),
      ("2019/*.pdf", ["2019/a.pdf"], ["2019/b/a.pdf", "x/2019/a.pdf"]),
      ("**/2019/a?.pdf", ["2019/ab.pdf", "x/y/2019/aé.pdf"], ["2019/a.pdf", "2019/x/ab.pdf"]),
      ("2019/**/a.pdf", ["2019/a.pdf", "2019/x/a.pdf", "2019/x/y/a.pdf"], ["a.pdf", "2019a.pdf"]),
      ("2019/**", ["2019/a", "2019/x/y"], ["2019", "x/2019/a"]),
      ("**/x/**", ["x/a", "q/x/a/b"], ["x", "q/x"]),
      ("[0-9a]*[!x]", ["2019", "ab"], ["b2", "2x", "2"]),
      ("caf\u{e9}", ["cafe\u{301}"], ["cafe"]),
      (#"\*.t[xyz]t"#, ["*.txt"], ["a.txt"]), ("[", ["["], ["a"]), ("a[b", ["a[b"], ["ab"]),
      ("**", ["a", "a/b"], []), ("*a*a*a*b", ["aaab", "xaxaxab"], ["aaaaaaaaaaaaaaaaaaaaaa"]),
    ] as [(String, [String], [String])])
  func patterns(pattern: String, matching: [String], others: [String]) {
    let compiled = PathPattern(pattern)
    func matches(_ path: String) -> Bool {
      compiled.matches(path.split(separator: "/").map(String.init), isDirectory: false)
    }
    for path in matching { #expect(matches(path), "\(pattern) \(path)") }
    for path in others { #expect(!matches(path), "\(pattern) \(path)") }
  }

  private func files(
    _ selection: SourceSelection, _ roots: [SourcePath]? = nil
  ) throws -> [String] {
    let roots = roots ?? [SourcePath(sources.directory)]
    let reader = SourceReader(
      index, places: SourcePaths(), mapping: nil, roots: roots, selection: selection)
    let start = sources.directory.utf8.count + 1
    return try SourceFiles(reader).find(roots).files.map { String($0.text.dropFirst(start)) }
  }

  @Test("What is left out takes along what lies in it, and a later pattern takes it back")
  func excluded() throws {
    for name in ["a.txt", "concept/b.txt", "2019/concept-c.txt", "2019/d.txt", "2019/e.jsonl"] {
      try sources.writeText(name, about: name)
    }
    let all = ["2019/concept-c.txt", "2019/d.txt", "2019/e.jsonl", "a.txt", "concept/b.txt"]
    #expect(try files(.init()) == all)
    #expect(try files(.init(exclude: ["concept/"])) == Array(all.dropLast()))
    #expect(
      try files(.init(exclude: ["concept*"])) == ["2019/d.txt", "2019/e.jsonl", "a.txt"])
    #expect(
      try files(.init(exclude: ["*.txt", "!d.txt"])) == ["2019/d.txt", "2019/e.jsonl"])
    // Not out of a directory that is left out.
    #expect(try files(.init(exclude: ["2019", "!d.txt"])) == ["a.txt", "concept/b.txt"])
    #expect(try files(.init(include: ["2019"])) == Array(all.prefix(3)))
    #expect(try files(.init(include: ["*.jsonl", "/a.*"])) == ["2019/e.jsonl", "a.txt"])
    #expect(try files(.init(include: ["2019/"], exclude: ["*.txt"])) == ["2019/e.jsonl"])
    // Files that are given themselves as well.
    let given = ["a.txt", "2019/d.txt"].map(sources.path)
    #expect(try files(.init(exclude: ["d.*"]), given) == ["a.txt"])
  }

  @Test("The choice is kept: an update, a dry run, a watch and a rebuild choose as the build did")
  func kept() async throws {
    try sources.writeText("a.txt", about: "trams")
    try sources.writeText("concept/b.txt", about: "veren")
    let selection = SourceSelection(include: ["*.txt"], exclude: ["concept/"])
    let summary = try index.build(from: [sources.directory], selection: selection, wordList: nil)
    #expect(summary.documents == 1 && summary.excluded == 1)
    try sources.writeText("concept/c.txt", about: "bussen")
    try sources.writeText("d.txt", about: "fietsen")
    try sources.write("e.jsonl", ["x": "Steps?"])
    #expect(try index.update(isDryRun: true).changes == [1, 0, 0, 0])
    #expect(try index.update().changes == [1, 0, 0, 0])
    #expect(try index.update([sources.file("concept/c.txt")]).changes == [0, 0, 0, 0])
    #expect(try await sources.ids("*") == ["a", "d"])
    try index.rebuild()
    #expect(try await sources.ids("*") == ["a", "d"])
    #expect(try index.info().manifest.selection == selection)
  }

  @Test("A path that is a pattern stands for what it matches, also later")
  func globs() async throws {
    try sources.writeText("2019/a.txt", about: "trams")
    try sources.write("2019/a.jsonl", ["x": "Steps?"])
    try sources.writeText("2020/b.txt", about: "veren")
    try sources.write("2020/x*y.jsonl", ["y": "Karren?"])
    try index.build(from: [sources.file("**/*.txt")], wordList: nil)
    #expect(try await sources.ids("*") == ["2019/a", "2020/b"])
    try sources.writeText("2021/c.txt", about: "bussen")
    try sources.write("2021/c.jsonl", ["z": "Koetsen?"])
    #expect(try index.update().added == 1)
    #expect(try await sources.ids("*") == ["2019/a", "2020/b", "2021/c"])
    try index.build(
      from: [sources.file("20[12]9"), sources.file("2021/c.*"), sources.file("2020/x*y.jsonl")],
      wordList: nil)
    #expect(try await sources.ids("*").sorted() == ["2019/a", "2021/c", "x", "y", "z"].sorted())
    #expect(throws: IndexError.self) {
      try index.build(from: [sources.file("*.pdf")], wordList: nil)
    }
  }

  @Test("A list of paths may end them in NUL, and holds any bytes")
  func list() throws {
    let list = sources.outside("lijst")
    try FileSystem.write(Array("a b.txt\r\n\nmap/c.txt".utf8), to: list)
    #expect(try SourceList.read(list, endsInNull: false) == ["a b.txt", "map/c.txt"])
    try FileSystem.write([0x61, 0x0a, 0x62, 0, 0x63, 0xe9, 0], to: list)
    let paths = try SourceList.read(list, endsInNull: true)
    #expect(paths.map { SourcePath($0).description } == ["a\nb", "c%E9"])
    #expect(throws: IndexError.noSuchSource(path: "/nergens")) {
      try SourceList.read("/nergens", endsInNull: false)
    }
  }

  @Test("Thousands of single files are found, updated and told from each other in good time")
  func manyFiles() throws {
    let names = (0..<3_000).map { sources.file("\($0).jsonl") }
    for (number, name) in names.enumerated() {
      try FileSystem.write(Array(Sources.record("\(number)", "Tram \(number)?").utf8), to: name)
    }
    #expect(try index.build(from: names, wordList: nil).documents == 3_000)
    try sources.write("7.jsonl", ["7": "Welke veren?"])
    let summary = try index.update()
    #expect(summary.changes == [0, 1, 0, 0] && summary.unchangedFiles == 2_999)
  }

  @Test("A pattern that matches nothing is named, whatever else is there")
  func matchesNothing() throws {
    try sources.writeText("a.txt", about: "trams")
    #expect(symlink("nergens", sources.file("weg.txt")) == 0)
    let pattern = sources.directory + "/*.{txt,pdf}"
    #expect(throws: IndexError.noMatch(patterns: [pattern])) {
      try index.build(from: [pattern], wordList: nil)
    }
  }

  @Test("A path of a list that is not there costs itself alone, and is looked for again")
  func missing() throws {
    try sources.writeText("a.txt", about: "trams")
    let paths = [sources.file("a.txt"), sources.file("later.txt")]
    #expect(throws: IndexError.noSuchSource(path: paths[1])) {
      try index.build(from: paths, wordList: nil)
    }
    let summary = try index.build(from: paths, passesOverMissing: true, wordList: nil)
    #expect(summary.documents == 1 && summary.skipped.count == 1)
    try sources.writeText("later.txt", about: "bussen")
    #expect(try index.update().added == 1)
  }

  @Test("A pipe is an error of its own, and is not waited for")
  func pipes() throws {
    try sources.writeText("a.txt", about: "trams")
    for name in ["b.txt", "foto.jpg"] {
      #expect(mkfifo(sources.file(name), 0o600) == 0)
    }
    let summary = try index.build(
      from: [sources.directory, sources.file("foto.jpg")], wordList: nil)
    #expect(summary.documents == 1)
    let reason = FileFault.noRegularFile.description
    #expect(
      summary.skipped.map(\.description).sorted()
        == ["b.txt", "foto.jpg"].map { "\(sources.file($0)): cannot be read: \(reason)" })
  }

  @Test("An index is made only where nothing else is, and is no source")
  func place() throws {
    try sources.writeText("a.txt", about: "trams")
    #expect(throws: IndexError.notEmpty(path: sources.directory)) {
      try Index(at: sources.directory).build(from: [sources.directory], wordList: nil)
    }
    let inside = Index(at: sources.file("index"))
    for _ in 1...2 {
      let summary = try inside.build(from: [sources.directory], wordList: nil)
      #expect(summary.documents == 1 && summary.skipped == [] && summary.otherFormats == [:])
    }
  }
}
