import Foundation
import TestSupport
import Testing
import WrittenQuestions
import Xapian

@testable import Vraagbaak

/// Citations as the command prints them.
struct CitationTests {
  private let temporary: TemporaryDirectory
  private let command: Command
  private var index: String { temporary.path + "/index" }

  init() throws {
    temporary = try TemporaryDirectory()
    command = Command(directory: temporary.path)
  }

  private func file(_ name: String) -> String { temporary.path + "/" + name }

  private func run(_ arguments: String...) throws -> Command.Outcome {
    try command.run([arguments[0], "--index", index] + arguments.dropFirst())
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try command.run(
      [arguments[0], "--index", index, "--format", "json"] + arguments.dropFirst())
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("Cut out of the file with tail and head, the bytes of a citation are the passage")
  func cut() throws {
    let text =
      "SCHRIFTELIJKE VRAAG nr. 7\r\n\r\nÉén titel\r\n\r\n1. Hoeveel geïnd, in €?\r\n\r\n2. Waarom zó?\r\n"
    let encodings: [(name: String, encoding: String.Encoding, mark: [UInt8])] = [
      ("utf-8", .utf8, []), ("utf-8", .utf8, [0xef, 0xbb, 0xbf]),
      ("utf-16le", .utf16LittleEndian, [0xff, 0xfe]),
      ("utf-16be", .utf16BigEndian, [0xfe, 0xff]), ("windows-1252", .windowsCP1252, []),
    ]
    for (number, (_, encoding, mark)) in encodings.enumerated() {
      let bytes = try #require(text.data(using: encoding))
      try (Data(mark) + bytes).write(to: URL(filePath: file("\(number).txt")))
    }
    let paths = encodings.indices.map { file("\($0).txt") }
    #expect(
      try command.run(["index", "--index", index, "--word-list", "/dev/null"] + paths).status == 0)
    for (number, (name, _, _)) in encodings.enumerated() {
      let document = try json("show", "\(number)")
      #expect(document["schema"] as? Int == 2)
      let source = try #require(document["source"] as? [String: Any])
      #expect(source["encoding"] as? String == (name == "utf-8" ? nil : name))
      let questions = try #require(document["questions"] as? [[String: Any]])
      let passages = questions.compactMap { $0["question"] as? [String: Any] }
      #expect(
        passages.compactMap { $0["text"] as? String } == ["Hoeveel geïnd, in €?", "Waarom zó?"])
      for passage in passages {
        let (start, end) = (
          try #require(passage["start"] as? Int), try #require(passage["end"] as? Int)
        )
        let cited = try command.shell(
          "tail -c +\(start + 1) '\(paths[number])' | head -c \(end - start) | iconv -f \(name) -t utf-8"
        ).output
        #expect(cited == passage["text"] as? String)
        let found = try run("search", "id:\(number) zó", "--passages").output
        #expect(found.contains("\(paths[number]), bytes "))
      }
    }
  }

  @Test("What stands on pages is cited by its pages, in text and JSON")
  func pages() throws {
    try Data("SCHRIFTELIJKE VRAAG nr. 7\n\nTitel\n\n1. Hoeveel trams?\n\n2. Hoeveel bussen?\n".utf8)
      .write(
        to: URL(filePath: file("a.txt")))
    #expect(try run("index", "--word-list", "/dev/null", file("a.txt")).status == 0)
    // As a reader of such a format would have it.
    let generation = try Index(at: index).serving()
    let data = try generation.database().data(of: 1)
    var question = try #require(RecordCoder.decode(data))
    question.subQuestions[0].passage.place = .pages(3...3, 10..<24)
    question.subQuestions[1].passage.place = .pages(3...4, 30..<45)
    let hash = try #require(RecordHeader(of: data)).hash
    let database = try generation.writableDatabase()
    try database.amend(1, data: RecordCoder.encode(question, hash: hash))
    try database.commit()
    try database.close()

    #expect(try run("search", "trams").output.contains("[a] \(file("a.txt")), page 3\n"))
    #expect(try run("search", "bussen").output.contains("[a] \(file("a.txt")), pages 3-4\n"))
    let document = try json("show", "a")
    let questions = try #require(document["questions"] as? [[String: Any]])
    let places = questions.compactMap { $0["question"] as? [String: Any] }.map { passage in
      ["page", "lastPage", "start", "end"].map { passage[$0] as? Int }
    }
    #expect(places == [[3, 3, 10, 24], [3, 4, 30, 45]])
    let source = try #require(document["source"] as? [String: Any])
    #expect(source["encoding"] == nil)
  }
}
