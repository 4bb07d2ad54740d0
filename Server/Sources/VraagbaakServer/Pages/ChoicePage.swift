import Hummingbird
import Vraagbaak
import WrittenQuestions

/// Several documents that one number names.
struct ChoicePage: PageView {
  static let template = "choice"

  let layout: Layout
  let documents: [Listing]

  init(_ documents: [WrittenQuestion]) {
    layout = Layout("Welke vraag bedoelt u?")
    self.documents = documents.map { Listing($0.heading, $0.passages.first) }
  }

  func response() throws(Problem) -> Response { try response(.multipleChoices) }
}
