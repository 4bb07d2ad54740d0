import Vraagbaak
import WrittenQuestions

/// What identifies a question: the line below its title.
struct Facts {
  /// Of the question's own page.
  let href: String
  let number: String?
  let date: String?
  let dateValue: String?
  let askers: [Person]
  let ministers: [Person]
  let hasPeople: Bool
  let hasBoth: Bool
  let state: String?
  /// Of its state, for the style: `open`.
  let stateClass: String?
  /// "blz. 3"
  let place: String?

  struct Person {
    let name: String
    let href: String
    let party: String?
    let partyHref: String?
  }

  /// - Parameter isBrief: whether ministers are called by the beginning of what they are minister of.
  init(_ document: WrittenQuestion.Heading, passage: Passage? = nil, isBrief: Bool = true) {
    href = PagePaths.document(document.id)
    number = document.number
    date = document.date?.dutch
    dateValue = document.date?.description
    askers = document.askers.map { asker in
      Person(
        name: asker.name, href: PagePaths.asker(asker.name), party: asker.party,
        partyHref: asker.party.flatMap(SearchAddress.value).map {
          SearchAddress().with(.party, $0).path
        })
    }
    ministers = document.ministers.compactMap { minister in
      (minister.name ?? minister.role).map {
        Person(
          name: isBrief ? Wording.brief($0) : $0, href: PagePaths.minister($0), party: nil,
          partyHref: nil)
      }
    }
    hasPeople = !askers.isEmpty || !ministers.isEmpty
    hasBoth = !askers.isEmpty && !ministers.isEmpty
    state = Self.state(of: document)
    stateClass = document.state?.rawValue
    place = passage?.place.pages.map { pages in
      pages.count == 1
        ? "blz. \(pages.lowerBound)" : "blz. \(pages.lowerBound)–\(pages.upperBound)"
    }
  }

  /// "beantwoord na 21 werkdagen"
  private static func state(of document: WrittenQuestion.Heading) -> String? {
    guard let state = document.state else { return nil }
    if state == .answered, let asked = document.date, let answered = document.answered,
      let days = WorkingDays.count(from: asked, to: answered, in: document.country)
    {
      return "\(state.dutchName) na \(Wording.workingDays(days))"
    }
    if state == .answered, let answered = document.answered {
      return "\(state.dutchName) op \(answered.dutch)"
    }
    return state.dutchName
  }
}

/// A question in a list: its title above its facts.
struct Listing {
  let title: String
  let facts: Facts

  init(_ hit: Hit) {
    self.init(hit.document, hit.passage.passage)
  }

  init(_ document: WrittenQuestion.Heading, _ passage: Passage?) {
    title = Wording.title(of: document, or: passage)
    facts = Facts(document)
  }
}
