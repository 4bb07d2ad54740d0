/// Reads members as they are named in a sentence: "Van Nispen (SP) en Lahlah (GroenLinks-PvdA)".
enum KamerAskers {
  /// A party stands behind the last of its members: "Bikker en Ceder (beiden ChristenUnie)".
  static func list(in text: some StringProtocol) -> [Asker] {
    var askers: [Asker] = []
    var withoutParty = 0
    var name = ""
    var group: String?
    func close() {
      let clean = Self.name(name)
      name = ""
      // "schriftelijke vragen gesteld" is no name.
      guard clean.contains(where: \.isUppercase) else { return }
      askers.append(Asker(name: clean))
      withoutParty += 1
    }
    for character in text {
      switch (character, group) {
      case ("(", nil):
        close()
        group = ""
      case (")", .some(let written)):
        let party = written.contains(where: \.isLetter) ? Party.withoutCount(written) : nil
        for index in askers.indices.suffix(withoutParty) { askers[index].party = party }
        withoutParty = 0
        group = nil
      case (_, .some): group?.append(character)
      case (",", nil), (";", nil): close()
      case (let sign, nil):
        name.append(sign)
        if sign.isWhitespace, let cut = Self.withoutConjunction(name) {
          name = cut
          close()
        }
      }
    }
    close()
    return askers
  }

  /// What stands before a last word "en"; nil where the last word is another.
  private static func withoutConjunction(_ name: String) -> String? {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard let last = words.last, ["en", "&"].contains(last.lowercased()) else { return nil }
    return words.dropLast().joined(separator: " ")
  }

  private static let titles: Set<String> = [
    "het", "de", "lid", "leden", "mevrouw", "mw", "heer", "heren", "dhr", "kamerlid", "kamerleden",
    "c.s",
  ]

  /// Without words that are in no name. A member's name may begin with "De".
  private static func name(_ text: String) -> String {
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    while let first = words.first, first.first?.isLowercase ?? false,
      titles.contains(first.lowercased().filter { $0 != "." })
    {
      words.removeFirst()
    }
    while let last = words.last, last.lowercased().hasPrefix("c.s") { words.removeLast() }
    return Spelling.composed(words.joined(separator: " ").trimmingSigns)
  }
}

extension String {
  var trimmingSigns: String { String(trimming { $0.isWhitespace || ",;:.".contains($0) }) }
}
