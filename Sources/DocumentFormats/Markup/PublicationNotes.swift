/// The notes of a publication, and which mark refers to which.
struct PublicationNotes {
  /// Of the questions in the publication.
  let labels: QuestionLabels
  private var targets: [XMLElement: XMLElement] = [:]
  private var apart: Set<XMLElement> = []

  init(in root: XMLElement) {
    labels = QuestionLabels(
      questions: root.descendants("vraag").count, answers: root.descendants("antwoord").count)
    var byID: [String: XMLElement] = [:]
    var byMark: [String: XMLElement] = [:]
    for note in root.descendants("noot") + root.descendants("voetnoot") {
      if let id = note["id"] ?? note["xml:id"] { byID[id] = note }
      let mark = Self.mark(note)
      if !mark.isEmpty, byMark[mark] == nil { byMark[mark] = note }
    }
    for reference in root.descendants("nootref") {
      let names = ["refid", "ref", "idref", "nootid", "href", "doel"]
      let id = names.lazy.compactMap { reference[$0] }.first
      let named = id.flatMap { byID[$0] ?? byID[String($0.drop { $0 == "#" })] }
      guard let note = named ?? byMark[Self.mark(reference)] else { continue }
      targets[reference] = note
      apart.insert(note)
    }
  }

  /// The note that a reference means; nil where there is none.
  func note(of reference: XMLElement) -> XMLElement? { targets[reference] }

  /// Whether it is a note that a mark elsewhere refers to.
  func isApart(_ element: XMLElement) -> Bool { apart.contains(element) }

  /// The mark that a note or reference bears.
  func mark(of element: XMLElement) -> String {
    let mark = Self.mark(element)
    guard mark.isEmpty, let note = targets[element] else { return mark }
    return Self.mark(note)
  }

  private static func mark(_ element: XMLElement) -> String {
    let text =
      element.name == "nootref"
      ? element.text : element.first("noot.nr")?.text ?? element["nr"] ?? ""
    return text.noteMark ?? text.collapsed
  }
}
