import Vraagbaak
import WrittenQuestions

/// How the pages put things.
enum Wording {
  /// "3.811"
  static func number(_ number: Int) -> String {
    var groups: [String] = []
    var rest = Substring(String(number))
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest = rest.dropLast(3)
    }
    return ([String(rest)] + groups).joined(separator: ".")
  }

  /// "1 vraag", "3.811 vragen"
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(Self.number(number)) \(number == 1 ? one : many)"
  }

  static func questions(_ number: Int) -> String { count(number, "vraag", "vragen") }

  static func workingDays(_ number: Int) -> String { count(number, "werkdag", "werkdagen") }

  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// "Minister van Justitie" of "Minister van Justitie, belast met de Noordzee".
  static func brief(_ role: String) -> String {
    let ends = [", belast met ", ", toegevoegd aan "].compactMap {
      role.firstRange(of: $0)?.lowerBound
    }
    return ends.min().map { String(role[..<$0]) } ?? role
  }

  /// Where there is none, the beginning of the text.
  static func title(of document: WrittenQuestion.Heading, or passage: Passage?) -> String {
    if !document.title.isEmpty { return WireFormat.line(document.title) }
    guard let text = passage?.text, !text.isEmpty else { return document.id }
    return WireFormat.line(String(text.prefix(90))) + "…"
  }
}
