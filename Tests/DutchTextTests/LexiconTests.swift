import Glibc
import Testing

@testable import DutchText

@Suite struct LexiconTests {
  private static let list = Array("wet\ngeving\nwetgeving\ninburgering\nverblijf\nAntwerpen\n".utf8)

  private static func counts(_ texts: [String]) -> WordCounts {
    var counts = WordCounts()
    for text in texts { counts.add(text) }
    return counts
  }

  private static func compiled(_ texts: [String]) -> [UInt8] {
    var builder = LexiconBuilder()
    builder.add(wordList: list)
    builder.add(counts(texts))
    return builder.compiled()
  }

  @Test("Counting in parts and merging gives the same counts")
  func merging() {
    var first = Self.counts(["Het verblijf, een verblijf"])
    first.merge(Self.counts(["EU-landen en verblijf"]))
    #expect(first["verblijf"] == 3)
    #expect(first["landen"] == 1)
    #expect(first["asiel"] == 0)
  }

  @Test("The same words give the same bytes, in whatever order they came")
  func determinism() throws {
    let texts = ["wet op het verblijf", "de inburgering", "wet en verblijf in Antwerpen"]
    let bytes = Self.compiled(texts)
    #expect(bytes == Self.compiled(texts.reversed()))
    #expect(try Lexicon(bytes: bytes).hash == Lexicon(bytes: Self.compiled(texts)).hash)
    #expect(try Lexicon(bytes: bytes).hash != Lexicon(bytes: Self.compiled(["andere"])).hash)
  }

  @Test("A lexicon in a file is the same as in memory")
  func file() throws {
    let path = "/tmp/lexicon-test-\(getpid())"
    let bytes = Self.compiled(["wet wet verblijf"])
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    defer { unlink(path) }
    #expect(try Lexicon(path: path).hash == Lexicon(bytes: bytes).hash)
  }

  @Test("What is no lexicon is refused")
  func malformed() throws {
    #expect(throws: LexiconError.notALexicon(path: nil)) { try Lexicon(bytes: [1, 2, 3]) }
    let bytes = Self.compiled([])
    #expect(throws: LexiconError.notALexicon(path: nil)) { try Lexicon(bytes: bytes.dropLast(8)) }
    #expect(throws: LexiconError.self) { try Lexicon(path: "/nonexistent/lexicon") }
  }

  @Test("Levels grow with counts, and differ between small ones")
  func levels() {
    let levels = [0, 1, 2, 3, 5, 10, 100, 1000, 1_000_000].map {
      LexiconEntry.level($0, steps: 8, limit: 255)
    }
    #expect(levels == levels.sorted())
    #expect(Set(levels).count == levels.count)
    #expect(levels[0] == 0)
  }
}
