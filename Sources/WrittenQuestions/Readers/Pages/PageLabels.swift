/// The pages of a text without form feeds, by lines that number them.
enum PageLabels {
  private typealias Label = (line: Int, numbers: [Substring])

  /// Nil where there are no lines "Pagina 1 van 3", "- 1 -" … that count from 1 to 2 or more. As
  /// rows and headings count too, only "Pagina 2 van 3" may touch the text, and only where page 3
  /// is there; others stand apart from it, as far from each other as pages are long.
  static func pages(
    of lines: [TextLine]
  ) -> (pages: [Range<Int>], labels: [Int])? {
    var labels: [LinePattern: [Label]] = [:]
    for (index, line) in lines.enumerated() where line.text.utf8.count <= 100 {
      guard line.text.contains(where: \.isASCIIDigit), !LineRole.isLabel(line.text) else {
        continue
      }
      let (pattern, numbers) = LinePattern.of(line.text)
      // Two more numbers that stay the same, as years do, prove as much as a word for page.
      if pattern.isPageLabel || pattern.isSetAsPageNumber
        || numbers.count > 2 && pattern.text.hasPrefix("# ") && endsInNumber(line.text)
          && pattern.text.contains(where: \.isLetter)
      {
        labels[pattern, default: []].append((index, numbers))
      }
    }
    let counting = labels.filter { pattern, labels in
      labels.count > 1 && counts(labels.map(\.numbers))
        && (pattern.isPageOfAll && reachesTotal(labels)
          || (isApart(labels, in: lines, pattern) || isFooter(labels, in: lines, pattern))
            && arePagesApart(labels, in: lines)
            && (!pattern.isNumberOfTotal || reachesTotal(labels)))
    }.values
    guard let own = counting.max(by: { ($0.count, -$0[0].line) < ($1.count, -$1[0].line) }) else {
      return nil
    }
    // A label stands at the foot of its page, or at the head where no text is above the first.
    let hasTextBefore = lines[..<own[0].line].contains { !$0.isBlank }
    let starts =
      hasTextBefore ? [0] + own.map { $0.line + 1 } : [0] + own.dropFirst().map(\.line)
    let pages = zip(starts, starts.dropFirst() + [lines.count]).map { $0..<$1 }
    return (pages, own.map(\.line))
  }

  /// The last label says that it is the last page.
  private static func reachesTotal(_ labels: [Label]) -> Bool {
    guard let last = labels.last, last.numbers.count > 1 else { return false }
    let numbers = last.numbers.map { Int($0) }
    return numbers.count { $0 == labels.count } == 2
  }

  /// A blank line, or the end of the text, stands on both sides of each; beside a word for page
  /// one side is enough, as a header may stand on the other.
  private static func isApart(
    _ labels: [Label], in lines: [TextLine], _ pattern: LinePattern
  ) -> Bool {
    func isFree(_ line: Int) -> Bool { !lines.indices.contains(line) || lines[line].isBlank }
    let isBefore = labels.allSatisfy { isFree($0.line - 1) }
    let isBehind = labels.allSatisfy { isFree($0.line + 1) }
    return isBefore && isBehind || pattern.saysPageNumber && (isBefore || isBehind)
  }

  /// Of some words and numbers, below the last page as well: "Kamer, vergaderjaar 2024–2025, stuk 3".
  private static func isFooter(
    _ labels: [Label], in lines: [TextLine], _ pattern: LinePattern
  ) -> Bool {
    guard pattern.words > 2, labels[0].numbers.count > 2, let last = labels.last else {
      return false
    }
    return lines[(last.line + 1)...].allSatisfy(\.isBlank)
  }

  /// Nobody prints pages of less text.
  private static let shortestPage = 4

  /// The last page may be short where the labels stand below their pages and others prove it.
  private static func arePagesApart(_ labels: [Label], in lines: [TextLine]) -> Bool {
    let starts = [0] + labels.map { $0.line + 1 }
    var lengths = zip(starts, labels).map { start, label in
      lines[start..<label.line].count { !$0.isBlank }
    }
    let isBelow = lengths[0] >= shortestPage && labels.count > 2
    if isBelow { lengths.removeLast() } else { lengths.removeFirst() }
    return lengths.allSatisfy { $0 >= shortestPage }
  }

  /// A word of its own; a number at the start may be that of a footnote.
  private static func endsInNumber(_ text: String) -> Bool {
    let last = text.split(whereSeparator: \.isWhitespace).last
    return last.map { $0.allSatisfy(\.isASCIIDigit) } ?? false
  }

  /// One number goes 1, 2, 3 … and the others are the same everywhere; one of all pages is no less.
  /// Where others stand beside it, it may begin with 2, as a first page is often set otherwise.
  private static func counts(_ numbers: [[Substring]]) -> Bool {
    let slots = numbers[0].indices
    return slots.contains { slot in
      let first = Int(numbers[0][slot]) ?? 0
      guard first == 1 || first == 2 && slots.count > 1 else { return false }
      return numbers.enumerated().allSatisfy { index, found in
        Int(found[slot]) == first + index
          && slots.allSatisfy { other in
            other == slot
              || found[other] == numbers[0][other]
                && (slots.count > 2 || (Int(found[other]) ?? 0) >= numbers.count)
          }
      }
    }
  }
}
