import Text

/// The lines of a laid-out text without page headers, footers and page numbers.
struct TextLine {
  /// Bytes in the file's text, without the line's end and the white space around.
  var range: Range<Int>
  var text: String

  var isBlank: Bool { text.isEmpty }
}

enum PageFurniture {
  /// All lines but those that belong to the page, with the blank lines around these.
  static func contentLines(of bytes: [UInt8]) -> [TextLine] {
    let (lines, breaks) = split(bytes)
    var isFurniture = lines.map { isPageLabel($0.text) }
    let repeated = repeatedLines(near: breaks, in: lines)
    for page in breaks {
      for index in window(around: page, in: lines) {
        let text = lines[index].text
        if repeated.contains(shape(of: text)) || isBareNumber(text) { isFurniture[index] = true }
      }
    }
    for index in lines.indices where isFurniture[index] && !lines[index].isBlank {
      // The blank lines that set it off are the page's too, not the end of a paragraph.
      var around = index - 1
      while around >= 0, lines[around].isBlank { isFurniture[around] = true; around -= 1 }
      around = index + 1
      while around < lines.count, lines[around].isBlank { isFurniture[around] = true; around += 1 }
    }
    return lines.indices.filter { !isFurniture[$0] }.map { lines[$0] }
  }

  /// Lines, and the index of each line that begins a page.
  private static func split(_ bytes: [UInt8]) -> (lines: [TextLine], breaks: [Int]) {
    var lines: [TextLine] = []
    var breaks: [Int] = []
    var start = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
      let isReturn = byte == UInt8(ascii: "\r")
      guard byte == UInt8(ascii: "\n") || isReturn || byte == 0x0c else { continue }
      if isReturn, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { continue }
      var first = start
      var last = index
      while first < last, bytes[first].isSpace { first += 1 }
      while last > first, bytes[last - 1].isSpace { last -= 1 }
      lines.append(
        TextLine(range: first..<last, text: String(decoding: bytes[first..<last], as: UTF8.self)))
      if byte == 0x0c { breaks.append(lines.count) }
      start = index + 1
    }
    return (lines, breaks)
  }

  /// The three lines with text before a page break and the three after.
  private static func window(around page: Int, in lines: [TextLine]) -> [Int] {
    let before = lines.indices.prefix(page).reversed().lazy.filter { !lines[$0].isBlank }.prefix(3)
    let after = lines.indices.dropFirst(page).lazy.filter { !lines[$0].isBlank }.prefix(3)
    return Array(before) + Array(after)
  }

  /// What stands at several page breaks, numbers aside.
  private static func repeatedLines(near breaks: [Int], in lines: [TextLine]) -> Set<String> {
    var places: [String: Set<Int>] = [:]
    for page in breaks {
      for index in window(around: page, in: lines) {
        places[shape(of: lines[index].text), default: []].insert(index)
      }
    }
    return Set(places.filter { $0.value.count >= 2 }.keys)
  }

  private static func shape(of text: String) -> String {
    String(text.map { $0.isNumber ? "0" : $0 })
  }

  /// "Pagina 2 van 3", "blz. 2", "- 2 -", "2/3" behind a word for page.
  private static func isPageLabel(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first, text.count <= 30 else { return false }
    let hasWord = ["pagina", "blz", "bladzijde", "page", "p"].contains(first)
    if hasWord, words.count >= 2 {
      return words.dropFirst().allSatisfy { Int($0) != nil || $0 == "van" || $0 == "of" }
    }
    return words.count == 1 && Int(first) != nil && text.hasPrefix("-") && text.hasSuffix("-")
  }

  private static func isBareNumber(_ text: String) -> Bool {
    text.count <= 4 && Int(text) != nil
  }
}
