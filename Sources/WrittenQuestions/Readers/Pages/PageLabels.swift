/// The pages of a text without form feeds, by lines that number them.
enum PageLabels {
  private typealias Label = (line: Int, numbers: [Substring])

  /// Nil where there are no lines "Pagina 1 van 3", "- 1 -" … that count from 1 to 2 or more.
  static func pages(of lines: [TextLine]) -> [Range<Int>]? {
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
    let counting = labels.values.filter { $0.count > 1 && counts($0.map(\.numbers)) }
    guard let own = counting.max(by: { ($0.count, -$0[0].line) < ($1.count, -$1[0].line) }) else {
      return nil
    }
    // A label stands at the foot of its page, or at the head where no text is above the first.
    let hasTextBefore = lines[..<own[0].line].contains { !$0.isBlank }
    let starts =
      hasTextBefore ? [0] + own.map { $0.line + 1 } : [0] + own.dropFirst().map(\.line)
    return zip(starts, starts.dropFirst() + [lines.count]).map { $0..<$1 }
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
