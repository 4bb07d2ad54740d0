import TestSupport
import Testing
import Text

@testable import DutchText

/// The lists in `Words/`.
struct WordListTests {
  private static let directory = "Sources/DutchText/Words/"

  private static let files = textFiles(in: directory)

  /// Lists of words that belong to one another only by their line.
  private static let tables = [
    "adjective-endings.txt", "base-forms.txt", "noun-endings.txt", "old-spelling.txt",
    "strong-verbs.txt", "word-families.txt",
  ]

  /// So far all were made by hand. A list that is taken from somewhere names its source instead.
  @Test("Every group of words says where it comes from")
  func provenance() {
    #expect(Self.files.count == 20)
    for name in Self.files {
      let text = String(decoding: Shared.bytes(Self.directory + name), as: UTF8.self)
      for group in text.split(separator: "\n\n") {
        let lines = group.split(separator: "\n")
        let comment = lines.prefix { $0.hasPrefix("#") }.map { $0.dropFirst() }.joined()
        let hasWords = !lines.allSatisfy { $0.hasPrefix("#") }
        #expect(!hasWords || comment.lowercased().contains("by hand"), "\(name): \(group)")
      }
    }
  }

  @Test("Words are in the form that the analysis gives them")
  func folded() {
    for name in Self.files {
      for word in WordList(Shared.bytes(Self.directory + name)).words {
        #expect(
          word.utf8.allSatisfy { $0.isLowercaseLetter || "'-*".utf8.contains($0) },
          "\(name): \(word)")
      }
    }
  }

  @Test("A list has no word twice")
  func once() {
    for name in Self.files where !Self.tables.contains(name) {
      let words = WordList(Shared.bytes(Self.directory + name)).words
      #expect(words.count == Set(words).count, "\(name)")
    }
  }

  @Test("No old spelling is today's, and none has two")
  func oldSpelling() {
    let old = OldSpelling.pairs.map(\.old)
    #expect(old.count == 99)
    #expect(Set(old).count == old.count)
    #expect(Set(old).isDisjoint(with: OldSpelling.pairs.map(\.new)))
  }

  @Test("A form has one base", arguments: ["base-forms.txt", "strong-verbs.txt"])
  func oneBase(_ name: String) {
    var bases: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]
    for line in WordList(Shared.bytes(Self.directory + name)).lines {
      let forms = name == "base-forms.txt" ? line[...] : line.dropFirst()
      for form in forms {
        #expect(bases[form] == nil, "\(name): \(String(decoding: form, as: UTF8.self))")
        bases[form] = line[0]
      }
    }
    #expect(bases.count > 200)
  }
}
