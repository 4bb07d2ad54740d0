import Text

/// A party, or a group of a parliament, under all of its names: "VB", "Vlaams Belang", "Vlaams Blok".
package struct Party: Sendable, Hashable {
  /// The usual name.
  package let name: String
  /// Nil for one that has members of several countries.
  let country: Country?

  /// What all of its names have in common.
  package var key: String { Self.plain(name) }

  // MARK: Names

  /// By which a name in a document is compared with others; empty for a text without a letter or figure.
  /// - Parameter country: the document's, which is asked for where two parties share the name.
  package static func key(of name: String, in country: @autoclosure () -> Country?) -> String {
    let meant = meanings(of: name)
    let sure = meant.filter { !$0.isShared }
    if meant.count == 1, let only = sure.first { return only.party.key }
    guard !meant.isEmpty else { return plain(withoutCount(name)) }
    let country = country()
    let own = country.flatMap { country in meant.first { $0.party.country == country } }
    let party = own ?? sure.first { $0.name == name } ?? sure.first
    return party?.party.key ?? plain(name)
  }

  /// Those that a query may mean by a name, the likeliest first: of a later group only where no
  /// document has one of those before it.
  package static func keys(asked name: String) -> [[String]] {
    let meant = meanings(of: name)
    guard !meant.isEmpty else { return [[plain(withoutCount(name))]] }
    let spelt = meant.filter { !$0.isShared && $0.name == name }
    let others = meant.filter { !$0.isShared && $0.name != name }
    let shared = meant.filter(\.isShared)
    return [spelt, others, shared].filter { !$0.isEmpty }.map { $0.map(\.party.key) }
  }

  package static func isKnown(_ name: String) -> Bool { !meanings(of: name).isEmpty }

  /// Nil where it tells of no country, and for `PvdA`, which is one in both.
  static func country(of name: String) -> Country? {
    let countries = Set(meanings(of: name).filter { !$0.isShared }.map(\.party.country))
    return countries.count == 1 ? countries.first ?? nil : nil
  }

  /// The usual name of the party with this key.
  package static func name(ofKey key: String) -> String? { usualNames[key] }

  /// Without what stands around it: "beiden SP", "SP-fractie", "fractie van de SP".
  static func withoutCount(_ name: String) -> String {
    var words = PersonName.words(name)[...]
    while words.count > 1, let first = words.first, before.contains(first.lowercased()) {
      words.removeFirst()
    }
    let text = words.joined(separator: " ")
    for ending in ["-fractie", " fractie"] where text.lowercased().hasSuffix(ending) {
      let party = text.dropLast(ending.count)
      if isKnown(String(party)) { return String(party) }
    }
    guard words.count > 1, words.first?.lowercased() == "fractie" else { return text }
    let party = words.dropFirst().drop { ["van", "de", "het"].contains($0.lowercased()) }
    return party.isEmpty ? text : party.joined(separator: " ")
  }

  private static let before: Set<String> = [
    "beiden", "beide", "allebei", "allen", "alle", "twee", "drie", "vier", "vijf", "zes",
  ]

  /// Small letters and figures.
  private static func plain(_ name: String) -> String {
    name.replacing("+", with: "plus").folded.filter { $0.isLetter || $0.isNumber }
  }

  // MARK: The list

  private struct Meaning {
    let party: Party
    /// As the list spells it.
    let name: String
    /// Also that of another party.
    let isShared: Bool
  }

  private static func meanings(of name: String) -> [Meaning] {
    let plain = plain(name)
    if let found = byName[plain] { return found }
    let party = Self.plain(withoutCount(name))
    return party == plain ? [] : byName[party] ?? []
  }

  private static let byName: [String: [Meaning]] = {
    var names: [String: [Meaning]] = [:]
    for line in WordList(PackageResources.parties_txt).lines {
      let words = line.map { String(decoding: $0, as: UTF8.self) }
      let country: Country? =
        switch words[0] {
        case "be": .belgium
        case "nl": .netherlands
        default: nil
        }
      let all = words.dropFirst().split(separator: "=").map { $0.joined(separator: " ") }
      guard let usual = all.first else { continue }
      let party = Party(name: usual, country: country)
      for name in all {
        let isShared = name.hasPrefix("~")
        let name = isShared ? String(name.dropFirst()) : name
        let meaning = Meaning(party: party, name: name, isShared: isShared)
        var others = names[plain(name)] ?? []
        // Two spellings of one name say no more than one.
        if let same = others.firstIndex(where: { $0.party == party }) {
          if others[same].isShared { others[same] = meaning }
        } else {
          others.append(meaning)
        }
        names[plain(name)] = others
      }
    }
    return names
  }()

  private static let usualNames: [String: String] = byName.values.joined()
    .reduce(into: [:]) { $0[$1.party.key] = $1.party.name }
}
