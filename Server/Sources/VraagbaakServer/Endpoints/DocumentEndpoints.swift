import Hummingbird
import Vraagbaak
import WrittenQuestions

/// One document, and how it is cited.
struct DocumentEndpoints: EndpointGroup {
  enum CitationFormat: String, CaseIterable {
    case text, bibtex, ris
    case cslJSON = "csl-json"
  }

  func endpoints(_ library: Library) -> [Endpoint] {
    let p = SearchParameters(library.limits)
    return [document(p), citation(p)]
  }

  private func document(_ p: SearchParameters) -> Endpoint {
    Endpoint(
      path: "/v1/documents/{id}", name: "document",
      summary: "A whole document, each question with its answer.", parameters: [p.id],
      replies: [
        .json("Document", "The document."),
        .json("Candidates", "The documents of which one may be meant.", status: 300),
      ]
    ) { call in
      try .json(Versioned(try await call.library.document(try call.value(p.id), call.paths)))
    }
  }

  private func citation(_ p: SearchParameters) -> Endpoint {
    let format = Parameter<CitationFormat>.choice(
      "format", "For a text, or for a program that keeps references.",
      CitationFormat.allCases.map(\.rawValue), or: .text, default: "text",
      read: CitationFormat.init(rawValue:))
    let place = Parameter.text(
      "place", "A sub-question by its label, `3`, or a page, `page=3`.", most: 50, or: "")
    return Endpoint(
      path: "/v1/documents/{id}/citation", name: "citation", summary: "How a document is cited.",
      parameters: [p.id, format, place],
      replies: [
        .other(
          MediaType.plainText, MediaType.bibTeX, MediaType.ris, summary: "The citation.",
          shapes: [MediaType.csl: "CSLItems"]),
        .json("Candidates", "The documents of which one may be meant.", status: 300),
      ]
    ) { call in
      let document = try await call.library.document(try call.value(p.id), call.paths)
      let name = call.optional(place)
      let citation: Citation
      do throws(CitationError) {
        citation = try Citation(of: document, place: name)
      } catch {
        throw Problem(.notFound, WireFormat.line(error.description), parameter: "place")
      }
      switch try call.value(format) {
      case .text: return .text(WireFormat.line(citation.text) + "\n", MediaType.plainText)
      case .bibtex: return .text(Citation.bibTeX([citation]), MediaType.bibTeX)
      case .ris: return .text(Citation.ris([citation]), MediaType.ris)
      case .cslJSON: return .bytes(try WireFormat.encode(Citation.csl([citation])), MediaType.csl)
      }
    }
  }
}
