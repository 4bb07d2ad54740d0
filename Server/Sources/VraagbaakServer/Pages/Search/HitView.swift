import Vraagbaak
import WrittenQuestions

/// One written question among results: the passage that was found beside what it asks or answers.
struct HitView {
  /// So many sub-questions of one answer are shown.
  private static let mostCounterparts = 3

  let title: String
  let href: String
  let facts: Facts
  let parts: [Part]
  /// How many sub-questions are not shown: "en nog 4 deelvragen"
  let others: String?

  /// A passage, as far as it is shown.
  struct Part {
    let name: String
    let isAnswer: Bool
    let runs: [Run]
    let isCutBefore: Bool
    let isCutAfter: Bool

    struct Run {
      let text: String
      let isMatch: Bool
    }

    init(_ hit: PassageHit) {
      name = Wording.name(of: hit.passage)
      isAnswer = hit.passage.kind == .answerPart
      runs = hit.snippet.runs.map { Run(text: $0.text, isMatch: $0.isMatch) }
      isCutBefore = hit.snippet.isCutBefore
      isCutAfter = hit.snippet.isCutAfter
    }
  }

  init(_ hit: Hit) {
    title = Wording.title(of: hit.document, or: hit.passage.passage)
    href = PagePaths.document(hit.document.id)
    facts = Facts(hit.document, passage: hit.passage.passage)
    let shown = hit.counterparts.prefix(Self.mostCounterparts)
    let hidden = hit.counterparts.count - shown.count
    // The question stands before its answer, whichever was found.
    let isAnswer = hit.passage.passage.kind == .answerPart
    parts =
      isAnswer
      ? shown.map(Part.init) + [Part(hit.passage)] : [Part(hit.passage)] + shown.map(Part.init)
    others =
      hidden > 0
      ? isAnswer
        ? "Beantwoordt ook nog \(Wording.count(hidden, "andere deelvraag", "andere deelvragen"))."
        : "En nog \(Wording.count(hidden, "deel", "delen")) van het antwoord."
      : nil
  }
}

/// A question, and others of the same askers under the same title, most often asked of other ministers.
struct HitGroup {
  let hit: HitView
  let copies: [Copy]
  let copiesTitle: String?

  struct Copy {
    /// Who is asked.
    let name: String
    let href: String
    let date: String?
    let state: String?
    let stateClass: String?

    init(_ document: WrittenQuestion.Heading) {
      let facts = Facts(document)
      let ministers = facts.ministers.map(\.name).joined(separator: ", ")
      name = ministers.isEmpty ? Wording.title(of: document, or: nil) : ministers
      href = facts.href
      date = facts.date
      state = facts.state
      stateClass = facts.stateClass
    }
  }

  /// Brings those together that have the same title and askers.
  static func groups(of hits: [Hit]) -> [HitGroup] {
    var order: [[String]] = []
    var members: [[String]: [Hit]] = [:]
    for hit in hits {
      let title = hit.document.title.lowercased()
      let key = title.isEmpty ? [hit.document.id] : [title, ""] + hit.document.askers.map(\.name)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(hit)
    }
    return order.compactMap { key in
      guard let hits = members[key], let first = hits.first else { return nil }
      let copies = hits.dropFirst().map { Copy($0.document) }
      return HitGroup(
        hit: HitView(first), copies: copies,
        copiesTitle: copies.isEmpty
          ? nil
          : "Onder dezelfde titel ook \(Wording.count(copies.count, "andere vraag", "andere vragen"))"
      )
    }
  }
}

extension Wording {
  /// "Vraag 3"
  static func name(of passage: Passage) -> String {
    capitalized(passage.kind.dutchName) + (passage.label.map { " \($0)" } ?? "")
  }
}
