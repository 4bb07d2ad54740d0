/// Closes the spaces that a printer set between the letters of a word: "V r a a g".
enum SpacedLetters {
  /// - Parameter words: of one line, from left to right.
  static func closed(_ words: [PrintedWord]) -> [PrintedWord] {
    var closed: [PrintedWord] = []
    var rest = words[...]
    while let first = rest.first {
      let run = run(in: rest)
      if run.isEmpty {
        closed.append(first)
        rest.removeFirst()
      } else {
        closed += join(run)
        rest.removeFirst(run.count)
      }
    }
    return closed
  }

  /// The letters at the beginning that stand one by one; nothing where they are too few to tell.
  private static func run(in words: ArraySlice<PrintedWord>) -> ArraySlice<PrintedWord> {
    let run = words.prefix { $0.text.count <= 2 && $0.height == .onLine }
    let single = run.count { $0.text.count == 1 && $0.text.allSatisfy(\.isLetter) }
    guard run.count >= 4, single * 10 >= run.count * 7 else { return [] }
    return run
  }

  private static func join(_ run: ArraySlice<PrintedWord>) -> [PrintedWord] {
    let gaps = zip(run, run.dropFirst()).map { $1.box.left - $0.box.right }
    let least = gaps.min() ?? 0
    var joined: [PrintedWord] = []
    for (word, gap) in zip(run, [.infinity] + gaps) {
      // The gap between words is that between letters and a space.
      guard var last = joined.last, gap < least + word.size * 0.15, gap < word.size * 0.6 else {
        if !joined.isEmpty { joined[joined.count - 1].spaceAfter = true }
        joined.append(word)
        continue
      }
      last.text += word.text
      last.box = last.box.union(word.box)
      last.spaceAfter = word.spaceAfter
      joined[joined.count - 1] = last
    }
    return joined
  }
}
