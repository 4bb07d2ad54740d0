import Extraction
import Text

/// The cells of one row. A cell in quotation marks may hold separators, line ends, and quotation marks
/// that are doubled; a quotation mark inside another cell is one.
struct TableCells {
  let separator: UInt8
  /// As UTF-8.
  private(set) var cells: [[UInt8]] = []

  /// - Parameter row: without its line end.
  init(_ row: ArraySlice<UInt8>, separator: UInt8) {
    self.separator = separator
    var cell: [UInt8] = []
    var isQuoted = false
    var isAtStart = true
    var index = row.startIndex
    while index < row.endIndex {
      let byte = row[index]
      index += 1
      if isQuoted {
        guard byte == TableQuote.mark else {
          cell.append(byte)
          continue
        }
        if index < row.endIndex, row[index] == TableQuote.mark {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == separator {
        cells.append(cell)
        cell = []
        isAtStart = true
        continue
      } else if byte == TableQuote.mark, isAtStart {
        isQuoted = true
      } else {
        cell.append(byte)
      }
      isAtStart = false
    }
    cells.append(cell)
  }

  /// - Parameter header: of `TableReader.header(of:)`.
  init(header: [UInt8]) {
    self.init(
      TableReader.decode(Array(header.dropFirst())).0[...],
      separator: header.first ?? UInt8(ascii: ","))
  }

  /// As names of columns: one that has none is called by its number.
  var names: [String] {
    cells.enumerated().map { index, cell in
      let name = JSONRecord.trimmed(String(decoding: cell, as: UTF8.self))
      return name.isEmpty ? "#\(index + 1)" : name
    }
  }
}

enum TableQuote {
  static let mark = UInt8(ascii: "\"")
}

/// The row that names the columns of a table, and how its cells are parted.
struct TableHeader {
  /// A row with names is not longer than this, in bytes.
  private static let limit = 1 << 16
  private static let separators: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// The separator, then the row.
  let bytes: [UInt8]
  let names: [String]
  /// Where the rows below it begin, in bytes of the file, and in which line, from 1.
  let end: Int
  let nextLine: Int

  /// - Throws: `.empty`, `.utf16`, `.binary`, `.noHeader`.
  init(of file: SourceFile) throws(ReadError) {
    let head: [UInt8]
    do throws(FileFault) {
      head = try file.head(Self.limit)
    } catch {
      throw ReadError(error, path: file.path)
    }
    if head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff]) {
      throw ReadError(.utf16, path: file.path)
    }
    guard !head.contains(0) else { throw ReadError(.binary, path: file.path) }
    var rest = TextEncoding.withoutMark(head[...])
    var line = 1
    var named: UInt8?
    // "sep=;" is for one spreadsheet program, and no row.
    if let mark = Self.separatorLine(rest) {
      named = mark.separator
      rest = rest[mark.end...]
      line += 1
    }
    while let first = rest.first, first == UInt8(ascii: "\n") || first == UInt8(ascii: "\r") {
      if first == UInt8(ascii: "\n") { line += 1 }
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { throw ReadError(.empty, path: file.path) }
    let row = rest.prefix(Self.rowLength(rest))
    guard row.endIndex < head.count || head.count < Self.limit else {
      throw ReadError(
        .noHeader(reason: "it has more than \(Self.limit) bytes"), path: file.path, line: line)
    }
    let separator = named ?? Self.separator(of: row)
    bytes = [separator] + row
    names = TableCells(header: bytes).names
    let below = rest[row.endIndex...]
    let lineEnd = below.prefix { $0 == UInt8(ascii: "\r") }.count
    let isEnded = below.dropFirst(lineEnd).first == UInt8(ascii: "\n")
    end = row.endIndex + lineEnd + (isEnded ? 1 : 0)
    nextLine = line + row.count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// The columns as members that say something.
  var members: [JSONMember] {
    names.map {
      JSONMember(
        name: $0, value: .string(JSONString(bytes: Array($0.utf8)[...], hasEscapes: false)))
    }
  }

  private static func separatorLine(_ head: ArraySlice<UInt8>) -> (separator: UInt8, end: Int)? {
    guard head.count > 5, head.starts(with: "sep=".utf8) else { return nil }
    let mark = head.startIndex + 4
    guard let end = head[(mark + 1)...].firstIndex(of: UInt8(ascii: "\n")),
      head[(mark + 1)..<end].allSatisfy(\.isSpace)
    else { return nil }
    return (head[mark], end + 1)
  }

  /// To the line end outside of quotation marks.
  private static func rowLength(_ rows: ArraySlice<UInt8>) -> Int {
    var isQuoted = false
    let end = rows.firstIndex { byte in
      if byte == TableQuote.mark { isQuoted.toggle() }
      return !isQuoted && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"))
    }
    return (end ?? rows.endIndex) - rows.startIndex
  }

  /// The sign that makes most columns.
  private static func separator(of row: ArraySlice<UInt8>) -> UInt8 {
    let counts = separators.map { ($0, TableCells(row, separator: $0).cells.count) }
    return counts.max { $0.1 < $1.1 }.map { $0.1 > 1 ? $0.0 : separators[0] } ?? separators[0]
  }
}
