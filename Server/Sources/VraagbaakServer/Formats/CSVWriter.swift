import Vraagbaak

/// Rows of a table for a spreadsheet, quoted as RFC 4180 has it. No cell is taken for a formula.
struct CSVWriter {
  let separator: Character
  private(set) var text = ""

  /// - Parameter hasMark: whether it begins with a byte order mark, by which Excel knows UTF-8.
  init(separator: Character = ",", hasMark: Bool = false) {
    self.separator = separator
    if hasMark { text = "\u{feff}" }
  }

  mutating func write(_ cells: [String]) {
    text += cells.map(cell).joined(separator: String(separator)) + "\r\n"
  }

  /// What was written since the last time.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  private func cell(_ value: String) -> String {
    let value = Self.harmless(WireFormat.line(value))
    let isPlain = !value.contains { $0 == separator || $0 == "\"" || $0 == "'" }
    return isPlain
      ? value
      : "\""
        + value.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
  }

  /// An apostrophe before what a spreadsheet would calculate.
  private static func harmless(_ value: String) -> String {
    guard let first = value.unicodeScalars.first,
      "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}|%"
        .unicodeScalars.contains(first)
    else { return value }
    return "'" + value
  }
}
