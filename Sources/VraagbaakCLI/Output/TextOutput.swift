import Glibc
import Rainbow
import Vraagbaak
import WrittenQuestions

/// Hits for people: colours and highlights on a terminal, plain lines otherwise.
enum TextOutput {
  /// The hits, and below them the counts.
  static func write(_ results: SearchResults) {
    write(results.hits)
    for facet in results.facets { FacetOutput.write(facet) }
  }

  static func write(_ hits: [Hit]) {
    for hit in hits { write(hit) }
  }

  private static func write(_ hit: Hit) {
    let document = hit.document
    let number = "\(hit.rank). "
    let title = DocumentOutput.title(of: document, or: hit.passage.passage)
    Terminal.write(number + title.bold + "\n")
    let form = hit.passage.passage.kind == .text ? [DocumentOutput.noForm] : []
    let facts = DocumentOutput.facts(of: document) + form
    Terminal.write("   " + facts.joined(separator: " · ").dim + "\n")
    write(hit.passage)
    for counterpart in hit.counterparts { write(counterpart) }
    let place = DocumentOutput.place(of: hit.passage.passage, in: document)
    Terminal.write(("   [\(Terminal.clean(document.id))] " + place).dim + "\n")
    ExplanationOutput.write(hit.contributions, indent: 3)
    Terminal.write("\n")
  }

  private static func write(_ hit: PassageHit) {
    let heading = DocumentOutput.heading(of: hit.passage)
    let snippet = hit.snippet
    let text = snippet.runs.map { run in
      run.isMatch ? Terminal.clean(run.text).yellow.bold : Terminal.clean(run.text)
    }.joined()
    let shown = (snippet.isCutBefore ? "… " : "") + text + (snippet.isCutAfter ? " …" : "")
    Terminal.write("   " + heading.cyan + "\n" + wrapped(shown, indent: 5))
  }

  /// Lines of the terminal's width; one long line where there is none.
  static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    guard let width = Terminal.width else { return margin + text + "\n" }
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(separator: " ") {
      let count = visibleCount(word)
      if length > 0, length + 1 + count > width - indent {
        lines.append(line)
        line = ""
        length = 0
      }
      line += (length > 0 ? " " : "") + word
      length += count + (length > 0 ? 1 : 0)
    }
    lines.append(line)
    return lines.map { margin + $0 + "\n" }.joined()
  }

  /// Characters without the sequences that colour them.
  private static func visibleCount(_ word: Substring) -> Int {
    var count = 0
    var isInSequence = false
    for character in word {
      if character == "\u{1b}" { isInSequence = true }
      if !isInSequence { count += 1 }
      if isInSequence, character == "m" { isInSequence = false }
    }
    return count
  }
}
