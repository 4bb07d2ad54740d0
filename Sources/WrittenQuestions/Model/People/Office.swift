import Text

/// A minister or state secretary in a text, by name, by office or by both: "de Minister van Financiën,
/// Wopke Hoekstra", "Staatssecretaris Van Rij", "Demir, Zuhal, Vlaams minister van Omgeving".
enum Office {
  /// Nil where the text speaks of no office.
  static func minister(in text: String) -> Minister? {
    guard let brackets = NameBrackets(text) else {
      return isRole(text) ? Minister(role: plain(text)) : nil
    }
    if let group = brackets.groups.first, brackets.groups.count == 1,
      let open = text.lastIndex(of: "(")
    {
      let before = String(text[..<open].trimming(where: \.isWhitespace))
      let isAtEnd = text.trimming(where: \.isWhitespace).last == ")"
      if isAtEnd, !before.isEmpty {
        if isRole(group), !isRole(before) { return Minister(name: turned(before), role: group) }
        if isRole(before), let read = minister(inParts: before) {
          if read.name != nil {
            if Party.isKnown(group) { return read }
            // "minister Grapperhaus (Justitie en Veiligheid)".
            let isRank = read.role == rank(of: before)
            let role = isRank ? group : [read.role ?? "", "(\(group))"].joined(separator: " ")
            return Minister(name: read.name, role: role)
          }
          return isPerson(group)
            ? Minister(name: group, role: plain(before)) : Minister(role: plain(text))
        }
      }
    }
    return minister(inParts: text)
  }

  /// Without brackets.
  private static func minister(inParts text: String) -> Minister? {
    let parts = parts(of: text)
    guard let first = parts.firstIndex(where: { begins($0) }) else {
      return isRole(text) ? Minister(role: plain(text)) : nil
    }
    if first > 0 {
      // "Van Bo, An, minister van Werk, Economie".
      let name = parts[..<first].joined(separator: ", ")
      return Minister(name: turned(name), role: parts[first...].joined(separator: ", "))
    }
    let called = called(parts[0])
    if let name = called.name {
      let rest = parts.dropFirst()
      let later = rest.firstIndex(where: { begins($0) })
      // "Minister Demir, Vlaams minister van Omgeving", "minister Demir, Omgeving en Energie".
      let role = later == nil && !rest.isEmpty ? [called.role] + rest : Array(rest)
      return Minister(name: name, role: rest.isEmpty ? called.role : role.joined(separator: ", "))
    }
    guard parts.count > 1, let last = parts.last, isPerson(last), isSurelyName(last) else {
      return Minister(role: plain(text))
    }
    let role = text.prefix(text.count - last.count).trimming {
      $0.isWhitespace || ",:-–".contains($0)
    }
    return Minister(name: last, role: plain(String(role)))
  }

  /// "Crevits, Hilde" as it is spoken.
  static func turned(_ name: String) -> String { PersonNames.turned(name) }

  // MARK: Parts

  /// Cut at commas, and where a colon or a dash stands between an office and a name.
  private static func parts(of text: String) -> [String] {
    for sign in [": ", " - ", " – "] {
      guard let range = text.firstRange(of: sign) else { continue }
      let sides = [String(text[..<range.lowerBound]), String(text[range.upperBound...])]
      if begins(sides[0]), isPerson(sides[1]) || isPerson(sides[0]) && begins(sides[1]) {
        return sides
      }
    }
    return PersonNames.commaParts(of: text)
  }

  /// An office with who holds it: "Vlaams minister Zuhal Demir", "Minister van Financiën Hoekstra".
  private static func called(_ part: String) -> (role: String, name: String?) {
    let words = PersonName.words(part)
    let count = countOfRank(words)
    let rank = plain(words.prefix(count))
    let rest = words.dropFirst(count)
    guard let next = rest.first else { return (rank, nil) }
    guard ["van", "voor"].contains(next) else {
      // "minister Dekker voor Rechtsbescherming".
      let of = rest.indices.first {
        ["van", "voor"].contains(rest[$0]) && $0 + 1 < rest.endIndex && isOfPortfolio(rest[$0 + 1])
      }
      let name = rest[..<(of ?? rest.endIndex)].joined(separator: " ")
      let role = of.map { rank + " " + rest[$0...].joined(separator: " ") } ?? rank
      return (role, isPerson(name) ? name : nil)
    }
    // The name stands behind the last word of the portfolio.
    guard let last = words.lastIndex(where: isOfPortfolio), last > count, last + 1 < words.count
    else { return (rank, nil) }
    let name = words[(last + 1)...].joined(separator: " ")
    let isNoun = !words[last].hasSuffix("e") || words[last].hasSuffix("ie")
    guard name.first?.isUppercase == true, isPerson(name), isNoun || isSurelyName(name) else {
      return (rank, nil)
    }
    return (plain(words[...last]), name)
  }

  /// Without the article.
  private static func plain(_ words: some Collection<String>) -> String {
    let isArticle = words.first.map { ["de", "het"].contains($0.lowercased()) } ?? false
    return words.dropFirst(isArticle && words.count > 1 ? 1 : 0).joined(separator: " ")
  }

  private static func plain(_ text: String) -> String { plain(PersonName.words(text)) }

  private static func rank(of text: String) -> String {
    let words = PersonName.words(text)
    return plain(words.prefix(countOfRank(words)))
  }

  // MARK: Words

  /// Whether one of the first words is an office.
  static func isRole(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).prefix(3).contains(where: isOffice)
  }

  /// Whether a text begins with an office.
  static func begins(_ text: String) -> Bool { countOfRank(PersonName.words(text)) > 0 }

  private static func isOffice(_ word: some StringProtocol) -> Bool {
    let word = word.lowercased()
    return word.contains("minister") || word.contains("secretaris") || word.hasSuffix("premier")
  }

  /// How many words name the office at the beginning: "de Vlaams minister", "Vice-eersteminister en
  /// minister"; 0 where there is none.
  private static func countOfRank(_ words: [String]) -> Int {
    var place = words.first.map { ["de", "het"].contains($0.lowercased()) } == true ? 1 : 0
    while place < words.count, before.contains(words[place].lowercased()) { place += 1 }
    guard place < words.count, isOffice(words[place]) else { return 0 }
    place += 1
    while place < words.count {
      let word = words[place].lowercased()
      if ["president", "presidente", "a.i."].contains(word) {
        place += 1
      } else if word == "en", place + 1 < words.count {
        let next = countOfRank(Array(words[(place + 1)...]))
        guard next > 0 else { break }
        place += 1 + next
      } else {
        break
      }
    }
    return place
  }

  private static let before: Set<String> = [
    "vlaams", "vlaamse", "waals", "waalse", "brussels", "brusselse", "federaal", "federale",
    "demissionair", "demissionaire", "waarnemend", "waarnemende", "toenmalig", "toenmalige",
    "voormalig", "voormalige", "eerste", "nederlandse", "belgische", "mevrouw", "heer", "mevr.",
    "dhr.",
  ]

  /// Whether a text may be a person's name: no word but small ones begins with a small letter, and
  /// none is of a portfolio.
  static func isPerson(_ text: String) -> Bool {
    let words = PersonName.withoutForm(PersonName.words(text))
    let own = words.filter { !NameParticles.contains($0) }
    return 1...6 ~= words.count && !own.isEmpty
      && own.allSatisfy { $0.first?.isUppercase == true && $0 != "…" }
      && !text.contains(where: \.isNumber) && !isRole(text)
      && !words.contains(where: isOfPortfolio) && !own.contains(where: isAbbreviation)
  }

  /// "Justitie en Veiligheid", "Openbare Werken, Mobiliteit".
  static func isPortfolio(_ text: String) -> Bool {
    let parts = PersonNames.commaParts(of: text.replacing(" en ", with: ", "))
    return parts.allSatisfy { part in PersonName.words(part).contains(where: isOfPortfolio) }
  }

  /// More than one word that a portfolio of the list may be followed by: "Wopke Hoekstra", "Van Rij".
  private static func isSurelyName(_ text: String) -> Bool {
    PersonName.words(text).count > 1
  }

  /// "VWS".
  private static func isAbbreviation(_ word: String) -> Bool {
    2...4 ~= word.count && word.allSatisfy(\.isUppercase)
  }

  private static func isOfPortfolio(_ word: String) -> Bool {
    let word = word.trimming { ",;.".contains($0) }.lowercased()
    return portfolios.contains(word) || endings.contains { word.hasSuffix($0) }
  }

  private static let endings = [
    "lijke", "ische", "zaken", "beleid", "zorg", "bestrijding", "bescherming", "vereenvoudiging",
  ]

  private static let portfolios: Set<String> = {
    let lists = [PackageResources.ministries_txt, PackageResources.portfolios_txt]
    return Set(lists.flatMap { WordList($0).words }.map { $0.lowercased() })
      .subtracting(["en"]).filter { !$0.hasSuffix("-") }
      .reduce(into: []) { $0.insert(String($1.trimming { ",-".contains($0) })) }
  }()
}
