extension Tokenizer {
  /// Letters of a unit that a figure set high belongs to: `m²`, `mol³`.
  private static let longestUnit = 3

  /// Reads a word that may hold hyphens, apostrophes, optional letters in brackets, diacritics,
  /// invisible characters and line ends after a hyphen.
  ///
  /// - Parameter optionalStartEnd: where the bracket closes when the word starts with one:
  ///   `(beleids)beslissingen`.
  mutating func readJoinedWord(optionalStartEnd: Int? = nil) {
    var cursor = start
    var isNumber = true
    if let close = optionalStartEnd {
      copy(start + 1..<close)
      cursor = close + 1
      isNumber = false
    }
    reading: while cursor < text.count {
      let scalar = DecodedScalar(text, at: cursor)
      let next = cursor + scalar.length
      switch scalar.role {
      case .letter:
        if scalar.isSuperscriptDigit, cursor > start,
          word.count > Self.longestUnit || isDigit(cursor - 1)
        {
          break reading
        }
        if scalar.value < 0x80 {
          if isASCIILetter(cursor) { isNumber = false }
          let byte = UInt8(truncatingIfNeeded: scalar.value)
          word.append(isDigit(cursor) ? byte : byte | 0x20, from: cursor - start, to: next - start)
        } else {
          isNumber = false
          word.append(scalar.value, from: cursor - start, to: next - start)
        }
        cursor = next
      case .mark:
        word.extendLast(to: next - start)
        cursor = next
      case .invisible:
        // A soft hyphen at the end of a line parts a word over two lines.
        let line = lineStart(after: next)
        cursor = scalar.value == 0xAD && isLowerCase(line ?? text.count) ? line ?? next : next
        guard isWordCharacter(cursor) || isJoiner(cursor) else { break reading }
      case .apostrophe:
        guard isWordCharacter(next), word.count > 0 else { break reading }
        word.append(UInt8(ascii: "'"), from: cursor - start, to: next - start)
        cursor = next
      case .hyphen:
        if isWordCharacter(next) {
          word.append(UInt8(ascii: "-"), from: cursor - start, to: next - start)
          cursor = next
        } else if let line = lineStart(after: next), isWordCharacter(line), !isConjunction(line) {
          if !isLowerCase(line) && byte(line) < 0x80 {
            word.append(UInt8(ascii: "-"), from: cursor - start, to: next - start)
          }
          cursor = line
        } else {
          isElliptical = next < text.count && byte(next) <= UInt8(ascii: " ")
          break reading
        }
      case .other:
        guard scalar.value == 0x28, let close = optionalLetters(at: cursor) else { break reading }
        if isLowerCase(close + 1) {
          copy(cursor + 1..<close)
          cursor = close + 1
        } else {
          end = close + 1
          kind = isNumber ? .number : .word
          return
        }
      case .euro, .ideograph: break reading
      }
    }
    // Invisible characters behind the last letter are no part of the word.
    end = cursor
    kind = isNumber ? .number : .word
  }

  private mutating func copy(_ letters: Range<Int>) {
    for index in letters {
      word.append(text[index] | 0x20, from: index - start, to: index + 1 - start)
    }
  }

  private func isJoiner(_ index: Int) -> Bool {
    guard index < text.count else { return false }
    return switch DecodedScalar(text, at: index).role {
    case .mark, .invisible, .apostrophe, .hyphen: true
    default: false
    }
  }

  /// Where the next line's text starts, when the line ends at `index`; nil when it does not.
  private func lineStart(after index: Int) -> Int? {
    func skipBlanks(_ index: Int) -> Int {
      var index = index
      while [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains(byte(index)) {
        index += 1
      }
      return index
    }
    let lineEnd = skipBlanks(index)
    guard byte(lineEnd) == UInt8(ascii: "\n") else { return nil }
    return skipBlanks(lineEnd + 1)
  }

  /// Whether `en` or `of` stands at `index`: then the hyphen before it stands for a word to come.
  private func isConjunction(_ index: Int) -> Bool {
    let pair = (byte(index), byte(index + 1))
    return !isWordCharacter(index + 2)
      && (pair == (UInt8(ascii: "e"), UInt8(ascii: "n"))
        || pair == (UInt8(ascii: "o"), UInt8(ascii: "f")))
  }

  /// Letters in brackets that belong to the word before: `thema('s)`, `welk(e)`,
  /// `beleid(s)beslissingen`. Gives the place of the closing bracket.
  private func optionalLetters(at open: Int) -> Int? {
    var cursor = open + 1
    let scalar = cursor < text.count ? DecodedScalar(text, at: cursor) : nil
    if let scalar, scalar.role == .apostrophe { cursor += scalar.length }
    let letters = cursor
    while isLowerCase(cursor) { cursor += 1 }
    guard cursor > letters, byte(cursor) == UInt8(ascii: ")") else { return nil }
    // `vragen(lijst)` holds two words.
    guard cursor - letters <= 3 || isLowerCase(cursor + 1) && cursor - letters <= 12 else {
      return nil
    }
    return cursor
  }

  /// Letters in brackets that begin the word behind them: `(beleids)beslissingen`. Gives the
  /// place of the closing bracket.
  func optionalStart(at open: Int) -> Int? {
    var cursor = open + 1
    guard isASCIILetter(cursor) else { return nil }
    cursor += 1
    while isLowerCase(cursor) { cursor += 1 }
    guard 2...12 ~= cursor - open - 1, byte(cursor) == UInt8(ascii: ")"),
      isLowerCase(cursor + 1)
    else { return nil }
    // `(ii)de` is an enumeration.
    let numerals: [UInt8] = [UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x")]
    return text[open + 1..<cursor].allSatisfy(numerals.contains) ? nil : cursor
  }
}
