import Testing

@testable import Vraagbaak

struct TopicsTests {
  private let sources: Sources

  init() throws { sources = try Sources() }

  private func read(
    _ text: String, warn: (IndexError) -> Void = { Issue.record($0) }
  ) throws -> [Topics.Topic] {
    let file = sources.outside("topics.tsv")
    try FileSystem.write(Array(text.utf8), to: file)
    return try Topics.read(file, warn: warn)
  }

  @Test("A topic is an id, a tab and a query; blank lines do not count")
  func topics() throws {
    let topics = try read("t1\ttaal AND werk\r\n\r\nt2\t\"sociale huur\"\n  \n")
    #expect(
      topics == [.init(id: "t1", text: "taal AND werk"), .init(id: "t2", text: "\"sociale huur\"")])
  }

  @Test("A byte order mark is no part of the first id")
  func mark() throws {
    #expect(try read("\u{feff}q1\tfietspaden\r\n") == [.init(id: "q1", text: "fietspaden")])
  }

  @Test("A file in another encoding, or of another format, is refused with its line")
  func formats() throws {
    let path = sources.outside("topics.tsv")
    for (bytes, line) in [
      (Array("q1 trams\nq2\tcaf".utf8) + [0xe9, 0x0a], 1),
      ([0xff, 0xfe] + Array("q\t1".utf8).flatMap { [$0, 0] }, 1),
      (Array("<top>\n<num>1</num>\n</top>\n".utf8), 1),
      (Array(#"{"id": "q1", "query": "trams"}"#.utf8), 1), ([0x50, 0x4b, 3, 4, 0, 9, 0, 0], 1),
    ] as [([UInt8], Int)] {
      try FileSystem.write(bytes, to: path)
      #expect(throws: IndexError.badTopics(path: path, line: line)) {
        try Topics.read(path) { Issue.record($0) }
      }
    }
  }

  @Test("A file without a topic is refused", arguments: ["", "\n\n", "t2 werk\n", "\ttaal\n"])
  func none(_ text: String) throws {
    let path = sources.outside("topics.tsv")
    let error = #expect(throws: IndexError.badTopics(path: path, line: 1)) { try read(text) }
    #expect(error?.description.hasPrefix("\(path):1: ") == true)
  }

  @Test(
    "Of a line that is no topic a warning tells, and the others are read",
    arguments: [
      ("t1\ttaal\nt2 werk\n", 2), ("t1\ttaal\n\nt2\twerk\tt3\n", 3), ("t1\t\nt1\ttaal", 1),
      ("\tx\nt1\ttaal\n", 1),
    ])
  func wrong(_ text: String, _ line: Int) throws {
    var faults: [IndexError] = []
    #expect(try read(text) { faults.append($0) } == [.init(id: "t1", text: "taal")])
    #expect(faults == [.badTopics(path: sources.outside("topics.tsv"), line: line)])
  }

  @Test("The bundled questions are no topics, and are refused as such")
  func questions() {
    #expect(throws: IndexError.badTopics(path: Repository.questions, line: 1)) {
      try Topics.read(Repository.questions) { Issue.record($0) }
    }
  }
}
