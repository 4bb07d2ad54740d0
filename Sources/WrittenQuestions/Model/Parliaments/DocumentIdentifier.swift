import Text

/// A name that a parliament gives a document: "2024Z11859", "ah-tk-20232024-1314", "kv-tk-2024Z11859",
/// "55-B034-2-0136-2020202107205", "E-001234/2022".
public struct DocumentIdentifier: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A case of the Dutch House: its questions as they were asked.
    case zaak
    /// Of the annex to its proceedings: the session, "2023-2024", where it is said, and the number.
    case aanhangsel(session: String?, number: Int)
    /// Of the bulletin of questions and answers of the Belgian Chamber.
    case qrva(legislature: Int, bulletin: Int, number: Int)
    /// Of the European Parliament.
    case european
    case other
  }

  public let kind: Kind
  /// The same for all spellings.
  public let key: String

  public init(_ text: some StringProtocol) {
    // An address ends with the name.
    let last = text.contains("://") ? text.split { $0 == "/" }.last.map { String($0) } : nil
    let plain = (last ?? String(text)).lowercased().filter { !$0.isWhitespace }
    let found = Self.annex(plain) ?? Self.number(plain)
    kind = found?.kind ?? .other
    key = found?.key ?? plain
  }

  /// All that a document with this name is found by: an annex also by its number alone.
  public var keys: Set<String> {
    guard case .aanhangsel(_, let number) = kind else { return [key] }
    return [key, Self.annexKey(nil, number)]
  }

  public var parliament: Parliament? {
    switch kind {
    case .zaak, .aanhangsel: .dutchHouse
    case .qrva: .belgianChamber
    case .european: .european
    case .other: nil
    }
  }

  private static func annexKey(_ session: String?, _ number: Int) -> String {
    guard let session else { return "aanhangsel-\(number)" }
    return "ah-tk-\(session.filter { $0 != "-" })-\(number)"
  }

  /// "ah-tk-20232024-1314", "aanhangsel1314", "aanhangselhandelingenii2023/24,nr.1432", and 242501244 of
  /// the House's open data.
  private static func annex(_ text: String) -> (kind: Kind, key: String)? {
    let runs = text.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    var session: String?
    var number: Int?
    if text.hasPrefix("ah-tk-"), runs.count >= 2 {
      session = Session.canonical(runs[0])
      number = session == nil ? nil : Int(runs[1])
    } else if text.contains("aanhangsel"), let last = runs.last {
      number = Int(last)
      session = runs.count > 1 ? Session.canonical(runs.dropLast().joined(separator: "-")) : nil
    } else if text.count == 9, runs == [text], let start = Int(text.prefix(2)),
      let end = Int(text.dropFirst(2).prefix(2)), end == start + 1
    {
      session = "20\(text.prefix(2))-20\(text.dropFirst(2).prefix(2))"
      number = Int(text.dropFirst(4))
    }
    guard let number, number > 0 else { return nil }
    return (.aanhangsel(session: session, number: number), annexKey(session, number))
  }

  private static func number(_ text: String) -> (kind: Kind, key: String)? {
    // 2024z11859, and kv-tk-2024z11859 with the suffix of a later print.
    let zaak = text.hasPrefix("kv-tk-") ? text.dropFirst(6).prefix { $0 != "-" } : text[...]
    let parts = zaak.split(separator: "z", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].count == 4, 4...6 ~= parts[1].count, parts.allSatisfy(isDigits) {
      return (.zaak, String(zaak))
    }
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    if groups.count >= 4, 1...2 ~= groups[0].count, let legislature = Int(groups[0]),
      groups[1].hasPrefix("b"), let bulletin = Int(groups[1].dropFirst()),
      let number = Int(groups[3])
    {
      return (.qrva(legislature: legislature, bulletin: bulletin, number: number), text)
    }
    // E-001234/2022, P-000012/22
    if groups.count == 2, ["e", "p", "o", "h"].contains(groups[0]) {
      let halves = groups[1].split(separator: "/")
      if halves.count == 2, 4...6 ~= halves[0].count, halves.allSatisfy({ isDigits($0) }) {
        return (.european, text)
      }
    }
    return nil
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
  }
}
