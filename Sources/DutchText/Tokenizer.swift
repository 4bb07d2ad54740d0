/// Cuts text into words, numbers, dates and addresses, folded, each with its bytes in the text.
///
/// Outcomes are fixed by the table in `TokenizerTests`. The caller gets one `RawToken` after
/// another, whose storage is used again for the next.
struct Tokenizer {
  /// Longer words are cut, in bytes, so that a term with its prefix stays below the engine's 245.
  static let longestWord = 200

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads the next token; false at the end.
  mutating func next(into token: inout RawToken) -> Bool {
    while index < bytes.count {
      let byte = bytes[index]
      token.clear(at: index)
      if byte.isASCIIDigit {
        readNumber(into: &token)
      } else if byte == UInt8(ascii: "("), let close = joiningBracket(at: index) {
        // "(beleids)beslissingen"
        readWord(into: &token, brackets: close)
      } else {
        readWord(into: &token, brackets: nil)
      }
      guard token.word.isEmpty else {
        token.end = index
        return true
      }
      if index == token.start { index += scalar(at: index).length }
    }
    return false
  }

  // MARK: Words

  /// Letters and digits, with the signs that belong inside a word.
  private mutating func readWord(into token: inout RawToken, brackets: Int?) {
    var close = brackets
    if close != nil { index += 1 }
    let start = index
    while index < bytes.count, token.word.count < Self.longestWord {
      let byte = bytes[index]
      if byte.isASCIILetter || byte.isASCIIDigit {
        token.append(byte | (byte.isASCIILetter ? 0x20 : 0), at: index)
        index += 1
      } else if byte >= 0x80 {
        guard appendFolded(to: &token) || apostropheOrHyphen(into: &token) else { break }
      } else if index == close {
        close = nil
        index += 1
      } else if byte == UInt8(ascii: "("), index > start, let end = innerBracket(at: index) {
        close = end
        index += 1
      } else if !sign(byte, into: &token) {
        break
      }
    }
    if token.word.count >= Self.longestWord { skipRestOfWord() }
    if token.word.allSatisfy({ $0 == 0x2e }) { token.word.removeAll() }
  }

  /// What follows the longest word belongs to it.
  private mutating func skipRestOfWord() {
    while index < bytes.count, bytes[index].isASCIILetter || bytes[index] >= 0x80 {
      index += scalar(at: index).length
    }
  }

  /// A sign inside a word: taken, or the word ends before it.
  private mutating func sign(_ byte: UInt8, into token: inout RawToken) -> Bool {
    guard !token.word.isEmpty else { return false }
    switch byte {
    case UInt8(ascii: "'"): return apostrophe(length: 1, into: &token)
    case UInt8(ascii: "-"): return hyphen(length: 1, into: &token)
    case UInt8(ascii: "."): return fullStop(into: &token)
    case UInt8(ascii: "@"): return address(into: &token, kind: .email)
    case UInt8(ascii: ":"):
      guard has("://", at: index) else { return false }
      return address(into: &token, kind: .url)
    default: return false
    }
  }

  private mutating func apostropheOrHyphen(into token: inout RawToken) -> Bool {
    guard !token.word.isEmpty else { return false }
    let (scalar, length) = scalar(at: index)
    switch scalar.value {
    case 0x2019, 0x2018, 0x02bc: return apostrophe(length: length, into: &token)
    case 0x2010, 0x2011: return hyphen(length: length, into: &token)
    default: return false
    }
  }

  /// `foto's` and `zo'n` end here; `D'Haese` goes on.
  private mutating func apostrophe(length: Int, into token: inout RawToken) -> Bool {
    let after = index + length
    guard letterLength(at: after) > 0 else { return false }
    var end = after
    while letterLength(at: end) > 0 { end += letterLength(at: end) }
    if end - after > 1 {
      index = after
      return true
    }
    // One letter behind it is an ending.
    index = end
    return false
  }

  /// Inside a word it joins parts; at the end of a line it may be one that a layout put there.
  private mutating func hyphen(length: Int, into token: inout RawToken) -> Bool {
    var after = index + length
    if letterLength(at: after) > 0 || after < bytes.count && bytes[after].isASCIIDigit {
      token.markHyphen()
      index = after
      return true
    }
    while after < bytes.count, bytes[after] == 0x20 || bytes[after] == 0x0d { after += 1 }
    guard after < bytes.count, bytes[after] == 0x0a else { return false }
    while after < bytes.count, bytes[after].isSpace { after += 1 }
    guard after < bytes.count, bytes[after].isLowercaseASCII || bytes[after] >= 0x80,
      letterLength(at: after) > 0, !isConjunction(at: after)
    else { return false }
    index = after
    return true
  }

  /// "in-\nen uitvoer" is not "inen uitvoer".
  private func isConjunction(at start: Int) -> Bool {
    ["en", "of", "noch"].contains { word in
      has(word, at: start) && letterLength(at: start + word.utf8.count) == 0
    }
  }

  /// `d.w.z.`, `N.V.`: single letters with full stops are one word; `www.vlaanderen.be` an address.
  private mutating func fullStop(into token: inout RawToken) -> Bool {
    if token.word.elementsEqual("www".utf8) { return address(into: &token, kind: .url) }
    let singles = token.sourceLength(upTo: index) == 2 * token.word.count - 1
    guard singles, token.kind == .word else { return false }
    let after = index + 1
    let next = letterLength(at: after)
    if next == 1, after + 1 < bytes.count, bytes[after + 1] == UInt8(ascii: ".") {
      index = after
      return true
    }
    if next == 1, token.word.count > 1, letterLength(at: after + 1) == 0 {
      index = after
      return true
    }
    if token.word.count > 1 { index = after }
    return false
  }

  /// The rest of an e-mail address or URL, up to white space or closing punctuation.
  private mutating func address(into token: inout RawToken, kind: Token.Kind) -> Bool {
    var end = index
    while end < bytes.count, !bytes[end].isSpace, !"<>\"()[]{}".utf8.contains(bytes[end]) {
      end += 1
    }
    while end > index, ".,;:!?'".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard end > index + 2 else { return false }
    token.kind = kind
    token.word.removeAll(keepingCapacity: true)
    token.clearMarks()
    for place in token.start..<min(end, token.start + Self.longestWord) {
      let byte = bytes[place]
      token.append(byte.isUppercaseASCII ? byte | 0x20 : byte, at: place)
    }
    token.trimIncompleteScalar()
    index = end
    return false
  }

  private func joiningBracket(at open: Int) -> Int? {
    guard let close = bracketEnd(at: open), letterLength(at: close + 1) > 0 else { return nil }
    return close
  }

  private func innerBracket(at open: Int) -> Int? {
    guard let close = bracketEnd(at: open), close - open <= 10 else { return nil }
    return close
  }

  /// The `)` of brackets that hold nothing but letters and an apostrophe.
  private func bracketEnd(at open: Int) -> Int? {
    var end = open + 1
    while end < bytes.count, end - open <= 30 {
      if bytes[end] == UInt8(ascii: ")") { return end > open + 1 ? end : nil }
      let length = letterLength(at: end)
      let isSign = bytes[end] == UInt8(ascii: "'") || has("’", at: end)
      guard length > 0 || isSign else { return nil }
      end += isSign ? (bytes[end] == UInt8(ascii: "'") ? 1 : 3) : length
    }
    return nil
  }

  // MARK: Numbers

  /// `1.234,56`, `12bis`, `2019`, `10/03/2023`.
  private mutating func readNumber(into token: inout RawToken) {
    if let date = NumericDate(bytes, at: index) {
      token.kind = .date
      for digit in date.term.utf8 { token.append(digit, at: index) }
      index = date.end
      return
    }
    token.kind = .number
    let start = index
    while index < bytes.count, index - start < Self.longestWord {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        token.append(byte, at: index)
        index += 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","),
        index + 1 < bytes.count, bytes[index + 1].isASCIIDigit
      {
        // A full stop before three digits groups thousands; anything else begins a fraction.
        if !(byte == UInt8(ascii: ".") && digits(at: index + 1) == 3) {
          token.append(UInt8(ascii: "."), at: index)
        }
        index += 1
      } else {
        break
      }
    }
    // "12bis", "3de", "30km": letters glued to the number.
    var letters = index
    while letterLength(at: letters) > 0 { letters += letterLength(at: letters) }
    guard letters > index, letters - index <= 12 else { return }
    token.kind = .word
    while index < letters {
      if bytes[index] < 0x80 {
        token.append(bytes[index] | 0x20, at: index)
        index += 1
      } else if !appendFolded(to: &token) {
        break
      }
    }
  }

  private func digits(at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
    return end - start
  }

  // MARK: Characters

  /// Takes the character beyond ASCII at `index` when it belongs to a word.
  private mutating func appendFolded(to token: inout RawToken) -> Bool {
    let (scalar, length) = scalar(at: index)
    switch Folding.fold(scalar) {
    case .letters(let letters):
      letters.withUTF8Buffer { for letter in $0 { token.append(letter, at: index) } }
    case .scalar(let folded):
      for unit in UTF8.encode(folded) ?? .init() { token.append(unit, at: index) }
    case .nothing:
      guard !token.word.isEmpty else { return false }
    case .separator: return false
    }
    index += length
    return true
  }

  /// Bytes of the letter here, 0 when there is none.
  private func letterLength(at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if bytes[index] < 0x80 { return bytes[index].isASCIILetter ? 1 : 0 }
    let (scalar, length) = scalar(at: index)
    switch Folding.fold(scalar) {
    case .letters, .scalar: return length
    case .nothing, .separator: return 0
    }
  }

  /// Decodes one character; what is no valid UTF-8 counts as one strange byte.
  private func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0
    guard length > 0, index + length <= bytes.count else { return ("\u{fffd}", 1) }
    if length == 1 { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7f >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3f) }
    return Unicode.Scalar(value).map { ($0, length) } ?? ("\u{fffd}", 1)
  }

  private func has(_ text: String, at index: Int) -> Bool {
    let text = text.utf8
    return index + text.count <= bytes.count && zip(bytes[index...], text).allSatisfy(==)
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isLowercaseASCII: Bool { self &- 0x61 < 26 }
  var isUppercaseASCII: Bool { self &- 0x41 < 26 }
  var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
}
