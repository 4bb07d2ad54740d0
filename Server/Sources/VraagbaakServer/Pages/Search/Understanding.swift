import Vraagbaak

/// How a query was understood, word by word.
struct Understanding {
  let words: [Word]

  struct Word {
    let text: String
    let terms: [Term]
  }

  struct Term {
    let name: String
    let role: String
    let documents: String
  }

  /// Nil where there is nothing to tell.
  init?(_ words: [QueryWord]) {
    guard !words.isEmpty else { return nil }
    self.words = words.map { word in
      Word(
        text: word.text,
        terms: word.terms.map {
          Term(
            name: $0.name, role: $0.role.dutch, documents: Wording.questions($0.documents))
        })
    }
  }
}

extension QueryWord.Term.Role {
  fileprivate var dutch: String {
    switch self {
    case .word: "het woord zelf"
    case .part: "deel van het woord"
    case .kin: "verwant woord"
    case .synonym: "synoniem of afkorting"
    }
  }
}
