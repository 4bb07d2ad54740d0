/// Makes lines of the words of a page. A line goes over the whole width of the page, whatever columns
/// there are.
struct LineBuilder {
  private var rows: [[PrintedWord]] = []

  /// The lines, from the top.
  static func lines(of words: [PrintedWord]) -> [PrintedLine] {
    var builder = LineBuilder()
    builder.gather(words)
    builder.attachScripts()
    return builder.rows.filter { !$0.isEmpty }
      .map { row in
        let words = row.sorted { $0.box.left < $1.box.left }
        return PrintedLine(SpacedLetters.closed(Self.spaced(Self.accented(words))))
      }
      .sorted { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }
  }

  /// Words whose middles are as high. Letters of different sizes on one line differ in it by less than
  /// raised ones do.
  private mutating func gather(_ words: [PrintedWord]) {
    for word in words.sorted(by: { $0.box.middle < $1.box.middle }) {
      let fitting = rows.indices.suffix(8).last { row in
        let first = rows[row][0]
        let smaller = min(first.size, word.size)
        return abs(first.box.middle - word.box.middle) <= smaller * 0.25
          && smaller >= max(first.size, word.size) * 0.5
      }
      if let fitting { rows[fitting].append(word) } else { rows.append([word]) }
    }
  }

  /// Small letters beside larger ones, a little above or below their middle, belong to their line.
  private mutating func attachScripts() {
    for row in rows.indices where !rows[row].isEmpty {
      var rest: [PrintedWord] = []
      // From the left: the second of two follows the first.
      for word in rows[row].sorted(by: { $0.box.left < $1.box.left }) {
        guard let (host, height) = host(of: word, except: row) else {
          rest.append(word)
          continue
        }
        var script = word
        script.height = height
        rows[host].append(script)
      }
      rows[row] = rest
    }
  }

  private func host(of word: PrintedWord, except own: Int) -> (Int, PrintedWord.Height)? {
    guard word.text.utf8.count <= 12 else { return nil }
    for row in max(0, own - 8)..<min(rows.count, own + 9) where row != own && !rows[row].isEmpty {
      guard let line = rows[row].first(where: { $0.height == .onLine }),
        word.size <= line.size * 0.85, word.size >= line.size * 0.35,
        word.box.sharedHeight(line.box) >= word.box.height * 0.3
      else { continue }
      let isBeside = rows[row].contains { other in
        let reach = line.size * (other.height == .onLine ? 0.7 : 0.9)
        return (-line.size * 0.3...reach).contains(word.box.left - other.box.right)
          || other.height == .onLine
            && (-line.size * 0.3...line.size * 1.6).contains(other.box.left - word.box.right)
      }
      guard isBeside else { continue }
      return (row, word.box.middle < line.box.middle ? .raised : .lowered)
    }
    return nil
  }

  /// Words that stand apart have a space between them, also where the page names none.
  private static func spaced(_ words: [PrintedWord]) -> [PrintedWord] {
    var words = words
    let gaps = zip(words, words.dropFirst()).map { $1.box.left - $0.box.right }
    let usual = gaps.isEmpty ? 0 : gaps.sorted()[gaps.count / 2]
    for (index, gap) in gaps.enumerated() {
      let size = min(words[index].size, words[index + 1].size)
      if gap > size * 0.18 { words[index].spaceAfter = true }
      // Letters that were set as one, as "fh", may leave a little room behind them.
      let isWithinWord =
        gap < size * 0.12 && gap * 2 < usual && gaps.count > 3
        && words[index].text.last?.isLetter ?? false
        && words[index + 1].text.first?.isLowercase ?? false
      if isWithinWord { words[index].spaceAfter = false }
      if gap < size * 0.02, words[index].height != words[index + 1].height {
        words[index].spaceAfter = false
      }
    }
    return words
  }

  /// An accent of its own goes on the word that it touches.
  private static func accented(_ words: [PrintedWord]) -> [PrintedWord] {
    var joined: [PrintedWord] = []
    for word in words {
      guard let last = joined.last, word.box.left - last.box.right < word.size * 0.1,
        SpacingAccent.isAccent(word.text) || SpacingAccent.isAccent(String(last.text.suffix(1)))
      else {
        joined.append(word)
        continue
      }
      var whole = last
      whole.text = SpacingAccent.composed(last.text + word.text)
      whole.box = last.box.union(word.box)
      whole.spaceAfter = word.spaceAfter
      joined[joined.count - 1] = whole
    }
    return joined
  }
}
