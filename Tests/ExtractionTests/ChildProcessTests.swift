import Glibc
import Testing

@testable import Extraction

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A program on some bytes, ended at its limits with all that it started.
struct ChildProcessTests {
  private func run(
    _ script: String, _ input: String = "", seconds: Double = 30, outputLimit: Int = 1 << 20
  ) throws(ChildProcess.Failure) -> String {
    let process = ChildProcess(program: "/bin/sh", arguments: ["-c", script])
    let bytes = try process.run(
      Array(input.utf8), seconds: seconds, outputLimit: outputLimit)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("It has the bytes as its input, in any order, and what it writes comes back")
  func output() throws {
    #expect(try run("cat", "vraag") == "vraag")
    #expect(try run("tail -c 3 <&0", "vraag") == "aag")
    #expect(try run("cat", String(repeating: "antwoord ", count: 100_000)).utf8.count == 900_000)
    #expect(try run("true") == "")
  }

  @Test("It ends at its time limit, and so does what it started")
  func time() throws {
    let start = ContinuousClock.now
    #expect(throws: ChildProcess.Failure.timedOut) {
      try run("sleep 600 & sleep 600", seconds: 0.2)
    }
    #expect(start.duration(to: .now) < .seconds(300))
    let file = "/tmp/vraagbaak-child-\(getpid())"
    defer { unlink(file) }
    #expect(throws: ChildProcess.Failure.timedOut) {
      try run("(sleep 1; echo x >\(file)) & sleep 600", seconds: 0.2)
    }
    usleep(1_500_000)
    #expect(access(file, F_OK) != 0)
  }

  @Test("More output than the limit is none")
  func tooMuch() {
    #expect(throws: ChildProcess.Failure.tooMuch) { try run("yes", outputLimit: 1_000) }
  }

  @Test("How it ended is told: a status, a signal, or that there is no such program")
  func endings() {
    #expect(throws: ChildProcess.Failure.ended(signal: nil, status: 7)) {
      try run("echo half; exit 7")
    }
    #expect(throws: ChildProcess.Failure.ended(signal: SIGSEGV, status: 0)) {
      try run("kill -SEGV $$")
    }
    let missing = ChildProcess(program: "/nergens/programma", arguments: [])
    #expect(throws: ChildProcess.Failure.cannotStart(ENOENT)) {
      try missing.run([], seconds: 5, outputLimit: 10)
    }
  }

  @Test("It is given no more of the environment than it needs")
  func environment() throws {
    setenv("VRAAGBAAK_GEHEIM", "1", 1)
    defer { unsetenv("VRAAGBAAK_GEHEIM") }
    let variables = try run("env")
    #expect(variables.contains("LANG=C.UTF-8"))
    #expect(!variables.contains("VRAAGBAAK_GEHEIM"))
  }

  @Test("One that reads nothing of a long input does no harm")
  func unread() throws {
    #expect(try run("echo ja", String(repeating: "x", count: 4 << 20)) == "ja\n")
  }

  @Test("Many at once each get what is theirs")
  func many() async {
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<40 {
        group.addTask { (try? run("cat; echo \(number)", "n ")) == "n \(number)\n" }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}

/// What an extracted text says of its parts has to be in it, whoever sent it.
struct ExtractedTextTests {
  @Test("A text comes back as it was")
  func coding() throws {
    var text = ExtractedText(pages: ["Kop\n\nEen zin", "verder.\n\nNoot"])
    text.furniture = [0..<3]
    text.notes = [.init(mark: "1", anchor: 8, range: 22..<26)]
    text.styles = [.init(5..<8, [.bold, .heading])]
    text.foreign = [9..<10]
    text.properties = [.init("title", "Kop")]
    let back = try decoded(encoded(text))
    #expect(back == text)
  }

  @Test(
    "Places that are not in the text are refused",
    arguments: [
      #"{"text": "abc", "furniture": [[0, 4]]}"#, #"{"text": "abc", "pageStarts": [2, 1]}"#,
      #"{"text": "abc", "pageStarts": [9]}"#, #"{"text": "abc", "foreign": [[-1, 2]]}"#,
      #"{"text": "abc", "notes": [{"mark": "1", "anchor": 7, "range": [0, 1]}]}"#,
      #"{"text": "abc", "styles": [{"range": [2, 1], "style": 1}]}"#,
    ])
  func outside(json: String) {
    #expect(throws: DecodingError.self) { try decoded(Array(json.utf8)) }
  }
}

private func decoded(_ json: [UInt8]) throws -> ExtractedText {
  try JSONDecoder().decode(ExtractedText.self, from: Data(json))
}

private func encoded(_ text: ExtractedText) throws -> [UInt8] {
  Array(try JSONEncoder().encode(text))
}
