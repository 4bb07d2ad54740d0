import Text

/// Cuts UTF-8 text into tokens: `while tokenizer.next() { use(tokenizer.word, tokenizer.range) }`.
///
/// A word of ASCII letters alone is read in one short loop. One with a hyphen, an apostrophe, a
/// diacritic or the like is read again by `readJoinedWord`.
struct Tokenizer: ~Copyable {
  let text: UnsafeBufferPointer<UInt8>
  private let classes = CharacterClass.ofByte

  var word = FoldedWord()
  var start = 0
  var end = 0
  var kind = Token.Kind.word
  /// The next token stands at the same position: this one is another reading of the same words.
  var sharesPosition = false
  /// The word ends in a hyphen that stands for a word to come: `verkeers- en vervoersbeleid`.
  var isElliptical = false
  /// Where the last written-out date starts. It is not read as a date again: its words come next.
  var lastDate = -1

  var range: Range<Int> { start..<end }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// Reads the next token; false at the end of the text.
  mutating func next() -> Bool {
    var cursor = sharesPosition ? start : end
    while cursor < text.count {
      switch classes[Int(text[cursor])] {
      case .letter:
        begin(at: cursor)
        readWord()
        return true
      case .digit:
        begin(at: cursor)
        readNumber()
        return true
      case .sign:
        begin(at: cursor)
        return finish(reading: "procent", to: cursor + 1)
      case .joiner:
        if text[cursor] == UInt8(ascii: "("), let end = optionalStart(at: cursor) {
          begin(at: cursor)
          readJoinedWord(optionalStartEnd: end)
          return true
        }
        cursor += 1
      case .high:
        let scalar = DecodedScalar(text, at: cursor)
        switch scalar.role {
        case .letter:
          begin(at: cursor)
          readJoinedWord()
          // A letter may fold to nothing.
          if word.count > 0 { return true }
          cursor = max(end, cursor + scalar.length)
        case .ideograph:
          begin(at: cursor)
          word.append(scalar.value, from: 0, to: scalar.length)
          end = cursor + scalar.length
          return true
        case .euro:
          begin(at: cursor)
          return finish(reading: "euro", to: cursor + scalar.length)
        default:
          cursor += scalar.length
        }
      case .separator:
        cursor += 1
      }
    }
    sharesPosition = false
    start = text.count
    end = text.count
    return false
  }

  private mutating func begin(at cursor: Int) {
    start = cursor
    kind = .word
    sharesPosition = false
    isElliptical = false
    word.clear()
  }

  /// Reads the text up to `end` as `reading`.
  mutating func finish(reading: some StringProtocol, to end: Int) -> Bool {
    for byte in reading.utf8 { word.append(byte, from: 0, to: end - start) }
    self.end = end
    return true
  }

  private mutating func readWord() {
    var cursor = start
    while cursor < text.count, classes[Int(text[cursor])] == .letter {
      word.appendAligned(text[cursor] | 0x20)
      cursor += 1
    }
    end = cursor
    guard cursor < text.count else { return }
    switch classes[Int(text[cursor])] {
    case .separator, .sign, .letter: return
    case .joiner where cursor + 1 < text.count:
      // A full stop or the like before a space ends the word. A hyphen does not: a word may follow.
      if text[cursor] != UInt8(ascii: "-"), classes[Int(text[cursor + 1])] == .separator,
        text[cursor] != UInt8(ascii: ":")
      {
        return
      }
    default: break
    }
    if readAddress() || readAbbreviation() { return }
    word.clear()
    readJoinedWord()
  }

  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }

  func isDigit(_ index: Int) -> Bool {
    index < text.count && classes[Int(text[index])] == .digit
  }

  func isASCIILetter(_ index: Int) -> Bool {
    index < text.count && classes[Int(text[index])] == .letter
  }

  func isLowerCase(_ index: Int) -> Bool { byte(index).isLowercaseLetter }

  /// Whether a letter or digit of any script starts at `index`.
  func isWordCharacter(_ index: Int) -> Bool {
    guard index < text.count else { return false }
    return switch classes[Int(text[index])] {
    case .letter, .digit: true
    case .high: DecodedScalar(text, at: index).role == .letter
    default: false
    }
  }
}
