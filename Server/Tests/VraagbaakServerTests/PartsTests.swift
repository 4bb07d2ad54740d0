import Extraction
import Testing

@testable import VraagbaakServer

extension ServerTests {
  /// The small parts by themselves.
  struct PartsTests {
    @Test("Paths are told below what was indexed, or by their name alone")
    func paths() {
      let paths = PublicPaths(roots: ["/data/vragen", "/data/vragen/oud", "./los", "."])
      for (path, told) in [
        ("/data/vragen/2019/230.pdf", "2019/230.pdf"), ("/data/vragen/oud/7.txt", "7.txt"),
        ("/data/vragenlijst/x.txt", "x.txt"), ("los/a.txt", "a.txt"), ("map/b.txt", "map/b.txt"),
        ("/elders/c.txt", "c.txt"), ("../d.txt", "d.txt"), ("map/../../e.txt", "e.txt"),
        ("/data/vragen/archief.zip/f.pdf", "archief.zip/f.pdf"), ("-", "-"),
      ] {
        #expect(paths.path(SourcePath(path)).text == told)
      }
      #expect(PublicPaths(roots: ["/"]).path("/etc/passwd").text == "etc/passwd")
    }

    @Test("A cursor is read back, and nothing else is one")
    func cursor() {
      let cursor = Cursor(offset: 20, token: "1-2-abc", query: Cursor.hash(["a", "b"]))
      #expect(Cursor(cursor.text) == cursor)
      for text in ["", "!", "AAAA", cursor.text + "A", String(cursor.text.dropLast()), "é"] {
        #expect(Cursor(text) == nil)
      }
      #expect(Cursor.hash(["ab", "c"]) != Cursor.hash(["a", "bc"]))
      for count in 0...20 {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37) }
        #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
      }
    }

    @Test("Queries of requests are read as forms write them")
    func queryString() throws {
      let found = try QueryString.parse("q=a+b%2Bc&leeg=&kaal&&%C3%A9=%E2%82%AC")
      #expect(found == ["q": "a b+c", "leeg": "", "kaal": "", "é": "€"])
      for text in ["q=%", "q=%f", "q=%zz", "q=%ff", "a=1&a=2"] {
        #expect(throws: Problem.self) { try QueryString.parse(text) }
      }
      #expect(QueryString.encode("a b/é&") == "a%20b%2F%C3%A9%26")
    }
  }
}
