/// Consecutive lines with the same white strips between their words from top to bottom.
struct GutterBand {
  private(set) var rows: Range<Int>
  /// The strips, from left to right, without those that only part labels from what they label.
  private(set) var gutters: [ClosedRange<Double>]

  /// The band that begins at a line, if one does.
  init?(in lines: [PrintedLine], from start: Int) {
    guard let (strip, last, count) = Self.longest(in: lines, from: start) else { return nil }
    let size = lines[start].size
    let width = strip.upperBound - strip.lowerBound
    // The fewer lines have it, the wider it has to be: lines are set wide by chance too.
    guard count >= 3 || count == 2 && width >= size * 2.2 || width >= size * 3 else { return nil }
    var common = Self.free(at: start, in: lines)
    var end = start + 1
    while end <= last {
      let narrower = Self.intersection(
        common, Self.free(at: end, in: lines), atLeast: Self.least(size))
      // Where gutters of several lines end, another table begins.
      if narrower.count < common.count, end - start >= 2 { break }
      common = narrower
      end += 1
    }
    rows = start..<end
    gutters = common.filter { $0.lowerBound.isFinite && $0.upperBound.isFinite }
    joinLabels(in: lines)
    guard !gutters.isEmpty else { return nil }
    takeRest(of: lines, within: 1.6)
  }

  private static func least(_ size: Double) -> Double { max(size * 0.95, 5) }

  /// The strip that begins in a line and goes down the farthest over lines with words on both of its
  /// sides; the last of those, and how many they are.
  private static func longest(in lines: [PrintedLine], from start: Int)
    -> (ClosedRange<Double>, last: Int, count: Int)?
  {
    let least = least(lines[start].size)
    var best: (ClosedRange<Double>, last: Int, count: Int)?
    for gap in free(at: start, in: lines)
    where gap.lowerBound.isFinite && gap.upperBound.isFinite {
      var (strip, common) = (gap, gap)
      var (last, count) = (start, 1)
      for row in lines.indices[(start + 1)...] {
        let free = free(at: row, in: lines)
        guard
          let narrower = intersection([common], free, atLeast: least)
            .max(by: { $0.width < $1.width })
        else { break }
        common = narrower
        let hasBoth =
          !free.contains { $0.lowerBound == -.infinity && $0.upperBound > common.lowerBound }
          && !free.contains { $0.upperBound == .infinity && $0.lowerBound < common.upperBound }
        if hasBoth {
          count += 1
          last = row
          strip = common
        }
      }
      if count > best?.count ?? 0 { best = (strip, last, count) }
    }
    return best
  }

  /// What is white at the height of a line, beside all words that are as high.
  private static func free(at row: Int, in lines: [PrintedLine]) -> [ClosedRange<Double>] {
    let line = lines[row]
    let least = least(line.size)
    var covered: [Box] = []
    for other in lines[max(0, row - 6)..<min(lines.count, row + 7)]
    where other.box.top <= line.box.middle && other.box.bottom >= line.box.middle {
      covered += other.words.map(\.box)
    }
    covered.sort { $0.left < $1.left }
    var free: [ClosedRange<Double>] = []
    var end = -Double.infinity
    for box in covered {
      if box.left - end >= least { free.append(end...box.left) }
      end = max(end, box.right)
    }
    free.append(end...(.infinity))
    return free
  }

  private static func intersection(
    _ first: [ClosedRange<Double>], _ second: [ClosedRange<Double>], atLeast least: Double
  ) -> [ClosedRange<Double>] {
    first.flatMap { one in
      second.compactMap { other in
        let (low, high) = (
          max(one.lowerBound, other.lowerBound), min(one.upperBound, other.upperBound)
        )
        return high - low >= least ? low...high : nil
      }
    }
  }

  /// "1." and what follows it stand apart without being cells.
  private mutating func joinLabels(in lines: [PrintedLine]) {
    var left = -Double.infinity
    var kept: [ClosedRange<Double>] = []
    for gutter in gutters {
      let texts = lines[rows].compactMap { line -> String? in
        let words = line.words.filter {
          $0.box.left >= left && $0.box.left < gutter.upperBound - 0.01
        }
        return words.isEmpty ? nil : PrintedLine(words).text
      }
      if !texts.allSatisfy(ListLabel.isLabel) {
        kept.append(gutter)
        left = gutter.upperBound - 0.01
      }
    }
    gutters = kept
  }

  /// Whether a line above is the beginning of a cell whose neighbours begin lower: of any but the first
  /// column, for a heading may stand above that.
  func begins(lower line: PrintedLine, than first: PrintedLine) -> Bool {
    guard let gutter = gutters.last(where: { $0.lowerBound < line.box.left + 1 }) else {
      return false
    }
    let end = gutters.first { $0.lowerBound > line.box.left }
    return line.box.left >= gutter.upperBound - 1 && line.box.right <= end?.upperBound ?? .infinity
      && abs(line.size - first.size) < first.size * 0.1
      && first.box.middle - line.box.middle <= line.box.height * 1.4
  }

  mutating func takeAbove() { rows = rows.lowerBound - 1..<rows.upperBound }

  /// Takes the lines below that go on in one column alone.
  /// - Parameter reach: how far each may be below the last, in heights of a line.
  mutating func takeRest(of lines: [PrintedLine], within reach: Double) {
    while rows.upperBound < lines.count {
      let last = lines[rows.upperBound - 1]
      let next = lines[rows.upperBound]
      // Whole words on one side of where the next column begins.
      let fits = gutters.allSatisfy { gutter in
        let begin = (gutter.lowerBound + gutter.upperBound) / 2
        let isLeft = next.words.allSatisfy {
          $0.box.left < begin && $0.box.right <= gutter.upperBound - 1
        }
        return isLeft || next.words.allSatisfy { $0.box.left >= max(begin, gutter.lowerBound + 1) }
      }
      guard fits, !ParagraphBreaks.isHeading(next.text),
        abs(next.size - last.size) < last.size * 0.1,
        next.box.middle - last.box.middle <= last.box.height * reach
      else { return }
      rows = rows.lowerBound..<rows.upperBound + 1
    }
  }
}

extension ClosedRange<Double> {
  fileprivate var width: Double { upperBound - lowerBound }
}
