/// The headings of questions and answers in official markup, as the *Aanhangsel* prints them: `Vraag 1`,
/// `Antwoord 2 en 3`, `Mededeling`.
struct QuestionLabels {
  enum Kind {
    case question, answer, remark, explanation

    /// - Parameter classes: of an element in the site's pages.
    init?(classes: Set<String>) {
      if classes.contains("vraag") {
        self = .question
      } else if classes.contains("antwoord") {
        self = .answer
      } else if classes.contains("kamervraagopmerking") {
        self = .remark
      } else {
        return nil
      }
    }

    fileprivate var word: String {
      switch self {
      case .question: "Vraag"
      case .answer: "Antwoord"
      case .remark: "Mededeling"
      case .explanation: "Toelichting"
      }
    }
  }

  private var questions = 0
  private var answers = 0
  /// The labels of questions since the last answer.
  private var open: [String] = []
  /// Whether the document has an answer for each question.
  private let isPaired: Bool

  /// - Parameters:
  ///   - questions: how many of them the document has.
  ///   - answers: likewise.
  init(questions: Int, answers: Int) { isPaired = questions == answers }

  /// The line to stand before it; nil where its text begins with one.
  /// - Parameters:
  ///   - label: what the markup says is its number; nil: it goes by its place.
  ///   - text: all of it.
  mutating func heading(_ kind: Kind, _ label: String?, in text: String) -> String? {
    let known = label?.collapsed ?? ""
    switch kind {
    case .question:
      questions += 1
      let heading = known.isEmpty ? "Vraag \(questions)" : Self.heading(kind, known)
      open.append(String(heading.drop { !$0.isNumber }))
      return heading
    case .answer:
      answers += 1
      defer { open = [] }
      if !known.isEmpty { return Self.heading(kind, known) }
      let numbers = isPaired || open.isEmpty ? [String(answers)] : open
      return "Antwoord " + numbers.joined(separator: ", ")
    case .remark, .explanation:
      if !known.isEmpty { return Self.heading(kind, known) }
      return Self.isHeaded(text) ? nil : kind.word
    }
  }

  private static func heading(_ kind: Kind, _ number: String) -> String {
    guard kind == .question || kind == .answer else {
      return isHeaded(number) ? number : kind.word
    }
    let bare = String(number.reversed().drop { ".:)".contains($0) }.reversed())
    guard beginsWithWord(bare) else { return kind.word + " " + bare }
    // An answer that bears the number of its question.
    if kind == .answer, !bare.lowercased().hasPrefix("antwoord"),
      let digit = bare.firstIndex(where: \.isNumber)
    {
      return kind.word + " " + bare[digit...]
    }
    return bare
  }

  /// The label that a first paragraph begins with, and how many bytes of it that takes; nil where it
  /// begins with none. A bare number needs a full stop or bracket, or stands alone.
  static func leading(_ kind: Kind, in text: String) -> (label: String?, length: Int) {
    guard kind == .question || kind == .answer else { return (nil, 0) }
    let label =
      /\s*((?:Vra(?:ag|gen)|Antwoord(?:en)?)(?:\s+op\s+vra(?:ag|gen))?\s+)?(\d{1,3}(?:\s*(?:,|en|-|–|t\/m|tot en met|&)\s*\d{1,3})*)([.:)]?)(?:\s+|$)/
      .ignoresCase()
    guard let match = try? label.prefixMatch(in: text) else { return (nil, 0) }
    let isWhole = match.range.upperBound == text.endIndex
    guard match.1 != nil || !match.3.isEmpty || isWhole else { return (nil, 0) }
    return (String(match.0), match.0.utf8.count)
  }

  private static func beginsWithWord(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter }.lowercased()
    return ["vraag", "vragen", "antwoord", "antwoorden"].contains(word)
  }

  /// Whether a remark begins with a heading: `Mededeling van Minister …`, `Toelichting:`.
  private static func isHeaded(_ text: String) -> Bool {
    let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard let first = words.first else { return false }
    let word = first.lowercased().filter(\.isLetter)
    guard ["mededeling", "opmerking", "toelichting"].contains(word) else { return false }
    return words.count == 1 || first.hasSuffix(":") || first == first.uppercased()
      || words[1] == "van" && words.count > 2
        && words[2].contains(/^(de\s+)?(minister|staatssecretaris)/.ignoresCase())
  }
}

extension String {
  /// With one space where white space stands, and none around.
  var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
