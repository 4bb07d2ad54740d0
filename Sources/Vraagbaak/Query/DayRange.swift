/// How many days, both ends included: `20`, `10..30`, `>20`, `<=10`.
public struct DayRange: Sendable, Hashable {
  /// Nil: from 0.
  public let first: Int?
  /// Nil: without an end.
  public let last: Int?

  public init(first: Int?, last: Int?) {
    self.first = first
    self.last = last
  }

  /// Nil when the text is none, or ends before it begins.
  public init?(_ text: String) {
    guard let range = Self.ends(of: text), range.first ?? 0 <= range.last ?? .max else {
      return nil
    }
    self.init(first: range.first, last: range.last)
  }

  /// Whether the text is a range from more days to fewer.
  static func endsBeforeItBegins(_ text: String) -> Bool {
    ends(of: text).map { $0.first ?? 0 > $0.last ?? .max } ?? false
  }

  private static func ends(of text: String) -> (first: Int?, last: Int?)? {
    for (sign, shift) in [(">=", 0), ("≥", 0), (">", 1)] where text.hasPrefix(sign) {
      return number(text.dropFirst(sign.count)).map { ($0 + shift, nil) }
    }
    for (sign, shift) in [("<=", 0), ("≤", 0), ("<", 1)] where text.hasPrefix(sign) {
      return number(text.dropFirst(sign.count)).map { (nil, $0 - shift) }
    }
    guard let dots = text.firstRange(of: text.contains("…") ? "…" : "..") else {
      return number(text).map { ($0, $0) }
    }
    let (from, to) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let (first, last) = (number(from), number(to))
    guard from.isEmpty || first != nil, to.isEmpty || last != nil, first != nil || last != nil
    else {
      return nil
    }
    return (first, last)
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    guard 1...6 ~= text.utf8.count, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(text)
  }
}

extension DayRange: CustomStringConvertible {
  /// `10..30`, `21..`; one number alone as itself.
  public var description: String {
    if let first, first == last { return String(first) }
    return (first.map(String.init) ?? "") + ".." + (last.map(String.init) ?? "")
  }
}
