import Text

/// The numbers that the House gives: "2024Z11859", "ah-tk-20232024-1314", "AH 604".
enum KamerNumber {
  /// Every number of a question in a text: "2024Z11859".
  static func house(in text: some StringProtocol) -> [String] {
    let bytes = text.utf8
    guard zip(bytes, bytes.dropFirst()).contains(where: { $0.isDigit && $1 == UInt8(ascii: "Z") })
    else { return [] }
    return words(of: text).filter(isHouse).reduce(into: []) { found, word in
      if !found.contains(word) { found.append(word) }
    }
  }

  static func isHouse(_ word: String) -> Bool {
    word.contains("Z") && word.count <= 11 && DocumentIdentifier(word).kind == .zaak
  }

  /// Names of publications: "ah-tk-20232024-1314", "kv-tk-2024Z18659".
  static func publications(in text: some StringProtocol) -> [String] {
    guard Substring(text).range(ofWord: "-tk-") != nil else { return [] }
    return words(of: text).map { $0.lowercased() }.filter {
      ($0.hasPrefix("ah-tk-") || $0.hasPrefix("kv-tk-")) && $0.count > 8
    }.map { $0.replacingHouseNumber }
  }

  private static func words(of text: some StringProtocol) -> [String] {
    String(text).split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
  }

  /// "ah-tk-20232024-1314" → 2023-2024 and 1314.
  static func parts(ofPublication name: String) -> (session: String, number: String)? {
    guard case .aanhangsel(let session?, let number) = DocumentIdentifier(name).kind else {
      return nil
    }
    return (session, String(number))
  }

  /// "AH 604", or 604 alone.
  static func aanhangsel(_ line: String) -> String? {
    var words = line.split(whereSeparator: \.isWhitespace)[...]
    if let first = words.first, ["ah", "aanhangsel", "nr."].contains(first.lowercased()) {
      words.removeFirst()
    }
    if words.first?.lowercased() == "nr." { words.removeFirst() }
    guard words.count == 1, let number = words.first, 1...5 ~= number.count,
      number.allSatisfy(\.isASCIIDigit)
    else { return nil }
    return String(number)
  }

  /// "Vergaderjaar 2024–2025", "vergaderjaar 2023/24" → "2024-2025".
  static func session(in text: some StringProtocol) -> String? {
    guard Substring(text).range(ofWord: "vergaderjaar") != nil else { return nil }
    let words = text.split { !($0.isLetter || $0.isNumber) }
    for (index, word) in words.enumerated()
    where word.lowercased() == "vergaderjaar" && index + 2 < words.count {
      let (first, last) = (words[index + 1], words[index + 2])
      guard first.count == 4, let session = Session.canonical("\(first)-\(last.prefix(4))") else {
        continue
      }
      return session
    }
    return nil
  }

  /// "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1379" → ah-tk-20232024-1379.
  static func references(in text: String) -> [Reference] {
    var found: [Reference] = []
    var rest = text[...]
    while let start = rest.range(ofWord: "aanhangsel") {
      rest = rest[start.upperBound...]
      let near = rest.prefix(90)
      guard
        near.trimming(where: \.isWhitespace).lowercased().hasPrefix("handelingen")
          || near.lowercased().hasPrefix(" van de handelingen"),
        let year = near.range(ofWord: "vergaderjaar"), let session = session(in: near)
      else { continue }
      let words = near[year.upperBound...].split { !($0.isLetter || $0.isNumber) }.dropFirst(2)
      let behind = words.drop { ["nr", "nrs", "nummer"].contains($0.lowercased()) }
      for word in behind.prefix(1) where word.allSatisfy(\.isASCIIDigit) && word.count <= 5 {
        guard let number = Int(word) else { continue }
        let reference = Reference(number: DocumentIdentifier.annexName(session, number))
        if !found.contains(reference) { found.append(reference) }
      }
    }
    return found
  }
}

extension String {
  /// "kv-tk-2024z18659" with its capital Z.
  fileprivate var replacingHouseNumber: String {
    let last = split(separator: "-").last ?? ""
    let upper = last.uppercased()
    return KamerNumber.isHouse(upper) ? dropLast(last.count) + upper : self
  }
}
