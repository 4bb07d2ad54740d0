import Rainbow
import Vraagbaak

/// How a query was understood, and what made a score.
enum ExplanationOutput {
  /// A line for each word: its stem, parts, relatives and synonyms with their documents.
  static func write(_ words: [QueryWord]) {
    for word in words {
      let terms = word.terms.map { term in
        let role = term.role == .word ? "" : " (\(name(of: term.role)))"
        return "\(Terminal.clean(term.name))\(role) ×\(number(term.scale)): \(term.documents)"
      }
      Terminal.write(
        Terminal.clean(word.text).bold + "  " + terms.joined(separator: " · ") + "\n")
    }
    if !words.isEmpty { Terminal.write("\n") }
  }

  static func write(_ contributions: [Contribution], indent: Int) {
    let margin = String(repeating: " ", count: indent)
    for item in contributions {
      let term = item.term == item.word ? "" : " → \(Terminal.clean(item.term))"
      let places = item.places.isEmpty ? "" : "  " + item.places.joined(separator: ", ")
      let line =
        "\(number(item.score))  \(Terminal.clean(item.word))\(term)\(Terminal.clean(places))"
      Terminal.write((margin + line).dim + "\n")
    }
  }

  private static func name(of role: QueryWord.Term.Role) -> String {
    switch role {
    case .word: "woord"
    case .part: "deel"
    case .kin: "verwant"
    case .synonym: "synoniem"
    }
  }

  /// Two decimals.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100)" + (rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + "\(rest)")
  }
}
