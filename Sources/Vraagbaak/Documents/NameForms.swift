import DutchText

/// The ways in which a name or label is written: `N-VA`, `N VA` and `NVA`; `Peeters, Jan` and
/// `Jan Peeters`.
///
/// A document has a name in all of its forms, and a query asks for all of its own: so either may be
/// written in any. Few names come again and again: they are remembered.
final class NameForms {
  private let analyzer: Analyzer
  private var known: [Key: [[String]]] = [:]
  private static let most = 50_000

  private struct Key: Hashable {
    let name: String
    let isTurned: Bool
  }

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// Each as folded words in their order, all different; the name as it is written first.
  /// - Parameter isTurned: whether a comma may stand between the last name and the first.
  func all(of name: String, isTurned: Bool) -> [[String]] {
    let key = Key(name: name, isTurned: isTurned)
    if let forms = known[key] { return forms }
    if known.count >= Self.most { known = [:] }
    let forms = made(of: name, isTurned: isTurned)
    known[key] = forms
    return forms
  }

  private func made(of name: String, isTurned: Bool) -> [[String]] {
    var forms = joined(name)
    let sides = name.split(separator: ",", omittingEmptySubsequences: false)
    if isTurned, sides.count == 2 { forms += joined(sides[1] + " " + sides[0]) }
    var distinct: [[String]] = []
    for form in forms where !form.isEmpty && !distinct.contains(form) { distinct.append(form) }
    return distinct
  }

  /// As it is, what is joined in pieces, and what is joined as one word.
  private func joined(_ name: some StringProtocol) -> [[String]] {
    let written = analyzer.words(of: String(name))
    var pieces: [String] = []
    var whole: [String] = []
    for chunk in name.split(whereSeparator: \.isWhitespace) {
      let parts = analyzer.words(of: String(chunk)).flatMap { JoinedWord($0).pieces }
      guard !parts.isEmpty else { continue }
      pieces += parts
      // A term has an end.
      let one = parts.joined()
      whole += one.utf8.count <= Schema.longestTerm - 2 ? [one] : parts
    }
    return [written, pieces, whole]
  }
}

/// A folded word with hyphens, apostrophes or full stops inside: `anti-islamitisch`, `covid-19`.
struct JoinedWord {
  let word: String

  init(_ word: String) { self.word = word }

  /// Between the signs that join it; the word itself where there are none.
  var pieces: [String] {
    let pieces = word.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return pieces.isEmpty ? [word] : pieces
  }

  /// Without the signs: what its stem is made of.
  var joined: String { pieces.joined() }

  /// All that a search may know the beginning of: itself, the whole without signs, and pieces of some
  /// letters.
  var forms: [String] {
    guard word.utf8.contains(where: { !$0.isASCIIAlphanumeric && $0 < 0x80 }) else {
      return [word]
    }
    return [word, joined] + pieces.filter { $0.count > 1 }
  }
}

extension UInt8 {
  fileprivate var isASCIIAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
