import Extraction
import Rainbow
import Vraagbaak
import WrittenQuestions

/// A whole document for people, and the lines that identify one.
enum DocumentOutput {
  static func write(_ document: WrittenQuestion, _ searcher: Searcher) async throws {
    let heading = document.heading
    Terminal.write(title(of: heading, or: document.passages.first).bold + "\n")
    Terminal.write(
      (facts(of: heading) + (document.isUnstructured ? [noForm] : [])).joined(separator: " · ").dim
        + "\n")
    for minister in document.ministers {
      if let role = minister.role { Terminal.write(Terminal.clean(role).dim + "\n") }
    }
    if !document.themes.isEmpty {
      Terminal.write(
        ("thema's: " + Terminal.clean(document.themes.joined(separator: ", "))).dim + "\n")
    }
    for reference in document.references { try await write(reference, searcher) }
    if let introduction = document.introduction { write(introduction, of: document) }
    for (question, answers) in document.pairs {
      if let question { write(question, of: document) }
      for answer in answers { write(answer, of: document, indent: question == nil ? 0 : 4) }
    }
    for passage in document.text {
      Terminal.write("\n" + TextOutput.wrapped(Terminal.clean(passage.text), indent: 0))
      writeNotes(of: passage, in: document)
    }
    // Those whose mark was found in no passage.
    let loose = document.notes.filter { $0.anchor == nil }
    if !loose.isEmpty { Terminal.write("\n") }
    for note in loose { write(note, indent: 0) }
    if document.answer.isEmpty, !document.isUnstructured {
      Terminal.write("\n\(absence(of: document.state))\n")
    }
    write(leftOut: document.leftOut)
    Terminal.write(
      "\n"
        + "[\(Terminal.clean(document.id))] \(Terminal.clean(document.source.path.description))".dim
        + "\n")
    for path in document.source.also {
      Terminal.write("ook: \(Terminal.clean(path.description))".dim + "\n")
    }
  }

  private static func write(_ reference: Reference, _ searcher: Searcher) async throws {
    var line = "verwijst naar schriftelijke vraag nr. \(Terminal.clean(reference.number))"
    if let date = reference.date { line += " van \(date.dutch)" }
    let targets = try await searcher.documents(reference)
    for target in targets {
      let title = title(of: target.heading, or: target.passages.first)
      line += " → [\(Terminal.clean(target.id))] \(title)"
    }
    if targets.isEmpty { line += " (niet in deze index)" }
    Terminal.write(line.dim + "\n")
  }

  /// What is said of a document in which nothing is known of questions and answers.
  static let noForm = "geen bekende vorm: doorlopende tekst"

  /// Each text once, with how often it was left out.
  private static func write(leftOut lines: [PageLine]) {
    guard !lines.isEmpty else { return }
    var counts: [String: Int] = [:]
    for line in lines { counts[line.text, default: 0] += 1 }
    Terminal.write("\nWeggelaten van de bladzijden:\n".dim)
    for line in lines {
      guard let count = counts.removeValue(forKey: line.text) else { continue }
      let times = count > 1 ? " (\(count) keer)" : ""
      Terminal.write(("    " + Terminal.clean(line.text) + times).dim + "\n")
    }
  }

  /// Why there is no answer.
  private static func absence(of state: QuestionState?) -> String {
    switch state {
    case .answered: "Beantwoord; het antwoord staat niet in deze bron."
    case .delayed: "Nog geen antwoord: het is uitgesteld."
    case .withdrawn: "Geen antwoord: de vraag is ingetrokken."
    case .open, nil: "Nog geen antwoord."
    }
  }

  /// The passage, and below it its notes.
  private static func write(_ passage: Passage, of document: WrittenQuestion, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    Terminal.write(
      "\n" + margin + heading(of: passage).cyan + "\n"
        + TextOutput.wrapped(Terminal.clean(passage.text), indent: indent))
    writeNotes(of: passage, in: document, indent: indent)
  }

  private static func writeNotes(
    of passage: Passage, in document: WrittenQuestion, indent: Int = 0
  ) {
    for note in document.notes where document.counterparts(of: note.passage).first == passage {
      write(note, indent: indent + 2)
    }
  }

  private static func write(_ note: Note, indent: Int) {
    let mark = note.passage.label.map { "[\($0)] " } ?? ""
    Terminal.write(
      TextOutput.wrapped(Terminal.clean(mark + note.passage.text), indent: indent).dim)
  }

  /// Documents among which one is to be chosen, a line each on standard error.
  static func warn(of documents: [WrittenQuestion.Heading]) {
    for document in documents {
      let title = document.title.isEmpty ? [] : [Terminal.clean(document.title)]
      let about = (facts(of: document) + title).joined(separator: " · ")
      Terminal.warn("[\(document.id)] \(about) (\(document.source.path))")
    }
  }

  /// Where there is none, the beginning of a passage.
  static func title(of document: WrittenQuestion.Heading, or passage: Passage?) -> String {
    Terminal.clean(document.title(or: passage))
  }

  static func facts(of document: WrittenQuestion.Heading) -> [String] {
    document.facts.map(Terminal.clean)
  }

  static func heading(of passage: Passage) -> String { Terminal.clean(passage.heading) }

  /// Where the passage can be looked up: the file, and its bytes, the line, field and bytes, or the
  /// pages.
  static func place(of passage: Passage, in document: WrittenQuestion.Heading) -> String {
    let path = document.source.link(to: passage) ?? document.source.path.description
    let line = document.source.line.map { ":\($0)" } ?? ""
    let place =
      switch passage.place {
      case .file(let range): bytes(range)
      case .field(let name, let range): name + ", " + bytes(range)
      case .pages(let pages, _) where pages.count == 1: "page \(pages.lowerBound)"
      case .pages(let pages, _): "pages \(pages.lowerBound)-\(pages.upperBound)"
      }
    return Terminal.clean(path + line + ", " + place)
  }

  private static func bytes(_ range: Range<Int>) -> String {
    "bytes \(range.lowerBound)-\(range.upperBound)"
  }
}
