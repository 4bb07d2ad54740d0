import Text

/// A name that a parliament gives a document: "2024Z11859", "ah-tk-20232024-1314", "kv-tk-2024Z11859",
/// "55-B034-2-0136-2020202107205", "E-001234/2022".
public struct DocumentIdentifier: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A case of the Dutch House: its questions as they were asked.
    case zaak
    /// Of the annex to its proceedings: the session, "2023-2024", where it is said, and the number.
    case aanhangsel(session: String?, number: Int)
    /// Of the bulletin of questions and answers of the Belgian Chamber, or for it; the session is
    /// "2020-2021".
    case qrva(legislature: Int, bulletin: Int?, number: Int, session: String?)
    /// Of the European Parliament; the term is said by some spellings alone.
    case european(term: Int?)
    /// A written question in the register of the Flemish Parliament: "schv-1684501".
    case flemish
    case other
  }

  public let kind: Kind
  /// The same for all spellings.
  public let key: String

  /// Reads a text that is one name, or the address of one.
  public init(_ text: some StringProtocol) {
    // An address ends with the name.
    let last = text.contains("://") ? text.split { $0 == "/" }.last.map { String($0) } : nil
    let plain = (last ?? String(text)).lowercased().filter { !$0.isWhitespace }
    if let found = Self.whole(NameWords(plain)) ?? Self.annex(plain) {
      self = found
    } else {
      kind = .other
      key = plain
    }
  }

  /// What the register of the Dutch House calls a supplement: "242501244" is ah-tk-20242025-1244. Nil for
  /// what is no such number.
  public init?(supplement text: some StringProtocol) {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    if 5...10 ~= plain.count, let found = Self.supplement(plain) {
      self = found
      return
    }
    self.init(plain)
    guard case .aanhangsel(_?, _) = kind else { return nil }
  }

  private init(_ kind: Kind, _ key: String) {
    self.kind = kind
    self.key = key
  }

  private init(annex number: Int, _ session: String?) {
    self.init(
      .aanhangsel(session: session, number: number),
      session.map { Self.annexName($0, number) } ?? "aanhangsel-\(number)")
  }

  /// The names of known forms that stand in a text, as in that of a file: `ah-tk-20232024-1314-h1.pdf`.
  public static func all(in text: some StringProtocol) -> [DocumentIdentifier] {
    let words = NameWords(text.lowercased())
    return words.indices.compactMap { name(words, at: $0) }
  }

  /// "ah-tk-20232024-1314"
  static func annexName(_ session: String, _ number: Int) -> String {
    "ah-tk-\(session.filter { $0 != "-" })-\(number)"
  }

  /// All that a document with this name is found by: also by the number alone by which its parliament
  /// counts it.
  public var keys: Set<String> {
    switch kind {
    case .aanhangsel(_, let number):
      [key, Self(annex: number, nil).key, String(number)]
    case .qrva(_, _, let number, _): [key, String(number)]
    case .zaak, .european, .flemish, .other: [key]
    }
  }

  public var parliament: Parliament? {
    switch kind {
    case .zaak, .aanhangsel: .dutchHouse
    case .qrva: .belgianChamber
    case .european: .european
    case .flemish: .flemish
    case .other: nil
    }
  }

  /// The sessions that it names: the legislature too.
  var sessions: [String] {
    switch kind {
    case .aanhangsel(let session, _): [session].compactMap { $0 }
    case .qrva(let legislature, _, _, let session):
      [String(legislature), session].compactMap { $0 }
    case .european(let term): term.map { [String($0)] } ?? []
    case .zaak, .flemish, .other: []
    }
  }

  // MARK: Forms

  /// The one name that a text begins with; behind it may stand what tells its prints apart: `-h1`, `-ASW`.
  private static func whole(_ words: NameWords) -> DocumentIdentifier? {
    guard let first = words.texts.first else { return nil }
    if words.texts.count == 1, first.utf8.count == 9, let found = supplement(first) {
      return found
    }
    let start = words.texts.starts(with: ["kv", "tk"]) ? 2 : 0
    guard words.indices.contains(start) else { return nil }
    guard let found = name(words, at: start) else {
      return european(words, at: start, isWhole: true)
    }
    return words.indices.dropFirst(start + 1).contains { name(words, at: $0) != nil } ? nil : found
  }

  private static func name(_ words: NameWords, at index: Int) -> DocumentIdentifier? {
    zaak(words.texts[index]) ?? publication(words, at: index) ?? qrva(words, at: index)
      ?? flemish(words, at: index) ?? european(words, at: index, isWhole: false)
  }

  /// "schv-1684501"
  private static func flemish(_ words: NameWords, at index: Int) -> DocumentIdentifier? {
    guard words.texts[index] == "schv", let number = words[index + 1], 5...9 ~= number.utf8.count,
      isDigits(number)
    else { return nil }
    return DocumentIdentifier(.flemish, "schv-\(number)")
  }

  /// "2024z11859": five figures, which are not always all written.
  private static func zaak(_ word: String) -> DocumentIdentifier? {
    let parts = word.split(separator: "z", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, 4...6 ~= parts[1].utf8.count,
      parts.allSatisfy(isDigits), let number = Int(parts[1])
    else { return nil }
    return DocumentIdentifier(.zaak, "\(parts[0])z\(padded(number, 5))")
  }

  /// "ah-tk-20232024-1314"
  private static func publication(_ words: NameWords, at index: Int) -> DocumentIdentifier? {
    guard words.texts[index] == "ah", words[index + 1] == "tk",
      let session = words[index + 2].flatMap({ Session.canonical($0) }), session.contains("-"),
      let number = words[index + 3].flatMap({ isDigits($0) ? Int($0) : nil }), number > 0
    else { return nil }
    return DocumentIdentifier(annex: number, session)
  }

  /// "55-b034-2-0136-2020202107205": legislature, bulletin, department, number; session and number. What
  /// is in no bulletin yet has none: "55--2-0136-2020202107205".
  private static func qrva(_ words: NameWords, at index: Int) -> DocumentIdentifier? {
    let first = words.texts[index]
    guard 1...2 ~= first.utf8.count, isDigits(first), let legislature = Int(first) else {
      return nil
    }
    var parts = [first]
    var bulletin: Int?
    var next = index + 1
    if let word = words[next], word.hasPrefix("b"), isDigits(word.dropFirst()),
      words.areJoined(index, 2, by: "-")
    {
      bulletin = Int(word.dropFirst())
      parts.append(word)
      next += 1
    } else if words.areJoined(index, 1, by: "--") {
      parts.append("")
    }
    guard parts.count == 2, words.areJoined(next, 1, by: "-"), let department = words[next],
      isDigits(department), let digits = words[next + 1], isDigits(digits), let number = Int(digits)
    else { return nil }
    parts += [department, digits]
    var session: String?
    if let last = words[next + 2], words.areJoined(next + 1, 1, by: "-"), isDigits(last) {
      parts.append(last)
      session = Session.canonical(last.prefix(8))
    }
    // Three numbers may be anything.
    guard bulletin != nil || session?.contains("-") == true else { return nil }
    return DocumentIdentifier(
      .qrva(legislature: legislature, bulletin: bulletin, number: number, session: session),
      parts.joined(separator: "-"))
  }

  /// For written answer, priority, oral, question time, major interpellation.
  private static let letters: Set = ["e", "p", "o", "h", "g"]

  /// "E-001234/2022", "P-000012/22", "E-9-2022-000148-ASW".
  /// - Parameter isWhole: nothing else stands in the text, so that few figures will do.
  private static func european(_ words: NameWords, at index: Int, isWhole: Bool)
    -> DocumentIdentifier?
  {
    guard letters.contains(words.texts[index]), let first = words[index + 1], isDigits(first),
      let second = words[index + 2], isDigits(second)
    else { return nil }
    let letter = words.texts[index]
    if first.utf8.count <= 2, second.utf8.count == 4, let third = words[index + 3],
      4...6 ~= third.utf8.count, isDigits(third), let year = Int(second), let number = Int(third)
    {
      return european(letter, number, year, term: Int(first))
    }
    let isNamed = isWhole ? words.areJoined(index + 1, 1, by: "/") : first.utf8.count >= 4
    guard isNamed || first.utf8.count == 6, first.utf8.count <= 6, let number = Int(first),
      let year = Int(second)
    else { return nil }
    switch second.utf8.count {
    case 4: return european(letter, number, year, term: nil)
    // The Parliament has asked since 1958.
    case 2: return european(letter, number, year + (year < 58 ? 2000 : 1900), term: nil)
    default: return nil
    }
  }

  private static func european(_ letter: String, _ number: Int, _ year: Int, term: Int?)
    -> DocumentIdentifier?
  {
    guard 1950...2199 ~= year else { return nil }
    return DocumentIdentifier(.european(term: term), "\(letter)-\(padded(number, 6))/\(year)")
  }

  /// "aanhangsel 1314", "Aanhangsel Handelingen II 2023/24, nr. 1432"
  private static func annex(_ text: String) -> DocumentIdentifier? {
    guard text.contains("aanhangsel") else { return nil }
    let runs = text.split { !($0.isASCII && $0.isNumber) }
    guard let last = runs.last, let number = Int(last), number > 0 else { return nil }
    let years = runs.dropLast().joined(separator: "-")
    return DocumentIdentifier(annex: number, Session.canonical(years))
  }

  /// "242501244": the years of the session, and the number.
  private static func supplement(_ text: String) -> DocumentIdentifier? {
    guard isDigits(text), let first = Int(text.prefix(2)),
      let last = Int(text.dropFirst(2).prefix(2)), (first + 1) % 100 == last,
      let number = Int(text.dropFirst(4)), number > 0
    else { return nil }
    // The sessions that the register knows begin in 1900 and later.
    let year = first >= 80 ? 1900 + first : 2000 + first
    return DocumentIdentifier(annex: number, "\(year)-\(year + 1)")
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
  }

  private static func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
  }
}

extension DocumentIdentifier {
  /// The names of a known form that a source gives a document.
  /// - Parameters:
  ///   - id: may hold one, as the name of a file.
  ///   - given: its number and further names.
  package static func names(ofID id: String, _ given: [String]) -> [DocumentIdentifier] {
    var names = given.flatMap { text in
      let one = DocumentIdentifier(text)
      return one.kind == .other ? all(in: text) : [one]
    }
    names += all(in: id.split(separator: "/").last ?? "")
    // The only names with the sign that parts directories.
    let whole = DocumentIdentifier(id)
    if case .european = whole.kind { names.append(whole) }
    return names.reduce(into: []) { all, name in
      if !all.contains(name) { all.append(name) }
    }
  }
}

extension WrittenQuestion.Heading {
  /// The names of a known form that its parliament gives it.
  package var names: [DocumentIdentifier] {
    DocumentIdentifier.names(ofID: id, identifiers + (number.map { [$0] } ?? []))
  }
}
