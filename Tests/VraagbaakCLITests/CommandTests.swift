import Foundation
import TestSupport
import Testing

/// The command as a user runs it: output, messages and exit status.
struct CommandTests {
  private let temporary: TemporaryDirectory
  private let command: Command
  private var directory: URL { URL(filePath: temporary.path) }

  init() throws {
    temporary = try TemporaryDirectory()
    command = Command(directory: temporary.path)
  }

  private func run(_ arguments: String...) throws -> Command.Outcome {
    try command.run(arguments)
  }

  private var index: String { directory.appending(path: "index").path }

  private func buildSample() throws {
    try FileManager.default.copyItem(atPath: try Sample.index(), toPath: index)
  }

  @Test("Text, JSON, JSON Lines, TSV and TREC show the same hits")
  func formats() throws {
    try buildSample()
    let query = "inburgering verblijfswetgeving"
    let json = try run("search", "--index", index, "--format", "json", query)
    let page = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(page["schema"] as? Int == 2)
    let hits = try #require(page["hits"] as? [[String: Any]])
    let ids = hits.compactMap { $0["id"] as? String }
    #expect(!ids.isEmpty && ids.count == hits.count)

    let text = try run("search", "--index", index, query)
    let shown = text.output.split(separator: "\n").compactMap { line -> String? in
      let line = line.drop { $0 == " " }
      guard line.first == "[", let end = line.firstIndex(of: "]") else { return nil }
      return String(line[line.index(after: line.startIndex)..<end])
    }
    #expect(shown == ids)
    let lines = try run("search", "--index", index, "--format", "jsonl", query)
    #expect(lines.output.split(separator: "\n").count == ids.count)
    let table = try run("search", "--index", index, "--format", "tsv", query)
    let rows = table.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(rows.dropFirst().map { String($0[2]) } == ids)
    #expect(Set(rows.map(\.count)) == [11])
    let trec = try run("search", "--index", index, "--format", "trec", query)
    #expect(trec.output.split(separator: "\n").map { String($0.split(separator: " ")[2]) } == ids)
  }

  @Test("The exit status tells results, none, a wrong query and no index apart")
  func status() throws {
    #expect(try run("search", "--index", index, "taal").status == 3)
    try buildSample()
    #expect(try run("search", "--index", index, "taal").status == 0)
    let none = try run("search", "--index", index, "qwrtpsdfg")
    #expect(none.status == 1 && none.output.isEmpty)
    let wrong = try run("search", "--index", index, "datum:gisteren")
    #expect(wrong.status == 2)
    #expect(wrong.errors.split(separator: "\n").count == 1)
    #expect(wrong.errors.contains("character 7"))
    for arguments in [["--limit", "0", "taal"], ["--limt", "5", "taal"], []] {
      let outcome = try command.run(["search", "--index", index] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    #expect(try run("index", "--index", index, "/nergens").status == 2)
    #expect(try run("show", "--index", index, "99999").status == 1)
    #expect(try run("--help").status == 0)
  }

  @Test("How a query was read, and what has no document, is said in every format")
  func notes() throws {
    try buildSample()
    for format in ["text", "json", "jsonl", "tsv", "trec"] {
      let found = try run("search", "--index", index, "--format", format, "a) inburgering")
      #expect(found.status == 0)
      #expect(found.errors.contains("vraagbaak: read as punctuation: ) (character 2)\n"))
      let none = try run("search", "--index", index, "--format", format, "partij:qqqqq")
      #expect(none.status == 1 && none.errors.contains("no document has partij:qqqqq"))
    }
    let json = try run("search", "--index", index, "--format", "json", "a) inburgering")
    let page = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let notes = try #require(page?["notes"] as? [[String: Any]])
    #expect(notes.count == 1 && notes[0]["position"] as? Int == 1)
  }

  @Test("Only a page that another follows says that there is more")
  func more() throws {
    try buildSample()
    let first = try run("search", "--index", index, "--limit", "17", "*")
    #expect(first.errors.contains("17 of 18 documents; more with --limit or --offset"))
    let last = try run("search", "--index", index, "--offset", "17", "*")
    #expect(last.errors.contains("1 of 18 documents\n"))
  }

  @Test("A word is excluded by - also where it is an argument of its own")
  func exclusion() throws {
    try buildSample()
    let apart = try run(
      "search", "--index", index, "inburgering", "-retributie", "--format", "trec")
    let together = try run(
      "search", "--index", index, "inburgering -retributie", "--format", "trec")
    let ended = try run(
      "search", "--index", index, "--format", "trec", "--", "-retributie", "inburgering")
    #expect(apart.status == 0 && apart.output == together.output)
    #expect(ended.output == together.output)
    #expect(!apart.output.contains("kostprijs-inburgeringstraject"))
  }

  @Test("A document is shown with each answer under its question and its references as links")
  func show() throws {
    try buildSample()
    let outcome = try run("show", "--index", index, "kostprijs-inburgeringstraject")
    #expect(outcome.output.contains("→ [inburgering-en-verblijfsrecht]"))
    let order = ["Vraag 1a", "Antwoord 1a", "Vraag 1b", "Antwoord 1b", "Vraag 2"].map {
      outcome.output.range(of: $0)?.lowerBound ?? outcome.output.endIndex
    }
    #expect(order == order.sorted() && !order.contains(outcome.output.endIndex))
    let byNumber = try run("show", "--index", index, "64")
    #expect(byNumber.output == outcome.output)
  }

  @Test("A run over topics has one line for each document, best first")
  func trecRun() throws {
    try buildSample()
    let topics = directory.appending(path: "topics.tsv")
    try Data("t1\tinburgering (AND)\nt2\tfietsers\n".utf8).write(to: topics)
    let outcome = try run("trec-run", "--index", index, "--topics", topics.path, "--limit", "5")
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(Set(lines.map { $0[0] }) == ["t1", "t2"])
    let first = lines.filter { $0[0] == "t1" }
    #expect(first.map { Int($0[3]) } == Array(1...first.count) && first.count <= 5)
    #expect(Set(first.map { $0[2] }).count == first.count)
  }
}
