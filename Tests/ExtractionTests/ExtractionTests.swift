import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Extraction

/// Gives a text back in capitals, counts how often it was asked, and may take its time.
private struct Capitals: Extractor {
  let identity: FormatIdentity
  let fileExtensions = ["kap"]
  let calls = Counter()
  var seconds = 0.0

  init(version: Int = 1, seconds: Double = 0) {
    identity = FormatIdentity("capitals", version: version)
    self.seconds = seconds
  }

  func recognises(_ sample: FileSample) -> Recognition { .byName }

  func extract(_ bytes: [UInt8], name: String, within limits: ExtractionLimits)
    throws(ExtractionError) -> ExtractedText
  {
    calls.count.withLock { $0 += 1 }
    if seconds > 0 { usleep(UInt32(seconds * 1e6)) }
    if bytes.first == UInt8(ascii: "!") { throw .malformed(reason: "it begins with !") }
    return ExtractedText(pages: [String(decoding: bytes, as: UTF8.self).uppercased()])
  }

  final class Counter: Sendable { let count = Mutex(0) }
}

struct ExtractionTests {
  private let directory: TemporaryDirectory
  private var limits = ExtractionLimits(textSize: 1_000, fileSize: 2_000)

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func text(_ content: String, by extractor: Capitals) throws -> String {
    let bytes = Array(content.utf8)
    let extraction = TextExtraction(
      cache: ExtractionCache(directory: directory.path + "/extracted"), limits: limits)
    let text = try extraction.text(
      of: bytes, content: SHA256.hex(of: bytes), name: "a.kap", by: extractor)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  @Test("A content is extracted once, whatever its file is called, and again by a new version")
  func once() throws {
    let first = Capitals()
    #expect(try text("trams", by: first) == "TRAMS\u{c}")
    #expect(try text("trams", by: first) == "TRAMS\u{c}")
    #expect(first.calls.count.withLock { $0 } == 1)
    let second = Capitals(version: 2)
    #expect(try text("trams", by: second) == "TRAMS\u{c}")
    #expect(second.calls.count.withLock { $0 } == 1)
  }

  @Test("Extraction that takes too long is given up")
  mutating func timeLimit() throws {
    limits.time = 0.2
    #expect(throws: ExtractionError.timedOut(limit: 0.2)) {
      try text("trams", by: Capitals(seconds: 2))
    }
  }

  @Test("Errors and what is too large are not kept")
  func failures() throws {
    let extractor = Capitals()
    for _ in 0..<2 {
      #expect(throws: ExtractionError.malformed(reason: "it begins with !")) {
        try text("!", by: extractor)
      }
      #expect(throws: ExtractionError.tooLarge(limit: 1_000)) {
        try text(String(repeating: "a", count: 1_500), by: extractor)
      }
      #expect(throws: ExtractionError.noText) { try text(" \n", by: extractor) }
    }
    #expect(extractor.calls.count.withLock { $0 } == 6)
    #expect(throws: ExtractionError.tooLarge(limit: 2_000)) {
      try text(String(repeating: "a", count: 3_000), by: extractor)
    }
    #expect(extractor.calls.count.withLock { $0 } == 6)
  }

  @Test("A damaged text in the cache is extracted anew; texts of files that are gone are removed")
  func cache() throws {
    let cache = ExtractionCache(directory: directory.path + "/extracted")
    let format = FormatIdentity("capitals", version: 1)
    let kept = ExtractedText(pages: ["een", "twee é"])
    cache.keep(kept, of: "aa", by: format)
    cache.keep(kept, of: "bb", by: format)
    #expect(cache.text(of: "aa", by: format) == kept)
    cache.removeAll(but: ["bb"])
    #expect(cache.text(of: "aa", by: format) == nil)
    #expect(cache.text(of: "bb", by: format) == kept)
    let file = fopen(directory.path + "/extracted/bb.capitals-1", "w")
    fputs("{\"text\":", file)
    fclose(file)
    #expect(cache.text(of: "bb", by: format) == nil)
  }

  @Test("A range of the text has its pages")
  func pages() {
    let text = ExtractedText(pages: ["0123", "5678", "abc"])
    #expect(text.pages(of: 0..<4) == 1...1)
    #expect(text.pages(of: 2..<7) == 1...2)
    #expect(text.pages(of: 5..<6) == 2...2)
    #expect(text.pages(of: 3..<12) == 1...3)
    #expect(ExtractedText(bytes: [0x61]).pages(of: 0..<1) == nil)
  }

  @Test("A file gives its bytes once, any range of them, and their hash")
  func sourceFile() throws {
    let path = directory.path + "/a.txt"
    let content = String(repeating: "fietspad ", count: 300_000)
    let out = fopen(path, "w")
    fputs(content, out)
    fclose(out)
    let file = try SourceFile("naam", at: path)
    #expect(try file.head(8) == Array("fietspad".utf8))
    #expect(try file.next()?.count == 1 << 20)
    #expect(file.digest == nil)
    let rest = try #require(try file.rest())
    #expect((1 << 20) + rest.count == content.utf8.count)
    #expect(file.digest == SHA256.hex(of: Array(content.utf8)))
    #expect(try file.bytes(9..<17) == Array("fietspad".utf8))
    #expect(try file.bytes(0..<(content.utf8.count + 1)) == nil)
    #expect(throws: FileFault(EISDIR)) { try SourceFile(directory.path) }
    #expect(throws: FileFault(ENOENT)) { try SourceFile(directory.path + "/nergens") }
  }

  @Test("SHA-256 is that of its specification")
  func hash() {
    #expect(
      SHA256.hex(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
