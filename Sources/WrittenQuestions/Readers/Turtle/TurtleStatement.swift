import Text

/// A subject of Turtle and what is said of it. Prefixes are not looked up: names are told by their last
/// part, `Work` of `eli:Work` and of `<http://data.europa.eu/eli/ontology#Work>`.
struct TurtleStatement {
  enum Term: Equatable {
    case name(String)
    case text(String, language: String?)

    /// Of a name what stands behind its last `/`, `#` or `:`; of a text all.
    var local: String {
      switch self {
      case .name(let name):
        name.split(whereSeparator: { "/#:".contains($0) }).last.map(String.init) ?? name
      case .text(let text, _): text
      }
    }
  }

  let subject: String
  /// By the last part of their names; a name may stand there several times.
  private var objects: [(predicate: String, object: Term)] = []

  /// What a predicate says.
  subscript(_ predicate: String) -> [Term] {
    objects.filter { $0.predicate == predicate }.map(\.object)
  }

  func isA(_ type: String) -> Bool { self["type"].contains { $0.local == type } }

  /// The text in the first of these languages that there is, or the first text.
  func text(_ predicate: String, in languages: [String]) -> String? {
    let texts = self[predicate].compactMap { term -> (String, String?)? in
      if case .text(let text, let language) = term { (text, language?.lowercased()) } else { nil }
    }
    for language in languages {
      if let found = texts.first(where: { $0.1?.hasPrefix(language) == true }) { return found.0 }
    }
    return texts.first?.0
  }

  /// - Parameter bytes: to the full stop that ends it.
  init(parsing bytes: [UInt8]) throws(TurtleFault) {
    var tokens = TurtleTokens(bytes)
    guard case .name(let subject)? = try tokens.term() else {
      throw TurtleFault(byte: 0, reason: "a subject is expected")
    }
    self.subject = subject
    while let predicate = try tokens.term() {
      guard case .name(let name) = predicate else { throw tokens.fault("a predicate is expected") }
      let local = name == "a" ? "type" : predicate.local
      repeat {
        guard try !tokens.skipBrackets() else { continue }
        guard let object = try tokens.term() else { throw tokens.fault("an object is expected") }
        objects.append((local, object))
      } while tokens.take(",")
      guard tokens.take(";") else { break }
      // A semicolon may stand before nothing.
      while tokens.take(";") {}
    }
    guard tokens.isAtEnd else { throw tokens.fault("a semicolon or a full stop is expected") }
  }
}

/// Where a text stops being Turtle, and why.
struct TurtleFault: Error, Equatable {
  /// Offset of the first byte that does not fit.
  let byte: Int
  let reason: String
}

/// The terms of one statement.
struct TurtleTokens {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func fault(_ reason: String) -> TurtleFault { TurtleFault(byte: index, reason: reason) }

  /// Behind the last term, or before the full stop.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index >= bytes.count || bytes[index] == UInt8(ascii: ".")
    }
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "#") {
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else if bytes[index].isSpace {
        index += 1
      } else {
        return
      }
    }
  }

  /// Passes over a node without a name or a list, which say nothing of a question.
  mutating func skipBrackets() throws(TurtleFault) -> Bool {
    skipSpace()
    guard index < bytes.count, "[(".utf8.contains(bytes[index]) else { return false }
    var depth = 0
    repeat {
      skipSpace()
      guard index < bytes.count else { throw fault("a bracket is not closed") }
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "("):
        depth += 1
        index += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"):
        depth -= 1
        index += 1
      case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "."): index += 1
      default: _ = try term()
      }
    } while depth > 0
    return true
  }

  /// Nil at the end.
  mutating func term() throws(TurtleFault) -> TurtleStatement.Term? {
    guard !isAtEnd else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "<"):
      let start = index + 1
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
        throw fault("a name in < > is not closed")
      }
      index = end + 1
      return .name(String(decoding: bytes[start..<end], as: UTF8.self))
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try text()
    default:
      let start = index
      while index < bytes.count, !isSign(at: index) { index += 1 }
      guard index > start else { throw fault("a name or a text is expected") }
      let name = bytes[start..<index].filter { $0 != UInt8(ascii: "\\") }
      return .name(String(decoding: name, as: UTF8.self))
    }
  }

  /// Whether a name ends before this byte; a full stop inside of one is part of it.
  private func isSign(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\\") || index > 0 && bytes[index - 1] == UInt8(ascii: "\\") {
      return false
    }
    if byte == UInt8(ascii: ".") { return index + 1 >= bytes.count || bytes[index + 1].isSpace }
    return byte.isSpace || ";,[]()<>\"'".utf8.contains(byte)
  }

  private mutating func text() throws(TurtleFault) -> TurtleStatement.Term {
    let mark = bytes[index]
    let isLong = bytes[index...].prefix(3).elementsEqual([mark, mark, mark])
    let start = index
    index += isLong ? 3 : 1
    var text: [UInt8] = []
    while true {
      guard index < bytes.count else {
        index = start
        throw fault("a text is not closed")
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        text += try escape()
      } else if byte == mark,
        !isLong || bytes[index...].prefix(3).elementsEqual([mark, mark, mark])
      {
        index += isLong ? 3 : 1
        break
      } else {
        text.append(byte)
        index += 1
      }
    }
    var language: String?
    if index < bytes.count, bytes[index] == UInt8(ascii: "@") {
      let tag = bytes[(index + 1)...].prefix {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-")
      }
      language = String(decoding: tag, as: UTF8.self)
      index = tag.endIndex
    } else if bytes[index...].prefix(2).elementsEqual("^^".utf8) {
      index += 2
      _ = try term()
    }
    return .text(String(decoding: text, as: UTF8.self), language: language)
  }

  private mutating func escape() throws(TurtleFault) -> [UInt8] {
    guard index + 1 < bytes.count else { throw fault("a text is not closed") }
    let sign = bytes[index + 1]
    let length = ["u": 4, "U": 8][String(decoding: [sign], as: UTF8.self)]
    guard let length else {
      index += 2
      let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "b"): 8,
        UInt8(ascii: "f"): 12,
      ]
      return [escapes[sign] ?? sign]
    }
    let digits = bytes[(index + 2)...].prefix(length)
    guard digits.count == length,
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("\\\(length == 4 ? "u" : "U") needs \(length) hexadecimal digits") }
    index += 2 + length
    return Array(String(Unicode.Scalar(code) ?? "\u{fffd}").utf8)
  }
}
