/// The words in what Tesseract prints as a table: a row a word, with its line and its box.
enum RecognisedWords {
  private struct Word {
    var line: Line
    var box: Box
    var text: String
  }

  private struct Line: Hashable {
    var block: Int
    var paragraph: Int
    var line: Int
  }

  /// - Parameter scale: points of the page for one of the picture.
  static func words(_ table: String, scale: Double) -> [PrintedWord] {
    let words = table.split(separator: "\n").compactMap { word($0, scale: scale) }
    var lines: [Line: Box] = [:]
    for word in words { lines[word.line] = lines[word.line]?.union(word.box) ?? word.box }
    let heights = lines.values.map(\.height).sorted()
    let usual = heights.isEmpty ? 0 : heights[heights.count / 2]
    return words.compactMap { word in
      guard let line = lines[word.line] else { return nil }
      // A line is as high as its letters happen to be; letters of about a size are of one.
      let height = (0.7...1.4).contains(line.height / max(usual, 0.1)) ? usual : line.height
      var box = word.box
      box.top = line.middle - height / 2
      box.bottom = line.middle + height / 2
      return PrintedWord(text: PrintedText.written(word.text), box: box, size: max(height, 1))
    }
  }

  private static func word(_ row: Substring, scale: Double) -> Word? {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
    // level, page, block, paragraph, line, word, left, top, width, height, confidence, text
    guard cells.count == 12, cells[0] == "5", let block = Int(cells[2]),
      let paragraph = Int(cells[3]), let line = Int(cells[4]), let left = Double(cells[6]),
      let top = Double(cells[7]), let width = Double(cells[8]), let height = Double(cells[9]),
      let confidence = Double(cells[10]), confidence > 10,
      cells[11].contains(where: { !$0.isWhitespace })
    else { return nil }
    return Word(
      line: Line(block: block, paragraph: paragraph, line: line),
      box: Box(
        left: left * scale, top: top * scale, right: (left + width) * scale,
        bottom: (top + height) * scale),
      text: String(cells[11]))
  }
}
