/// Which fields are open at a place of the text. Of a field its result is text, its instruction is not.
struct WordFields {
  private struct Field {
    var instruction = ""
    var isResult = false
  }
  private var open: [Field] = []

  var showsText: Bool { open.allSatisfy(\.isResult) }

  /// Whether a field shows the mark of a note that stands elsewhere.
  var isReferenceToNote: Bool {
    open.contains { $0.instruction.contains("NOTEREF") || $0.instruction.contains("FTNREF") }
  }

  /// A field that says all of its instruction at once.
  mutating func begin(instruction: String) {
    open.append(Field(instruction: instruction, isResult: true))
  }

  mutating func end() { _ = open.popLast() }

  /// - Parameter type: of `w:fldChar`.
  mutating func character(_ type: String?) {
    switch type {
    case "begin": open.append(Field())
    case "separate": if !open.isEmpty { open[open.count - 1].isResult = true }
    case "end": end()
    default: break
    }
  }

  /// Instructions end in the paragraph that they begin in, but for conditions. Those that do not are
  /// damaged, and the text behind them is text.
  mutating func endParagraph() {
    open.removeAll { !$0.isResult && !$0.instruction.trimmed.hasPrefix("IF") }
  }

  mutating func instruct(_ text: String) {
    guard !open.isEmpty, open[open.count - 1].instruction.utf8.count < 1_000 else { return }
    open[open.count - 1].instruction += text
  }
}
