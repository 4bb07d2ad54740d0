import Foundation
import TestSupport
import Testing

/// The commands that change an index, as a user runs them.
struct LifeTests {
  private let temporary: TemporaryDirectory
  private let command: Command
  private var documents: URL { URL(filePath: temporary.path).appending(path: "documenten") }
  private var index: String { temporary.path + "/index" }

  init() throws {
    temporary = try TemporaryDirectory()
    command = Command(directory: temporary.path)
    try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
    try write("a.jsonl", ["1": "Hoeveel trams?", "2": "Hoeveel bussen?"])
    #expect(try run("index", "--word-list", "/dev/null", documents.path).status == 0)
  }

  private func run(_ arguments: String...) throws -> Command.Outcome {
    try command.run([arguments[0], "--index", index] + arguments.dropFirst())
  }

  private func write(_ name: String, _ records: KeyValuePairs<String, String>) throws {
    let lines = records.map { #"{"id": "\#($0)", "question": "\#($1)"}"# }
    try Data(lines.joined(separator: "\n").utf8).write(to: documents.appending(path: name))
  }

  private func topics(_ text: String) throws -> String {
    let file = temporary.path + "/topics.tsv"
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  @Test("Update, remove and their dry runs say what they do")
  func update() throws {
    try write("b.jsonl", ["3": "Hoeveel fietsen?"])
    let dry = try run("update", "--dry-run")
    #expect(dry.output.contains("new      ") && dry.output.contains("would be 1 added"))
    #expect(try run("search", "fietsen").status == 1)
    #expect(try run("update").output.contains("1 added, 0 replaced, 0 moved, 0 removed; 1 file "))
    #expect(try run("search", "fietsen").status == 0)
    #expect(try run("remove", "--dry-run", "3").output.contains("would be 0 added"))
    #expect(try run("remove", "3").status == 0)
    #expect(try run("remove", "3").status == 1)
    #expect(try run("remove").status == 2)
    #expect(try run("remove", "--source", documents.path + "/a.jsonl").status == 0)
    #expect(try run("search", "trams").status == 1)
    try write("a.jsonl", [:])
    try write("b.jsonl", [:])
    let kept = try run("update")
    #expect(kept.status == 0 && kept.errors.contains("the file is empty"))
  }

  @Test("An update is run from any directory")
  func otherDirectory() throws {
    let relative = try command.run(
      ["index", "--index", index, "--word-list", "/dev/null", "documenten"], in: temporary.path)
    #expect(relative.status == 0)
    try write("b.jsonl", ["3": "Hoeveel fietsen?"])
    let outcome = try command.run(["update", "--index", index], in: "/")
    #expect(outcome.output.contains("documenten/b.jsonl"))
    #expect(try run("search", "fietsen").output.contains("] documenten/b.jsonl:1"))
    try write("b.jsonl", ["3": "Hoeveel steps?"])
    let named = try command.run(["update", "--index", index, "b.jsonl"], in: documents.path)
    #expect(named.output.contains("1 replaced"))
    let rebuilding = ["rebuild", "--index", index]
    #expect(try command.run(rebuilding, in: "/").status == 0)
    #expect(try run("check").status == 0)
  }

  @Test("A rebuild that changes too much says which topics and exits with 1")
  func rebuild() throws {
    let file = try topics("t1\ttrams\nt2\tfietsen\n")
    try write("b.jsonl", ["3": "Hoeveel fietsen?"])
    let refused = try run(
      "rebuild", "--check", file, "--max-change", "20%")
    #expect(refused.status == 1 && refused.errors.contains("1 of 2 topics"), "\(refused)")
    #expect(refused.errors.contains("t2") && refused.errors.split(separator: "\n").count == 1)
    #expect(
      try run("rebuild", "--check", file, "--max-change", "50").status
        == 0)
    let diff = try run("diff", "1", "2", "--topics", file)
    #expect(diff.output.contains("t2  fietsen") && diff.output.contains("1. - → 3"))
    let json = try run("diff", "1", "2", "--topics", file, "--format", "json")
    #expect(json.output.contains(#""topics" : 2"#) && json.output.contains(#""id" : "t2""#))
    #expect(try run("rollback").output.contains("generation 1 serves now"))
    #expect(try run("search", "fietsen").status == 1)
    #expect(try run("rollback").status == 3)
  }

  @Test("A second writer is told who holds the lock, or waits")
  func lock() throws {
    let pipe = temporary.path + "/wacht.jsonl"
    #expect(mkfifo(pipe, 0o600) == 0)
    // Reads from the pipe until something comes.
    let holder = try command.start(["index", "--index", index, pipe])
    let name = "process \(holder.processIdentifier), build, since"
    for _ in 0..<500 {
      let text = (try? String(contentsOfFile: index + "/lock", encoding: .utf8)) ?? ""
      if text.hasPrefix(name) { break }
      usleep(20_000)
    }
    let refused = try run("update")
    #expect(refused.status == 3)
    #expect(refused.errors.contains(name))
    #expect(try run("search", "trams").status == 0)
    let started = Date()
    #expect(try run("update", "--wait", "0.5").status == 3)
    #expect(Date().timeIntervalSince(started) > 0.4)
    kill(holder.processIdentifier, SIGKILL)
    holder.waitUntilExit()
    #expect(try run("update", "--wait", "30").status == 0)
  }

  @Test("Check says what is wrong and what to run, and exits with 3")
  func check() throws {
    #expect(try run("check").output.contains("2 documents compared with their sources"))
    #expect(try run("rebuild").status == 0)
    let file = index + "/generation-000002/lexicon"
    try Data("geen lexicon".utf8).write(to: URL(filePath: file))
    let outcome = try run("check")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("lexicon:") && outcome.errors.contains("vraagbaak rollback"))
    let search = try run("search", "trams")
    #expect(search.status == 3 && search.errors.split(separator: "\n").count == 1)
    #expect(search.errors.contains("vraagbaak rollback"))
    #expect(try run("rollback").status == 0)
    #expect(try run("search", "trams").status == 0)
  }

  @Test("What check says to type after an upgrade makes the index anew")
  func upgrade() throws {
    let file = URL(filePath: index + "/generation-000001/manifest.json")
    let manifest = try String(contentsOf: file, encoding: .utf8)
    let schema = try #require(manifest.firstMatch(of: /"schema" : \d+/))
    try manifest.replacing(schema.output, with: #""schema" : 4"#)
      .write(to: file, atomically: true, encoding: .utf8)
    for name in ["search", "check", "update"] {
      let refused = name == "search" ? try run(name, "trams") : try run(name)
      #expect(refused.status == 3)
      let lines = refused.errors.split(separator: "\n")
      #expect(lines.count == (name == "check" ? 2 : 1) && refused.errors.contains("schema"))
      let typed = try #require(lines.last?.firstMatch(of: /vraagbaak (rebuild --index .*)$/)).output
        .1
      #expect(typed == "rebuild --index \(index)")
    }
    let rebuilt = try command.run(["rebuild", "--index", index])
    #expect(rebuilt.status == 0, "\(rebuilt)")
    #expect(try run("search", "trams").status == 0 && run("check").status == 0)
  }

  @Test("A snapshot is opened as an index")
  func snapshot() throws {
    let copy = temporary.path + "/kopie"
    #expect(try run("snapshot", copy).status == 0)
    #expect(try command.run(["search", "--index", copy, "trams"]).status == 0)
    #expect(try run("snapshot", copy).status == 2)
  }

  @Test("A watched source is updated when it changes, and the command ends when told to")
  func watch() throws {
    let watcher = try command.start(["update", "--index", index, "--watch"])
    defer { kill(watcher.processIdentifier, SIGKILL) }
    func isFound(_ word: String) throws -> Bool {
      for _ in 0..<200 {
        if try run("search", word).status == 0 { return true }
        usleep(50_000)
      }
      return false
    }
    try write("b.jsonl", ["3": "Hoeveel fietsen?"])
    #expect(try isFound("fietsen"))
    let below = documents.appending(path: "2023")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    try write("2023/c.jsonl", ["4": "Hoeveel steps?"])
    #expect(try isFound("steps"))
    try write("2023/c.jsonl", ["4": "Hoeveel veren?"])
    #expect(try isFound("veren"))
    // Links to a file and to a directory, and what lies behind them.
    let outside = temporary.path + "/elders"
    try FileManager.default.createDirectory(
      atPath: outside + "/diep", withIntermediateDirectories: true)
    func put(_ name: String, _ id: String, _ word: String) throws {
      let record = #"{"id": "\#(id)", "question": "Hoeveel \#(word)?"}"#
      try Data(record.utf8).write(to: URL(filePath: outside + "/" + name))
    }
    try put("los.jsonl", "5", "meloenen")
    #expect(symlink("../elders/los.jsonl", documents.path + "/los.jsonl") == 0)
    #expect(try isFound("meloenen"))
    try put("los.jsonl", "5", "peren")
    #expect(try isFound("peren"))
    #expect(symlink("../elders/diep", documents.path + "/diep") == 0)
    try put("diep/d.jsonl", "6", "pruimen")
    #expect(try isFound("pruimen"))
    #expect(rename(below.path, documents.path + "/2024") == 0)
    try write("2024/c.jsonl", ["4": "Hoeveel bramen?"])
    #expect(try isFound("bramen"))
    kill(watcher.processIdentifier, SIGINT)
    watcher.waitUntilExit()
    #expect(watcher.terminationStatus == 0)
    #expect(try run("check").status == 0)
  }
}
