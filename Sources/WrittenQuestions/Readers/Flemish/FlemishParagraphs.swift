/// Lines as the layout has them, of a document whose lines are paragraphs.
enum FlemishParagraphs {
  /// The name and the roles of a minister stand in one block, and ANTWOORD below it.
  static func lines(_ content: [TextLine]) -> [TextLine] {
    var lines: [TextLine] = []
    for line in content.flatMap(parted) {
      let last = lines.last { !$0.isBlank }
      if !line.isBlank, isName(line.text), let last, isName(last.text) {
        while lines.last?.isBlank ?? false { lines.removeLast() }
      }
      lines.append(line)
    }
    return lines
  }

  /// In capitals, and not the heading of the answer.
  private static func isName(_ text: String) -> Bool {
    FlemishName.isCapitals(text) && !isHeading(text) && !text.contains(where: \.isNumber)
      && !LineRole.isLabel(text)
  }

  private static func isHeading(_ text: some StringProtocol) -> Bool {
    text.trimming { !$0.isLetter } == "ANTWOORD"
  }

  /// "VLAAMS MINISTER VAN WONEN ANTWOORD" as two lines with a blank one between.
  private static func parted(_ line: TextLine) -> [TextLine] {
    guard let space = line.text.lastIndex(of: " "), isHeading(line.text[space...]),
      isName(String(line.text[..<space]))
    else { return [line] }
    let end = line.range.lowerBound + line.text[..<space].utf8.count
    return [
      TextLine(range: line.range.lowerBound..<end, text: String(line.text[..<space])),
      TextLine(range: end..<end, text: ""),
      TextLine(
        range: (end + 1)..<line.range.upperBound,
        text: String(line.text[line.text.index(after: space)...])),
    ]
  }
}
