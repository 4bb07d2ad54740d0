import Vraagbaak
import WrittenQuestions

/// How a document is cited, to be copied.
struct CitationView {
  let name: String
  let text: String
  /// The same as a file.
  let href: String

  static func all(of document: WrittenQuestion) -> [CitationView] {
    let citation = Citation(of: document)
    let path = "/v1/documents/\(QueryString.encode(document.id))/citation"
    return [
      CitationView(name: "Tekst", text: citation.text, href: path),
      CitationView(
        name: "BibTeX", text: Citation.bibTeX([citation]), href: path + "?format=bibtex"),
      CitationView(name: "RIS", text: Citation.ris([citation]), href: path + "?format=ris"),
    ]
  }
}
