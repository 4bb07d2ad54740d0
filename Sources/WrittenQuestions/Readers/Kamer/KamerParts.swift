/// A heading and the text below it, up to the next one.
struct KamerPart {
  /// Nil for what stands above the first heading.
  var kind: KamerHeading.Kind?
  /// Nil: without a number.
  var labels: WrittenLabels?
  /// Of the text, in its source.
  var range: Range<Int>
  var lines: ArraySlice<TextLine>

  /// Cuts the lines below the head of a document at its headings.
  /// - Parameter reply: lines that say who answers, and head the answers.
  static func parts(of lines: ArraySlice<TextLine>, reply: Range<Int>? = nil) -> [KamerPart] {
    if let reply, lines.indices.contains(reply.lowerBound), lines.indices.contains(reply.upperBound)
    {
      let isNotice = lines[reply.lowerBound].text.lowercased().contains("mededeling")
      var answers = parts(of: lines[reply.upperBound...])
      if let first = answers.first, first.kind == nil {
        answers[0].kind = isNotice ? .notice : .answer
      }
      return parts(of: lines[..<reply.lowerBound]) + answers
    }
    let headings = headings(in: lines)
    let starts = headings.keys.sorted()
    var parts: [KamerPart] = []
    let first = starts.first ?? lines.endIndex
    if let part = part(nil, lines[..<first]) { parts.append(part) }
    for (start, end) in zip(starts, starts.dropFirst() + [lines.endIndex]) {
      guard let heading = headings[start] else { continue }
      var below = lines[(start + 1)..<end]
      if !heading.rest.isEmpty {
        below = lines[start..<end]
        let end = lines[start].range.upperBound
        below[start] = TextLine(
          range: (end - heading.rest.utf8.count)..<end, text: String(heading.rest))
      }
      let empty = lines[start].range.upperBound
      parts.append(
        part(heading, below)
          ?? KamerPart(
            kind: heading.kind, labels: heading.labels, range: empty..<empty, lines: below))
    }
    return parts
  }

  private static func part(_ heading: KamerHeading?, _ lines: ArraySlice<TextLine>) -> KamerPart? {
    guard let first = lines.first(where: { !$0.isBlank }),
      let last = lines.last(where: { !$0.isBlank })
    else { return nil }
    return KamerPart(
      kind: heading?.kind, labels: heading?.labels,
      range: first.range.lowerBound..<last.range.upperBound, lines: lines)
  }

  /// The headings by their lines; where no question has one with its number, the numbers that ascend
  /// through the text: alone on a line, or before the question.
  static func headings(in lines: ArraySlice<TextLine>) -> [Int: KamerHeading] {
    var headings: [Int: KamerHeading] = [:]
    var last = 0
    for index in lines.indices {
      guard let heading = KamerHeading(lines[index].text) else { continue }
      let first = heading.labels.flatMap { Int($0.labels[0]) }
      if heading.isDoubtful, heading.kind == .question ? first != last + 1 : first ?? 0 > last {
        continue
      }
      if heading.kind == .question {
        last = max(last, heading.labels.flatMap { Int($0.labels[$0.labels.count - 1]) } ?? 0)
      }
      headings[index] = heading
    }
    let isNumbered = headings.values.contains { $0.kind == .question && $0.labels != nil }
    if !isNumbered {
      headings.merge(numbers(in: lines, among: headings)) { heading, _ in heading }
    }
    return headings
  }

  /// Questions that begin with their numbers: "1" on a line of its own, "1. Bent u …". Each asks, so
  /// that items of lists in answers are none.
  private static func numbers(in lines: ArraySlice<TextLine>, among headings: [Int: KamerHeading])
    -> [Int: KamerHeading]
  {
    var found: [(line: Int, heading: KamerHeading)] = []
    func asks(from start: Int) -> Bool {
      for line in lines[start...] {
        if line.text.contains("?") { return true }
      }
      return false
    }
    for index in lines.indices where headings[index] == nil {
      guard let (number, rest) = number(lines[index].text), number == found.count + 1 else {
        continue
      }
      let before = index > lines.startIndex ? lines[index - 1] : nil
      let isApart =
        before.map { $0.isBlank || LineRole.endsSentence($0.text) } ?? true
        || headings[index - 1] != nil
      guard isApart, asksBeforeNext(from: index, rest, in: lines, headings) else { continue }
      let label = String(number)
      found.append(
        (
          index,
          KamerHeading(
            .question, labels: WrittenLabels(written: label, labels: [label]), rest: rest)
        ))
    }
    guard
      found.count > 1 || found.count == 1 && headings.values.contains(where: { $0.kind == .answer })
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.line, $0.heading) })
  }

  /// Whether a question mark ends one of the lines below, before the next number or heading.
  private static func asksBeforeNext(
    from start: Int, _ rest: Substring, in lines: ArraySlice<TextLine>,
    _ headings: [Int: KamerHeading]
  ) -> Bool {
    if rest.contains("?") { return true }
    for index in (start + 1)..<max(start + 1, lines.endIndex) {
      if headings[index] != nil || number(lines[index].text) != nil { return false }
      if lines[index].text.contains("?") { return true }
    }
    return false
  }

  /// "3", "3." or "3)", or a cell of its own, and what follows on the line.
  private static func number(_ text: String) -> (number: Int, rest: Substring)? {
    let digits = text.prefix(while: \.isASCIIDigit)
    guard 1...3 ~= digits.count, let number = Int(digits), number > 0 else { return nil }
    var rest = text[digits.endIndex...]
    guard let sign = rest.first else { return (number, "") }
    guard ".)\t".contains(sign) else { return nil }
    if sign != "\t" { rest.removeFirst() }
    guard rest.first?.isWhitespace ?? true else { return nil }
    return (number, rest.trimming(where: \.isWhitespace))
  }
}
