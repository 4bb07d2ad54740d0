import Text

/// Words in the spelling that was allowed until 1995, with today's.
enum OldSpelling {
  static let pairs: [(old: String, new: String)] =
    WordList(PackageResources.old_spelling_txt).lines.flatMap { line in
      let words = line.map { String(decoding: $0, as: UTF8.self) }
      return words.dropFirst().map { ($0, words[0]) }
    }
}
