/// Rows of cells as text, for spreadsheets and other programs.
///
/// ```swift
/// var format = TableFormat.csv
/// format.separator = ";"  // as spreadsheets with Dutch settings expect
/// format.line(["a;b", "=1+1"])  // "\"a;b\";'=1+1\r\n"
/// ```
///
/// No cell steers a terminal, has more than one line, or is taken for a formula.
public struct TableFormat: Sendable, Hashable {
  /// One character of ASCII between two cells.
  public var separator: Character
  /// Whether a text in UTF-8 begins with the mark by which spreadsheets know it as such.
  public var hasByteOrderMark: Bool
  /// False: cells are never quoted, and have no separator in them.
  private let quotes: Bool
  private let lineEnd: String

  /// Comma-separated values, by RFC 4180.
  public static let csv = TableFormat(
    separator: ",", hasByteOrderMark: false, quotes: true, lineEnd: "\r\n")
  /// Tab-separated values, in which a tab is a space.
  public static let tsv = TableFormat(
    separator: "\t", hasByteOrderMark: false, quotes: false, lineEnd: "\n")

  /// What stands before the first line.
  public var start: String { hasByteOrderMark ? "\u{feff}" : "" }

  public func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: String(separator)) + lineEnd
  }

  /// Where cells are parted by semicolons a decimal point would make a date of a number.
  public func number(_ text: String) -> String {
    separator == ";" ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  private func cell(_ text: String) -> String {
    let line = WireFormat.line(text)
    guard quotes else { return line }
    let safe = Self.mayBeFormula(line) ? "'" + line : line
    let isPlain = !safe.contains { $0 == separator || $0 == "\"" }
    guard !isPlain else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Spreadsheets know the wide forms of the signs too.
  private static func mayBeFormula(_ line: String) -> Bool {
    line.unicodeScalars.first.map { "=+-@＝＋－＠|%".unicodeScalars.contains($0) } ?? false
  }
}
