import ArgumentParser
import Vraagbaak

/// How hits are written as a table.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Columns of --format csv and tsv.",
      discussion: "Some of \(HitColumn.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name,…"))
  var columns: ColumnList?

  @Option(
    help: ArgumentHelp(
      "Between the cells of --format csv; ; for spreadsheets with Dutch settings, which also takes a decimal comma.",
      valueName: "sign"))
  var separator: String?

  @Flag(help: "Begin --format csv with the mark by which spreadsheets know UTF-8.")
  var bom = false

  var isEmpty: Bool { columns == nil && separator == nil && !bom }

  func validate() throws {
    guard let separator else { return }
    guard separator.utf8.count == 1, let sign = separator.first, sign == "\t" || sign >= " ",
      sign != "\"", !sign.isLetter, !sign.isNumber
    else { throw ValidationError("--separator is one sign, as ; or a tab") }
  }

  var names: [HitColumn] { columns?.columns ?? HitColumn.usual }

  /// Comma-separated values.
  var csv: TableFormat {
    var format = TableFormat.csv
    if let sign = separator?.first { format.separator = sign }
    format.hasByteOrderMark = bom
    return format
  }
}

/// `id,title,text`
struct ColumnList: ExpressibleByArgument {
  let columns: [HitColumn]

  static var allValueStrings: [String] { HitColumn.allCases.map(\.rawValue) }

  init?(argument: String) {
    let names = argument.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    columns = names.compactMap(HitColumn.init(rawValue:))
    guard columns.count == names.count, !columns.isEmpty else { return nil }
  }
}
