import Text

/// Parts the text under one heading, "Vraag 3, 4 en 5", into as many questions as it has labels.
struct JointQuestion {
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// A place where a question may begin, and how much speaks for it.
  private struct Seam {
    var end: Int
    var start: Int
    var weight: Int
  }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// In order; nil where there are not as many places at which questions may begin.
  func parts(_ count: Int) -> [Range<Int>]? {
    guard count > 1 else { return [range] }
    let seams = seams.filter { $0.weight > 0 }
    guard seams.count >= count - 1 else { return nil }
    // Of equals the first.
    let chosen = seams.enumerated().sorted {
      ($0.element.weight, -$0.offset) > ($1.element.weight, -$1.offset)
    }
    .prefix(count - 1).map(\.element).sorted { $0.start < $1.start }
    let starts = [range.lowerBound] + chosen.map(\.start)
    let ends = chosen.map(\.end) + [range.upperBound]
    return zip(starts, ends).map { $0..<$1 }
  }

  private var seams: [Seam] {
    var seams: [Seam] = []
    var sentence = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let isEnd = "?.!".utf8.contains(bytes[index]) || isQuote(at: index)
      let end = index + 1
      var start = end
      var lineEnds = 0
      while start < range.upperBound, bytes[start].isSpace {
        lineEnds += bytes[start] == UInt8(ascii: "\n") ? 1 : 0
        start += 1
      }
      index = max(end, start)
      guard start < range.upperBound, isEnd || lineEnds > 0 else { continue }
      let sign = bytes[lastSign(before: end)]
      // "bijstaan?Waarom": the line that ended between them is lost.
      let isGlued = start == end && sign == UInt8(ascii: "?") && bytes[start].isUppercaseLetter
      guard start > end || isGlued else { continue }
      var weight = lineEnds > 1 ? 60 : lineEnds == 1 || isGlued ? 40 : 10
      weight += sign == UInt8(ascii: "?") ? 20 : sign == UInt8(ascii: ".") ? 0 : -70
      if lineEnds == 0, sign != UInt8(ascii: "?") { weight -= 20 }
      weight += self.weight(ofBeginning: start, after: sentence)
      seams.append(Seam(end: end, start: start, weight: weight))
      if isEnd { sentence = start }
    }
    return seams
  }

  private func isQuote(at index: Int) -> Bool {
    ")\"'".utf8.contains(bytes[index])
      || index > 1 && (bytes[index] == 0x9d || bytes[index] == 0xbb)
  }

  /// Before quotes and brackets that close, and the mark of a note.
  private func lastSign(before end: Int) -> Int {
    var last = end - 1
    let number = bytes[range.lowerBound..<end].suffix(3).reversed().prefix { $0.isDigit }.count
    if number < 3, last - number >= range.lowerBound, "?.!".utf8.contains(bytes[last - number]) {
      last -= number
    }
    while last > range.lowerBound, !"?.!,;:".utf8.contains(bytes[last]), !bytes[last].isDigit,
      !(bytes[last] < 0x80 && bytes[last].isLetter), !bytes[last].isSpace
    {
      last -= 1
    }
    return last
  }

  private static let goingOn = [
    ["zo", "ja"], ["zo", "nee"], ["zo", "neen"], ["zo", "niet"], ["zo", "nodig"], ["indien", "ja"],
    ["indien", "nee"], ["indien", "niet"], ["indien", "wel"], ["waarom", "wel"],
    ["waarom", "niet"],
    ["in", "dat", "geval"], ["en"], ["of"], ["maar"], ["hoezo"], ["dus"], ["ook"], ["daarnaast"],
  ]
  private static let pointing: Set<String> = [
    "dit", "dat", "deze", "die", "hier", "hiervan", "hierover", "hierbij", "daarvan", "daarover",
    "daar",
    "daarbij", "dan", "daarvoor", "hiervoor", "daartoe", "hiertoe", "ze",
  ]

  /// What a sentence that begins here says for or against a question of its own, beside the sentence
  /// before it.
  private func weight(ofBeginning start: Int, after sentence: Int) -> Int {
    let first = bytes[start]
    if first.isLowercaseLetter || "-*)".utf8.contains(first) { return -80 }
    let words = words(at: start, 7)
    if words.isEmpty || words[0].count == 1, words.first.map({ $0 != "u" }) ?? true { return -60 }
    var weight = 0
    if Self.goingOn.contains(where: { words.starts(with: $0) }) {
      weight -= 18
    } else if words.prefix(4).contains("u") || words.prefix(2).contains("het") {
      weight += 8
    }
    // "Wat vindt u ervan dat … Wat vindt u ervan dat …" is one question in two sentences.
    if words.prefix(3) == self.words(at: sentence, 3)[...] { weight -= 6 }
    if words.dropFirst().contains(where: { Self.pointing.contains($0) }) { weight -= 4 }
    return weight
  }

  private func words(at start: Int, _ count: Int) -> [String] {
    let text = bytes[start..<min(range.upperBound, start + 90)]
    return text.split(whereSeparator: \.isSpace).prefix(count).map { word in
      String(decoding: word.filter { $0.isLetter }, as: UTF8.self).lowercased()
    }
  }
}
