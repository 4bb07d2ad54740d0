/// Makes the term of a folded word: its stem, and its parts when it is a compound.
struct WordAnalyzer {
  private let splitter: CompoundSplitter
  private let stemmer: WordStemmer

  init(lexicon: Lexicon, stemmer: any Stemmer) {
    splitter = CompoundSplitter(lexicon: lexicon)
    self.stemmer = WordStemmer(splitter: splitter, general: stemmer)
  }

  func term(_ word: String, kind: Token.Kind, isElliptical: Bool, stopWords: StopWords) -> Term {
    let isStopWord = stopWords.contains(word)
    switch kind {
    case .number, .time:
      // `10 000` is 10000, and perhaps two numbers of a table.
      let pieces = split(word, at: [UInt8(ascii: "-"), UInt8(ascii: " ")]).map {
        Term.Piece(range: $0.range, word: $0.text, stem: $0.text)
      }
      return Term(
        kind: kind, word: word, stem: word.filter { $0 != " " }, isStopWord: isStopWord,
        pieces: pieces.count > 1 ? pieces : [])
    case .date:
      return Term(kind: kind, word: word, stem: word, isStopWord: false, pieces: [])
    case .email, .url:
      let separators = ".-_/@+?=&:#%~".utf8
      let pieces = split(word, at: Array(separators)).map {
        Term.Piece(range: $0.range, word: $0.text, stem: stem($0.text))
      }
      return Term(kind: kind, word: word, stem: word, isStopWord: false, pieces: pieces)
    case .word:
      return wordTerm(word, isElliptical: isElliptical, isStopWord: isStopWord, stopWords)
    }
  }

  private func wordTerm(
    _ word: String, isElliptical: Bool, isStopWord: Bool, _ stopWords: StopWords
  ) -> Term {
    if isStopWord {
      return Term(kind: .word, word: word, stem: stem(word), isStopWord: true, pieces: [])
    }
    var pieces: [Term.Piece] = []
    let members = split(word, at: [UInt8(ascii: "-"), UInt8(ascii: "'")])
    for member in members {
      let parts = splitter.split(member.text)
      if parts.isEmpty {
        guard members.count > 1, member.range.count > 1, !stopWords.contains(member.text)
        else { continue }
        pieces.append(
          Term.Piece(range: member.range, word: member.text, stem: stem(member.text)))
      } else {
        for (index, part) in parts.enumerated() {
          // Up to the next part, over the linking letters.
          let end = index + 1 < parts.count ? parts[index + 1].lowerBound : member.range.count
          let offset = member.range.lowerBound
          let text = String(decoding: Array(member.text.utf8)[part], as: UTF8.self)
          pieces.append(
            Term.Piece(
              range: offset + part.lowerBound..<offset + end, word: text, stem: stem(text)))
        }
      }
    }
    let whole = members.map(\.text).joined()
    let stem = isElliptical ? stemBeforeHyphen(whole) : stem(whole)
    return Term(kind: .word, word: word, stem: stem, isStopWord: false, pieces: pieces)
  }

  /// `verkeers-` in `verkeers- en vervoersbeleid` is `verkeer`: its s belongs to the compound. That of
  /// `huis- en tuinafval` does not: `huis` is more of a word than `hui`.
  private func stemBeforeHyphen(_ word: String) -> String {
    let rest = String(word.dropLast())
    let isLinked =
      word.hasSuffix("s") && splitter.isModifier(rest)
      && splitter.table.entry(word).level <= splitter.table.entry(rest).level
    return stem(isLinked ? rest : word)
  }

  func kin(of stem: String) -> [String] {
    var kin: [String] = []
    for word in WordFamilies(table: splitter.table).kin(of: stem) {
      let other = self.stem(word)
      if other != stem, !kin.contains(other) { kin.append(other) }
    }
    return kin
  }

  func stem(_ word: String) -> String {
    stemmer.stem(word)
  }

  private func split(
    _ word: String, at separators: [UInt8]
  ) -> [(range: Range<Int>, text: String)] {
    let bytes = Array(word.utf8)
    return bytes.indices.split { separators.contains(bytes[$0]) }.map { part in
      let range = part.startIndex..<part.endIndex
      return (range, String(decoding: bytes[range], as: UTF8.self))
    }
  }
}
