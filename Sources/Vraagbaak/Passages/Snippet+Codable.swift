import WrittenQuestions

/// The text and which bytes of it match; `html` says the same for a web page, and is made anew.
extension Snippet: Codable {
  private enum Member: CodingKey { case text, html, matches, start, end, cutBefore, cutAfter }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    let text = Array(try members.decode(String.self, forKey: .text).utf8)
    var runs: [Run] = []
    var index = 0
    func append(_ end: Int, isMatch: Bool) {
      guard end > index else { return }
      runs.append(
        Run(text: String(decoding: text[index..<end], as: UTF8.self), isMatch: isMatch))
      index = end
    }
    for match in try members.decode([[Int]].self, forKey: .matches) {
      guard match.count == 2, index <= match[0], match[0] < match[1], match[1] <= text.count else {
        throw DecodingError.dataCorruptedError(
          forKey: .matches, in: members, debugDescription: "\(match) is no part of the text")
      }
      append(match[0], isMatch: false)
      append(match[1], isMatch: true)
    }
    append(text.count, isMatch: false)
    self.init(
      runs: runs, range: try members.decodeRange(from: .start, to: .end),
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
