/// The year of a parliament's session, or its legislature, by one name for all spellings.
public enum Session {
  /// "2023-2024" for "2023–2024", "20232024", "2023/24" and "vergaderjaar 2023-2024"; "56" for "56e
  /// legislatuur". Nil for what is neither.
  public static func canonical(_ text: some StringProtocol) -> String? {
    let lower = text.lowercased()
    let words = lower.split { !$0.isLetter }.map(String.init)
    guard words.allSatisfy(known.contains) else { return nil }
    let runs = lower.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    switch (runs.count, runs.first?.count) {
    case (1, 8): return years(runs[0].prefix(4), runs[0].dropFirst(4))
    case (1, 1), (1, 2): return Int(runs[0]).flatMap { $0 > 0 ? String($0) : nil }
    case (2, 4): return years(runs[0], runs[1])
    default: return nil
    }
  }

  /// What documents and queries are matched by: that name, or what is written.
  package static func key(_ text: some StringProtocol) -> String {
    canonical(text)
      ?? text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func years(_ first: some StringProtocol, _ last: some StringProtocol) -> String? {
    guard let start = Int(first), let end = Int(last), 1800...2199 ~= start else { return nil }
    switch last.count {
    case 4: return end == start + 1 ? "\(start)-\(end)" : nil
    case 2: return end == (start + 1) % 100 ? "\(start)-\(start + 1)" : nil
    default: return nil
    }
  }

  private static let known: Set<String> = [
    "vergaderjaar", "zittingsjaar", "zitting", "zittingsperiode", "legislatuur", "legislature",
    "gewone", "sessie", "session", "vj", "zj", "zp", "e", "ste", "de", "th",
  ]
}

extension Session {
  /// The session that a day lies in, which begins on the third Tuesday of September in the Netherlands,
  /// on the fourth Monday of September in Flanders, and on the second Tuesday of October in the
  /// Belgian Chamber. Nil where the parliament or the date leaves it open.
  static func year(of date: CalendarDate, _ parliament: Parliament?, _ country: Country?) -> String?
  {
    let starts: [CalendarDate?]
    switch (parliament, country) {
    case (.dutchHouse, _): starts = [.weekday(1, number: 3, of: 9, date.year)]
    case (.flemish, _): starts = [.weekday(0, number: 4, of: 9, date.year)]
    case (.belgianChamber, _): starts = [.weekday(1, number: 2, of: 10, date.year)]
    case (nil, .belgium):
      starts = [
        .weekday(0, number: 4, of: 9, date.year), .weekday(1, number: 2, of: 10, date.year),
      ]
    default: return nil
    }
    let begun = Set(
      starts.compactMap { $0 }.map { start in
        [date.firstDay >= start, date.lastDay >= start]
      }.joined())
    guard begun.count == 1, let hasBegun = begun.first else { return nil }
    let year = hasBegun ? date.year : date.year - 1
    return "\(year)-\(year + 1)"
  }
}

extension WrittenQuestion.Heading {
  /// Its session under the one name for all spellings, those that its names tell, and the year that
  /// follows from its date where nothing else tells it and the parliament is known.
  package var sessions: [String] {
    var sessions = session.map { [Session.key($0)] } ?? []
    let names = names
    for session in names.flatMap(\.sessions) where !sessions.contains(session) {
      sessions.append(session)
    }
    if !sessions.contains(where: { $0.contains("-") }), let date {
      let parliament = parliament(of: names)
      if let year = Session.year(of: date, parliament, country(of: parliament)) {
        sessions.append(year)
      }
    }
    return sessions.filter { !$0.isEmpty }
  }
}
