import Text

/// What a line of properties says: "nr. 230", "datum: 10 maart 2023", "van SAM VAN ROOY",
/// "op vraag nr. 230 van 10 maart 2023". Properties stand at the line's beginning; what is behind
/// them is text.
struct FlemishProperties {
  private(set) var number: String?
  private(set) var date: CalendarDate?
  private(set) var askers: [Asker] = []
  /// "nrs. 12 en 13" has a number that no field holds.
  private(set) var hasMoreNumbers = false
  /// The text behind the properties.
  private(set) var rest: Substring

  var isEmpty: Bool { number == nil && date == nil && askers.isEmpty }
  /// Nothing but properties.
  var isWhole: Bool { !isEmpty && rest.isEmpty && !hasMoreNumbers }

  /// - Parameter mixedNames: whether names in small letters are names too.
  init(_ text: Substring, mixedNames: Bool) {
    rest = text
    let words = text.split { $0.isWhitespace || $0 == ":" }
    var index = 0
    while index < words.count {
      if number == nil, let found = Self.number(in: words[index...]) {
        number = found.number
        hasMoreNumbers = found.hasMore
        index = found.end
      } else if date == nil, let found = Self.date(in: words[index...]) {
        date = found.date
        index = found.end
      } else if askers.isEmpty,
        let found = Self.names(in: words[index...], mixed: mixedNames || number != nil)
      {
        askers = found.askers
        index = found.end
      } else {
        break
      }
    }
    rest = index < words.count ? text[words[index].startIndex...] : ""
    if !rest.contains(where: { $0.isLetter || $0.isNumber }) { rest = "" }
  }

  private static func bare(_ word: Substring) -> String {
    String(word.trimming { ",;.()".contains($0) }).lowercased()
  }

  private static let beforeNumbers: Set<String> = [
    "op", "de", "het", "schriftelijke", "vraag", "vragen",
  ]
  private static let numberSigns: Set<String> = ["nr", "nrs", "nummer", "nummers"]

  /// "nr. 230", "op de vragen nrs. 12 en 13". A number is a whole word: none is in "2024Z11859".
  private static func number(in words: ArraySlice<Substring>)
    -> (number: String, hasMore: Bool, end: Int)?
  {
    var rest = words.drop { beforeNumbers.contains(bare($0)) }
    guard let sign = rest.popFirst() else { return nil }
    let written: String
    if numberSigns.contains(bare(sign)) {
      guard let word = rest.popFirst() else { return nil }
      written = bare(word)
    } else {
      guard sign.lowercased().hasPrefix("nr.") else { return nil }
      written = bare(sign.dropFirst(3))
    }
    func isNumber(_ word: String) -> Bool { !word.isEmpty && word.allSatisfy(\.isASCIIDigit) }
    guard isNumber(written) else { return nil }
    var more = 0
    while let word = rest.first {
      if isNumber(bare(word)), CalendarDate(parsing: rest.prefix(3).joined(separator: " ")) == nil {
        more += 1
        rest.removeFirst()
      } else if bare(word) == "en", let next = rest.dropFirst().first, isNumber(bare(next)) {
        rest.removeFirst()
      } else {
        break
      }
    }
    return (written, more > 0, rest.startIndex)
  }

  private static let beforeDates: Set<String> = [
    "van", "datum", "d.d", "dd", "op", "ingediend", "gesteld",
  ]

  /// "van 10 maart 2023", "datum: 10/03/2023", "10.3.2023".
  private static func date(in words: ArraySlice<Substring>) -> (date: CalendarDate, end: Int)? {
    let rest = words.drop { beforeDates.contains(bare($0)) }
    guard rest.startIndex - words.startIndex <= 2 else { return nil }
    for count in [1, 3] where rest.count >= count {
      let written = rest.prefix(count).joined(separator: " ").trimming { ",;.()".contains($0) }
      if let date = CalendarDate(parsing: written) { return (date, rest.startIndex + count) }
    }
    return nil
  }

  /// "van SAM VAN ROOY en AN MAES (N-VA)", up to the next property or the first word that is in no
  /// name.
  private static func names(in words: ArraySlice<Substring>, mixed: Bool)
    -> (askers: [Asker], end: Int)?
  {
    guard let first = words.first, bare(first) == "van" else { return nil }
    let all = words.dropFirst()
    let isMixed = !(all.first.map { FlemishName.isCapitals($0) } ?? false)
    guard mixed || !isMixed else { return nil }
    var askers: [Asker] = []
    var names = all.prefix(0)
    func close() -> Bool {
      let found = FlemishName.list(names.joined(separator: " "), mixed: isMixed)
      askers += found.map { Asker(name: $0) }
      return !found.isEmpty
    }
    var index = all.startIndex
    while index < all.endIndex {
      let rest = all[index...]
      if !names.isEmpty, let party = party(in: rest) {
        guard close() else { return nil }
        askers[askers.count - 1].party = party.name
        index = party.end
        names = all[index..<index]
        continue
      }
      let isNext = index > all.startIndex && (number(in: rest) != nil || date(in: rest) != nil)
      guard !isNext, FlemishName.isPart(all[index], mixed: isMixed) else { break }
      index += 1
      names = all[names.startIndex..<index]
    }
    while let last = names.last, FlemishName.isJoint(last) { names.removeLast() }
    if !names.isEmpty, !close() { return nil }
    return askers.isEmpty ? nil : (askers, names.endIndex)
  }

  /// "(N-VA)", "(Vlaams Belang),".
  private static func party(in words: ArraySlice<Substring>) -> (name: String, end: Int)? {
    guard words.first?.first == "(",
      let last = words.prefix(4).firstIndex(where: { $0.hasSuffix(")") || $0.hasSuffix("),") })
    else { return nil }
    let name = words[...last].joined(separator: " ").trimming { "(),".contains($0) }
    guard name.contains(where: \.isLetter), !name.contains(where: { "()".contains($0) }) else {
      return nil
    }
    return (String(name), last + 1)
  }
}
