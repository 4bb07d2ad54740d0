/// Tells what belongs to pages and not to the text: running headers and footers, page numbers,
/// colophons.
struct RunningLines {
  /// A part of a line, set apart by space from others on it.
  private struct Piece {
    var line: PrintedLine
    var row: Int
    var isRunning = false
  }

  /// Lines at each edge of a page that may be running ones.
  private static let zone = 6

  private let bodySize: Double
  private var pages: [[Piece]]
  private let heights: [Double]

  /// What each page says, and what it has at its head and at its foot.
  typealias Parts = (text: [PrintedLine], header: [PrintedLine], footer: [PrintedLine])

  static func part(_ pages: [(lines: [PrintedLine], height: Double)], bodySize: Double) -> [Parts] {
    var running = RunningLines(pages, bodySize: bodySize)
    running.findRepeated()
    for page in running.pages.indices {
      running.findAtFoot(page)
      running.findBesideFoot(page)
      running.findDisplayed(page)
    }
    running.findBesideText()
    return running.pages.indices.map(running.parts)
  }

  private init(_ pages: [(lines: [PrintedLine], height: Double)], bodySize: Double) {
    self.bodySize = bodySize
    heights = pages.map(\.height)
    self.pages = pages.map { page in
      page.lines.enumerated().flatMap { row, line in
        Self.pieces(of: line).map { Piece(line: $0, row: row) }
      }
    }
  }

  private static func pieces(of line: PrintedLine) -> [PrintedLine] {
    var pieces: [[PrintedWord]] = []
    for word in line.words {
      if let last = pieces.last?.last, word.box.left - last.box.right < last.size * 1.5 {
        pieces[pieces.count - 1].append(word)
      } else {
        pieces.append([word])
      }
    }
    return pieces.map(PrintedLine.init)
  }

  private func parts(of page: Int) -> Parts {
    var text: [(row: Int, words: [PrintedWord])] = []
    var parts: Parts = ([], [], [])
    for piece in pages[page] {
      if piece.isRunning {
        if piece.line.box.middle < heights[page] / 2 {
          parts.header.append(piece.line)
        } else {
          parts.footer.append(piece.line)
        }
      } else if text.last?.row == piece.row {
        text[text.count - 1].words += piece.line.words
      } else {
        text.append((piece.row, piece.line.words))
      }
    }
    parts.text = text.map { PrintedLine($0.words) }
    return parts
  }

  // MARK: - Repeated

  /// A text with its place, without what numbers in it are.
  private struct Key: Hashable {
    var text: String
    /// Numbers that stay, or their distance to the page's.
    var numbers: [Int?]
    var isHead: Bool
    var place: Int
  }

  private mutating func findRepeated() {
    guard pages.count > 1 else { return }
    var found: [Key: Set<Int>] = [:]
    for page in pages.indices {
      for piece in candidates(page) {
        for key in keys(page, piece) { found[key, default: []].insert(page) }
      }
    }
    // Left and right pages may have their own, and the first and the last none.
    let least = max(2, (pages.count * 2 + 4) / 5)
    for page in pages.indices {
      let candidates = candidates(page)
      let repeated = candidates.filter { piece in
        keys(page, piece).contains { found[$0]?.count ?? 0 >= least }
          && !ParagraphBreaks.isHeading(pages[page][piece].line.text) && !beginsNote(page, piece)
      }
      for piece in repeated where isApart(page, piece, from: repeated) {
        pages[page][piece].isRunning = true
      }
    }
  }

  private func candidates(_ page: Int) -> [Int] {
    guard let last = pages[page].last else { return [] }
    return pages[page].indices.filter {
      let row = pages[page][$0].row
      return row < Self.zone || row > last.row - Self.zone
    }.prefix(200) + []
  }

  private func keys(_ page: Int, _ index: Int) -> [Key] {
    let piece = pages[page][index]
    let isHead = piece.line.box.middle < heights[page] / 2
    let edge = isHead ? piece.line.box.middle : heights[page] - piece.line.box.middle
    var text = ""
    var numbers: [Int] = []
    for part in piece.line.text.split(whereSeparator: \.isWhitespace) {
      let digits = part.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
      if let number = Int(digits), digits.count < 6 {
        numbers.append(number)
        text += part.prefix { !$0.isASCIIDigit } + "#" + part[digits.endIndex...] + " "
      } else {
        text += part + " "
      }
    }
    guard text.utf8.count <= 400 else { return [] }
    // One number at most goes with the pages.
    let readings =
      [numbers.map { Optional($0) }]
      + numbers.indices.prefix(6).map { going in
        numbers.enumerated().map { $0 == going ? nil : $1 }
      }
    let places = [Int(edge / 8) * 2, Int((edge + 4) / 8) * 2 + 1]
    return readings.enumerated().flatMap { number, reading in
      places.map { place in
        let going = number == 0 ? "" : "\(numbers[number - 1] - page)"
        return Key(text: text + going, numbers: reading, isHead: isHead, place: place)
      }
    }
  }

  /// Whether a line that is repeated is set off from the text, so that it is not the text's own:
  /// by space or by its letters.
  private func isApart(_ page: Int, _ index: Int, from repeated: [Int]) -> Bool {
    let piece = pages[page][index]
    if abs(piece.line.size - bodySize) > bodySize * 0.04 { return true }
    // Lines of the text's size that follow each other without a space are one block.
    let rows = Set(repeated.map { pages[page][$0].row })
    let inward = piece.line.box.middle < heights[page] / 2 ? 1 : -1
    var edge = piece.line.box
    var row = piece.row + inward
    while let next = box(ofRow: row, page) {
      if -next.sharedHeight(edge) > piece.line.box.height * 0.8 { return true }
      guard rows.contains(row) else { return false }
      (edge, row) = (next, row + inward)
    }
    return true
  }

  /// Whether it is a note whose mark stands in the text of the page.
  private func beginsNote(_ page: Int, _ index: Int) -> Bool {
    let words = pages[page][index].line.words
    let mark = words[0].text.trimming { ".)".contains($0) }
    guard words.count > 1, mark.allSatisfy(\.isASCIIDigit) else { return false }
    return pages[page].contains { piece in
      piece.line.words.dropFirst().contains { $0.height == .raised && $0.text == mark }
    }
  }

  private func box(ofRow row: Int, _ page: Int) -> Box? {
    let boxes = pages[page].lazy.filter { $0.row == row }.map(\.line.box)
    return boxes.first.map { first in boxes.dropFirst().reduce(first) { $0.union($1) } }
  }

  // MARK: - At one page

  /// What stands far below the rest at the foot of a page.
  private mutating func findAtFoot(_ page: Int) {
    var foot: [Int] = []
    for row in Set(pages[page].map(\.row)).sorted(by: >).prefix(6) {
      let pieces = pages[page].indices.filter { pages[page][$0].row == row }
      if !foot.isEmpty, isFoot(foot, below: pieces, page) {
        for piece in foot { pages[page][piece].isRunning = true }
        return
      }
      guard
        pieces.allSatisfy({
          let line = pages[page][$0].line
          return line.box.top > heights[page] * 0.925 && line.words.count <= 15
        })
      else { return }
      foot += pieces
    }
  }

  /// Whether lines stand apart from those above them: by much space, or by some in letters that are
  /// smaller than the text's, and begin no notes.
  private func isFoot(_ foot: [Int], below above: [Int], _ page: Int) -> Bool {
    let lines = foot.map { pages[page][$0].line }
    let last = above.map { pages[page][$0].line }
    guard let top = lines.map(\.box.top).min(), let bottom = last.map(\.box.bottom).max(),
      let size = last.map(\.size).max()
    else { return false }
    let gap = top - bottom
    if gap > bodySize * 2 { return true }
    let isImprint = lines.allSatisfy { line in
      line.size < bodySize * 0.85
        && (line.words.count == 1
          || !(line.words.first.map { $0.height == .raised || ListLabel.isLabel($0.text) } ?? true))
    }
    let isSmaller = lines.allSatisfy { $0.size < size * 0.95 }
    return isImprint && gap > bodySize * (isSmaller ? 0.5 : 1.2)
  }

  /// A colophon: lines beside a running one at the foot, and those that stand tight above them.
  private mutating func findBesideFoot(_ page: Int) {
    var lowest = pages[page].filter { $0.isRunning && $0.line.box.middle > heights[page] / 2 }
      .map(\.line)
    guard !lowest.isEmpty else { return }
    for index in pages[page].indices.reversed() where !pages[page][index].isRunning {
      let line = pages[page][index].line
      guard line.box.top > heights[page] * 0.85 else { break }
      let isBeside = lowest.contains {
        line.box.sharedHeight($0.box) > line.box.height * 0.3
          && line.box.sharedWidth($0.box) < 0
      }
      let isAbove = lowest.contains {
        abs($0.size - line.size) < 0.3 && abs($0.box.left - line.box.left) < 2
          && $0.size < bodySize * 0.85 && $0.box.top - line.box.bottom < line.box.height * 0.5
      }
      guard isBeside || isAbove else { continue }
      pages[page][index].isRunning = true
      lowest.append(line)
    }
  }

  /// Small lines beside the column of the text, as a letter has its sender's address: they are no part
  /// of the text, wherever on the page they stand.
  private mutating func findBesideText() {
    guard let column = textColumn else { return }
    for page in pages.indices {
      let beside = pages[page].indices.filter { index in
        let box = pages[page][index].line.box
        return !pages[page][index].isRunning && pages[page][index].line.size <= bodySize * 0.88
          && (box.left > column.upperBound + bodySize || box.right < column.lowerBound - bodySize)
      }
      // A table that is wider than the text has other small letters on the same lines.
      var small: [Int: Int] = [:]
      for piece in pages[page] where piece.line.size <= bodySize * 0.88 {
        small[piece.row, default: 0] += 1
      }
      let alone = beside.filter { small[pages[page][$0].row] == 1 }
      guard alone.count >= 2, alone.count == beside.count else { continue }
      for piece in alone { pages[page][piece].isRunning = true }
    }
  }

  /// From where to where most lines of the text reach; nil where it has no one column.
  private var textColumn: ClosedRange<Double>? {
    let boxes = pages.joined().filter {
      !$0.isRunning && abs($0.line.size - bodySize) < bodySize * 0.04 && $0.line.words.count >= 4
    }.map(\.line.box)
    guard boxes.count >= 5 else { return nil }
    let left = boxes.map(\.left).sorted()[boxes.count / 20]
    let right = boxes.map(\.right).sorted()[boxes.count - 1 - boxes.count / 50]
    return left < right ? left...right : nil
  }

  /// A sign of a few characters that is much larger than all writing, as the number of a chamber.
  private mutating func findDisplayed(_ page: Int) {
    for index in pages[page].indices {
      let line = pages[page][index].line
      if line.size > bodySize * 3, line.text.utf8.count <= 3, line.text.allSatisfy(\.isNumber) {
        pages[page][index].isRunning = true
      }
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
