import Vraagbaak
import WrittenQuestions

/// `/vraag/{id}`: a whole question with its answer.
struct DocumentPage: PageView {
  static let template = "document"
  private static let similarCount = 5

  let layout: Layout
  let title: String
  let facts: Facts
  let roles: [String]
  let themes: [Link]
  let introduction: TextBlock?
  let pairs: [Pair]
  /// Of a document in which no form was found.
  let text: [TextBlock]
  let isUnstructured: Bool
  let hasNotes: Bool
  let looseNotes: [TextBlock.Note]
  let hasLooseNotes: Bool
  /// Why there is no answer.
  let absence: String?
  let references: [References.Target]
  let hasReferences: Bool
  let referrers: [Listing]
  let hasReferrers: Bool
  let similar: [Listing]
  let hasSimilar: Bool
  let citations: [CitationView]
  let source: String
  let otherSources: [String]
  let data: String

  init(_ document: WrittenQuestion, _ call: Call) async throws {
    let heading = document.heading
    title = Wording.title(of: heading, or: document.passages.first)
    layout = Layout(title)
    facts = Facts(heading, isBrief: false)
    roles = document.ministers.compactMap { $0.name == nil ? nil : $0.role }
    themes = document.themes.compactMap(SearchAddress.value).map {
      Link(text: $0, href: SearchAddress().with(.theme, $0).path)
    }
    introduction = document.introduction.map { TextBlock($0, of: document) }
    pairs = Pair.pairs(of: document)
    text = document.text.map { TextBlock($0, of: document) }
    isUnstructured = document.isUnstructured
    hasNotes = !document.notes.isEmpty
    looseNotes = document.notes.enumerated().filter { $1.anchor == nil }
      .map { TextBlock.Note($1, number: $0) }
    hasLooseNotes = !looseNotes.isEmpty
    absence = document.answer.isEmpty && !document.isUnstructured ? document.state.absence : nil
    let found = References(document, call)
    references = try await found.targets()
    hasReferences = !references.isEmpty
    referrers = try await found.referrers()
    hasReferrers = !referrers.isEmpty
    let named = Set((references.flatMap(\.documents) + referrers).map(\.facts.href))
    similar = try await call.library.similar(
      to: document.id, SearchOptions(limit: Self.similarCount), call.paths
    ).hits.map(Listing.init).filter { !named.contains($0.facts.href) }
    hasSimilar = !similar.isEmpty
    citations = CitationView.all(of: document)
    source = document.source.path.description + (document.source.line.map { ", regel \($0)" } ?? "")
    otherSources = document.source.also.map(\.description)
    data = "/v1/documents/" + QueryString.encode(document.id)
  }
}

extension QuestionState? {
  fileprivate var absence: String {
    switch self {
    case .answered: "Beantwoord; het antwoord staat niet in deze bron."
    case .delayed: "Nog geen antwoord: het is uitgesteld."
    case .withdrawn: "Geen antwoord: de vraag is ingetrokken."
    case .open, nil: "Nog geen antwoord."
    }
  }
}
