/// The pages of a text without form feeds, by lines that number them.
enum PageLabels {
  /// Nil where there are no lines "Pagina 1 van 3", "- 1 -" … that count from 1 to 2 or more.
  static func pages(of lines: [TextLine]) -> [Range<Int>]? {
    var labels: [(line: Int, pattern: LinePattern, numbers: [Substring])] = []
    for (index, line) in lines.enumerated() where line.text.utf8.count <= 30 {
      guard line.text.contains(where: \.isASCIIDigit) else { continue }
      let (pattern, numbers) = LinePattern.of(line.text)
      if pattern.isPageLabel || pattern.isSetAsPageNumber {
        labels.append((index, pattern, numbers))
      }
    }
    guard let first = labels.first else { return nil }
    let own = labels.filter { $0.pattern == first.pattern }
    guard own.count > 1, counts(own.map(\.numbers)) else { return nil }
    // A label stands at the foot of its page, or at the head if text follows the last one only.
    let hasTextBefore = lines[..<first.line].contains { !$0.isBlank }
    let starts =
      hasTextBefore ? [0] + own.map { $0.line + 1 } : [0] + own.dropFirst().map(\.line)
    return zip(starts, starts.dropFirst() + [lines.count]).map { $0..<$1 }
  }

  /// One number goes 1, 2, 3 … and the other, of all pages, is the same and no less.
  private static func counts(_ numbers: [[Substring]]) -> Bool {
    let slots = numbers[0].indices
    return slots.contains { slot in
      numbers.enumerated().allSatisfy { index, found in
        Int(found[slot]) == index + 1
          && slots.allSatisfy { other in
            other == slot
              || found[other] == numbers[0][other] && (Int(found[other]) ?? 0) >= numbers.count
          }
      }
    }
  }
}
