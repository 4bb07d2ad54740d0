/// A piece of a passage worth showing, with its matching words marked.
public struct Snippet: Sendable, Hashable {
  /// A stretch of text that matches, or does not.
  public struct Run: Sendable, Hashable {
    public let text: String
    public let isMatch: Bool
  }

  /// The text in order; white space as in the source.
  public let runs: [Run]
  /// Bytes of the passage's text that are shown.
  public let range: Range<Int>
  /// Whether text was left out before and after.
  public let isCutBefore, isCutAfter: Bool

  public var text: String { runs.map(\.text).joined() }

  /// The text for a web page: everything escaped but the element around what matches.
  public func html(mark: String = "mark") -> String {
    runs.map { run in
      let text = Self.escaped(run.text)
      return run.isMatch ? "<\(mark)>\(text)</\(mark)>" : text
    }.joined()
  }

  /// Cuts a text where its matches begin and end.
  /// - Parameter matches: ranges of indices of `text`, ascending; those that are not wholly in it, or
  ///   overlap the one before, are left out.
  static func runs(of text: ArraySlice<UInt8>, matches: [Range<Int>]) -> [Run] {
    var runs: [Run] = []
    var index = text.startIndex
    func append(_ end: Int, isMatch: Bool) {
      guard end > index else { return }
      runs.append(
        Run(text: String(decoding: text[index..<end], as: UTF8.self), isMatch: isMatch))
      index = end
    }
    for match in matches where match.lowerBound >= index && match.upperBound <= text.endIndex {
      append(match.lowerBound, isMatch: false)
      append(match.upperBound, isMatch: true)
    }
    append(text.endIndex, isMatch: false)
    return runs
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if let entity = Markup.entity(for: scalar) {
        escaped += entity
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
