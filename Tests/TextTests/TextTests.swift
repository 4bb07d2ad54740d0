import Testing

@testable import Text

struct TextTests {
  @Test(
    "Text is cut to bytes at a scalar",
    arguments: [
      ("Oekraïne", 9, "Oekraïne"), ("Oekraïne", 8, "Oekraïn"), ("Oekraïne", 6, "Oekra"),
      ("Oekraïne", 7, "Oekraï"), ("👍", 3, ""), ("e\u{301}", 1, "e"), ("a", 0, ""),
    ])
  func cutting(_ text: String, _ bytes: Int, _ cut: String) {
    #expect(Array(text.prefix(bytes: bytes).unicodeScalars) == Array(cut.unicodeScalars))
  }

  @Test("Only the ends are trimmed")
  func trimming() {
    #expect("  zo, zo. ".trimming { !$0.isLetter } == "zo, zo")
    #expect(" . ".trimming { !$0.isLetter } == "")
  }

  @Test("A month is known by its name and by its usual abbreviations")
  func months() {
    for (index, name) in Months.names.enumerated() {
      #expect(Months.number(of: name) == index + 1)
      let short = name == "maart" ? "mrt" : String(name.prefix(3))
      #expect(Months.number(of: short) == index + 1)
    }
    #expect(Months.number(of: "maa") == nil)
  }

  @Test("Bytes are of one class, or of none")
  func bytes() {
    let all = UInt8.min...UInt8.max
    #expect(all.filter(\.isDigit) == Array("0123456789".utf8))
    #expect(all.filter(\.isSpace) == Array("\t\n\u{B}\u{C}\r ".utf8))
    #expect(all.filter(\.isUppercaseLetter) == Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8))
    #expect(all.filter(\.isLowercaseLetter) == Array("abcdefghijklmnopqrstuvwxyz".utf8))
    #expect(all.count(where: \.isLetter) == 52 + 128)
  }

  @Test("A word list has the words of its lines, without what is said about them")
  func wordList() {
    let list = WordList(Array("# Of hand.\nlid leden\n\n  stad\tsteden \r\n# En:\nkoe".utf8))
    #expect(list.words == ["lid", "leden", "stad", "steden", "koe"])
    #expect(list.lines.map(\.count) == [2, 2, 1])
    #expect(WordList([]).words == [])
  }
}
