import WrittenQuestions

/// The text and which bytes of it match; `html` says the same for a web page, and is made anew.
extension Snippet: Codable {
  private enum Member: CodingKey { case text, html, matches, start, end, cutBefore, cutAfter }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    let text = Array(try members.decode(String.self, forKey: .text).utf8)
    var matches: [Range<Int>] = []
    for match in try members.decode([[Int]].self, forKey: .matches) {
      guard match.count == 2, matches.last?.upperBound ?? 0 <= match[0], match[0] < match[1],
        match[1] <= text.count
      else {
        throw DecodingError.dataCorruptedError(
          forKey: .matches, in: members, debugDescription: "\(match) is no part of the text")
      }
      matches.append(match[0]..<match[1])
    }
    self.init(
      runs: Self.runs(of: text[...], matches: matches),
      range: try members.decodeRange(from: .start, to: .end),
      isCutBefore: try members.decode(Bool.self, forKey: .cutBefore),
      isCutAfter: try members.decode(Bool.self, forKey: .cutAfter))
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(text, forKey: .text)
    try members.encode(html(), forKey: .html)
    try members.encode(matches, forKey: .matches)
    try members.encode(range, from: .start, to: .end)
    try members.encode(isCutBefore, forKey: .cutBefore)
    try members.encode(isCutAfter, forKey: .cutAfter)
  }

  /// Pairs of offsets in the text, in bytes.
  private var matches: [[Int]] {
    var offset = 0
    var matches: [[Int]] = []
    for run in runs {
      let end = offset + run.text.utf8.count
      if run.isMatch { matches.append([offset, end]) }
      offset = end
    }
    return matches
  }
}
