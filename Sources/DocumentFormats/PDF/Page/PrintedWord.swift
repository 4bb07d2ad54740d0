import Extraction

/// A rectangle on a page, in points from its upper left corner.
struct Box: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top),
      right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  /// How much of their heights they share, in points; negative where they are apart.
  func sharedHeight(_ other: Box) -> Double { min(bottom, other.bottom) - max(top, other.top) }

  /// How much of their widths they share, in points; negative where they are apart.
  func sharedWidth(_ other: Box) -> Double { min(right, other.right) - max(left, other.left) }
}

/// What a printer set as one: a word, or a part of one that differs in size or height.
struct PrintedWord {
  /// How it stands to the line.
  enum Height { case onLine, raised, lowered }

  var text: String
  var box: Box
  /// Of its font, in points.
  var size: Double
  var style: ExtractedText.Style = []
  /// Whether the next word on its line is another one.
  var spaceAfter = true
  var height = Height.onLine
}

/// A page as it is printed.
struct PrintedPage {
  var width: Double
  var height: Double
  var words: [PrintedWord]
}

/// Words on one line, from left to right.
struct PrintedLine {
  private(set) var words: [PrintedWord]
  private(set) var box: Box

  init(_ words: [PrintedWord]) {
    self.words = words
    let first = words.first?.box ?? Box(left: 0, top: 0, right: 0, bottom: 0)
    box = words.dropFirst().reduce(first) { $0.union($1.box) }
  }

  /// The size of most of its letters.
  var size: Double {
    var counts: [Double: Int] = [:]
    for word in words { counts[word.size, default: 0] += word.text.utf8.count }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  var text: String {
    var text = ""
    for word in words {
      text += word.text
      if word.spaceAfter { text += " " }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The style that all its words have.
  var style: ExtractedText.Style {
    words.reduce([.bold, .italic]) { $0.intersection($1.style) }
  }
}
