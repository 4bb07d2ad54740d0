import Text

extension Tokenizer {
  /// Reads an e-mail address or a web address that starts at `start`.
  mutating func readAddress() -> Bool {
    readEmail() || readURL() || readDomain()
  }

  /// Bytes before the @ of an address, of its host, and letters of an abbreviation.
  private static let longestLocalPart = 64
  private static let longestHost = 253
  private static let mostInitials = 20

  private mutating func readEmail() -> Bool {
    var cursor = start
    func isLocal(_ index: Int) -> Bool {
      isASCIILetter(index) || isDigit(index)
        || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")]
          .contains(byte(index))
    }
    // What goes on for long is looked at again from every word in it.
    while isLocal(cursor), cursor - start < Self.longestLocalPart { cursor += 1 }
    guard byte(cursor) == UInt8(ascii: "@") else { return false }
    let domain = domainEnd(from: cursor + 1)
    guard domain.labels >= 2 else { return false }
    take(.email, from: start, to: domain.end)
    return true
  }

  private mutating func readURL() -> Bool {
    var host = start
    if matches("http://", at: host) {
      host += 7
    } else if matches("https://", at: host) {
      host += 8
    }
    let isWWW = matches("www.", at: host)
    if isWWW { host += 4 }
    guard isWWW || host > start, isASCIILetter(host) || isDigit(host) else { return false }
    takeURL(host: host)
    return true
  }

  /// An address without a scheme: `dekamer.be`, `vlaanderen.be/inburgering`.
  private mutating func readDomain() -> Bool {
    let domain = domainEnd(from: start)
    guard domain.labels >= 2, isLowerCase(start), !isWordCharacter(domain.end),
      Self.topLevelDomains.contains(where: { top in
        let at = domain.end - top.utf8.count
        return at > start && text[at - 1] == UInt8(ascii: ".") && isLowerCase(at)
          && matches(top, at: at)
      })
    else { return false }
    takeURL(host: start)
    return true
  }

  private static let topLevelDomains = [
    "be", "nl", "eu", "com", "org", "net", "int", "fr", "de", "uk", "brussels", "vlaanderen",
  ]

  /// Takes the address up to the first space or quote, without the sentence's punctuation.
  private mutating func takeURL(host: Int) {
    var cursor = host
    while cursor < text.count, text[cursor] > UInt8(ascii: " "), text[cursor] < 0x7F,
      !#""<>[]{}|\^`"#.utf8.contains(text[cursor])
    {
      cursor += 1
    }
    while cursor > host, !isWordCharacter(cursor - 1) { cursor -= 1 }
    take(.url, from: host, to: cursor)
  }

  private mutating func take(_ kind: Token.Kind, from first: Int, to end: Int) {
    word.clear()
    for index in first..<end {
      let byte = text[index]
      let folded = byte.isUppercaseLetter ? byte | 0x20 : byte
      word.append(folded, from: index - start, to: index + 1 - start)
    }
    self.end = end
    self.kind = kind
  }

  /// Where the host name at `index` ends, and how many labels it has.
  private func domainEnd(from index: Int) -> (end: Int, labels: Int) {
    var (cursor, end, labels) = (index, index, 0)
    while cursor - index < Self.longestHost {
      let label = cursor
      while isASCIILetter(cursor) || isDigit(cursor)
        || byte(cursor) == UInt8(ascii: "-") && cursor > label
      {
        cursor += 1
      }
      while cursor > label, byte(cursor - 1) == UInt8(ascii: "-") { cursor -= 1 }
      guard cursor > label else { return (end, labels) }
      labels += 1
      end = cursor
      guard byte(cursor) == UInt8(ascii: ".") else { return (end, labels) }
      cursor += 1
    }
    return (end, labels)
  }

  /// Whether `lowerCase` stands at `index`, in either case.
  private func matches(_ lowerCase: String, at index: Int) -> Bool {
    guard index + lowerCase.utf8.count <= text.count else { return false }
    return zip(lowerCase.utf8, text[index...]).allSatisfy { wanted, found in
      wanted == found || found >= UInt8(ascii: "A") && wanted == found | 0x20
    }
  }

  /// Reads single letters with full stops between them, `d.w.z.`, `N.V.`, as one word without them.
  mutating func readAbbreviation() -> Bool {
    guard end == start + 1 else { return false }
    var cursor = start
    var letters = 0
    while isASCIILetter(cursor), byte(cursor + 1) == UInt8(ascii: ".") || letters > 0,
      !isASCIILetter(cursor + 1)
    {
      letters += 1
      cursor += 1
      guard letters < Self.mostInitials, byte(cursor) == UInt8(ascii: "."),
        isASCIILetter(cursor + 1),
        !isWordCharacter(cursor + 2)
      else { break }
      cursor += 1
    }
    guard letters >= 2, !isWordCharacter(cursor) else { return false }
    word.clear()
    for index in stride(from: start, to: cursor, by: 2) {
      word.append(text[index] | 0x20, from: index - start, to: index + 1 - start)
    }
    if byte(cursor) == UInt8(ascii: ".") { cursor += 1 }
    end = cursor
    return true
  }
}
