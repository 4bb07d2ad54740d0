import Text

/// How a document writes its words where no line ends in them.
struct HyphenEvidence {
  /// Words, in small letters.
  private(set) var whole: Set<String> = []
  /// What stands before a hyphen within a word or at its end, in small letters.
  private(set) var heads: Set<String> = []
  /// What stands after one.
  private(set) var tails: Set<String> = []
  /// Words are broken at line ends with a sign that does not stand within words.
  var hasOwnHyphens: Bool { ownHyphens > 2 && ownHyphens > plainHyphens * 2 }

  private var ownHyphens = 0
  private var plainHyphens = 0

  init(words: some Sequence<String>) {
    for word in words { add(word) }
  }

  init(_ flow: Flow) {
    for item in flow.items { item.cells.forEach { add($0) } }
    flow.notes.forEach { add($0) }
  }

  private mutating func add(_ lines: [Flow.Line]) {
    for line in lines {
      switch line.tokens.last?.text.last {
      case "\u{2010}": ownHyphens += 1
      case "-": plainHyphens += 1
      default: break
      }
      var word = ""
      var words: [String] = []
      for token in line.tokens {
        word += token.text
        if token.spaceAfter {
          words.append(word)
          word = ""
        }
      }
      // The first and the last of a line may be parts.
      if line.tokens.first?.text.first?.isUppercase == false { words = Array(words.dropFirst()) }
      if !word.isEmpty, !word.hasSuffix("-") { words.append(word) }
      words.forEach { add($0) }
    }
  }

  private mutating func add(_ word: String) {
    let plain = word.lowercased().trimming { !$0.isLetter && !$0.isNumber && $0 != "-" }
    guard !plain.isEmpty else { return }
    whole.insert(String(plain))
    let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if index + 1 < parts.count { heads.insert(String(part)) }
      if index > 0 { tails.insert(String(part)) }
    }
  }
}
