import Extraction
import Text

/// Tells a file that is one JSON value, or a few, from one with a record on each line.
enum JSONEnvelope {
  /// What services call the list of what they found, in small letters, and what leads to it.
  private static let names: Set = [
    "value", "data", "result", "results", "resultaten", "hits", "items", "records", "rows", "docs",
    "documents", "response", "d", "features", "entries", "list", "lijst", "objects", "feed",
  ]

  /// - Parameters:
  ///   - head: the beginning of a file.
  ///   - isRecord: whether an object with these members is one.
  static func begins(_ head: [UInt8], isRecord: ([JSONMember]) -> Bool) -> Bool {
    let text = TextEncoding.withoutMark(head[...]).drop(while: \.isSpace)
    if text.first == UInt8(ascii: "[") {
      let next = text.dropFirst().first { !$0.isSpace }
      return next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
    }
    guard text.first == UInt8(ascii: "{") else { return false }
    let line = text.prefix { $0 != UInt8(ascii: "\n") }
    let rest = text[line.endIndex...].drop(while: \.isSpace)
    if line.endIndex == text.endIndex, head.count == FileSample.size {
      return hasList(in: line)
    }
    do throws(JSONFault) {
      guard case .object(let members) = try JSONParser.parse(Array(line)) else { return false }
      return rest.isEmpty && !isRecord(members) && hasList(in: line)
    } catch {
      // Between lines of one value no text is open, and a name or the end comes next.
      let last = line.last { !$0.isSpace }
      let opensList = last == UInt8(ascii: "[")
      let goesOn = rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "}")
      return error.isAtEnd && !error.isInText && (opensList || goesOn)
    }
  }

  /// Whether a list of objects opens where every name that leads to it is one of an envelope.
  private static func hasList(in bytes: ArraySlice<UInt8>) -> Bool {
    var path: [String] = []
    var name = ""
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"): path.append(name)
      case UInt8(ascii: "["):
        let isList = bytes[index...].first { !$0.isSpace } == UInt8(ascii: "{")
        let around = path.dropFirst() + [name]
        if isList, around.allSatisfy({ names.contains($0.lowercased()) }) { return true }
        path.append(name)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = path.popLast()
      case UInt8(ascii: "\""):
        let start = index
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < bytes.endIndex else { return false }
        let text = bytes[start..<index]
        index += 1
        if bytes[index...].first(where: { !$0.isSpace }) == UInt8(ascii: ":") {
          name = String(decoding: text, as: UTF8.self)
        }
      default: break
      }
    }
    return false
  }
}
