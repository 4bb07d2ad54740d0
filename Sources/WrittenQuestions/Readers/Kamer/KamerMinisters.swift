import Text

/// A minister or state secretary, as a sentence names one.
struct KamerMinister: Hashable {
  /// "Minister", "Staatssecretaris" or "Minister-President".
  var rank: String
  /// "van" or "voor", and of what; nil where only the rank is written.
  var preposition: String?
  var department: String?
  var name: String?

  /// "Minister van Justitie en Veiligheid".
  var role: String { [rank, preposition, department].compactMap { $0 }.joined(separator: " ") }

  /// Whether one who answers holds an office that was asked. What is "Financiën" in a question may be
  /// "Financiën – Fiscaliteit en Belastingdienst" in the answer.
  func holds(_ other: KamerMinister) -> Bool {
    guard rank == other.rank else { return false }
    guard let own = department?.letters, let asked = other.department?.letters else {
      return rank == Self.premier
    }
    return own.starts(with: asked) || asked.starts(with: own)
  }

  static let premier = "Minister-President"

  /// Ministers without a ministry of their own are "voor" something.
  private static let withoutMinistry = [
    "Buitenlandse Handel", "Ontwikkelingssamenwerking", "Rechtsbescherming", "Medische Zorg",
    "Langdurige Zorg", "Klimaat en Energie", "Natuur en Stikstof", "Primair en Voortgezet",
    "Basis- en Voortgezet", "Wonen", "Jeugd en Gezin", "Immigratie", "Armoedebeleid",
    "Milieu en Wonen",
  ]

  /// With the preposition that its office has, where only the department is written: "Van Weel (Justitie
  /// en Veiligheid)".
  var inFull: KamerMinister {
    guard preposition == nil, let department else { return self }
    var minister = self
    let isFor = rank == "Minister" && Self.withoutMinistry.contains { department.hasPrefix($0) }
    minister.preposition = isFor ? "voor" : "van"
    if rank == Self.premier { (minister.preposition, minister.department) = (nil, nil) }
    return minister
  }
}

/// Reads the ministers that a sentence names: "de Ministers van Financiën en voor Buitenlandse Handel
/// en Ontwikkelingshulp en de Minister en Staatssecretaris van Defensie".
enum KamerMinisters {
  /// Takes what stands at the scanner's place.
  static func list(_ scanner: inout PhraseScanner) -> [KamerMinister] {
    var found: [KamerMinister] = []
    // Ranks whose department is yet to come.
    var open: [String] = []
    var last: [String] = []
    while true {
      let start = scanner.position
      scanner.skip(",;")
      _ = scanner.take("en", "alsmede", "respectievelijk")
      scanner.skip(",")
      let isArticle = scanner.take("aan de", "de", "het", "aan")
      scanner.skip("")
      if let rank = rank(&scanner) {
        if open.last == KamerMinister.premier {
          found.append(KamerMinister(rank: open.removeLast()))
        }
        open.append(rank)
        scanner.skip("")
        continue
      }
      guard !isArticle, let preposition = preposition(&scanner), !(open.isEmpty && last.isEmpty)
      else {
        // "de Ministers van Buitenlandse Zaken, Defensie en Financiën".
        if !isArticle, !last.isEmpty, open.isEmpty,
          let name = known(&scanner) ?? (beginsKnown(scanner) ? unknown(&scanner) : nil)
        {
          found += last.map { KamerMinister(rank: $0, preposition: "van", department: name) }
          continue
        }
        scanner.move(to: start)
        break
      }
      guard let department = known(&scanner) ?? unknown(&scanner) else {
        scanner.move(to: start)
        break
      }
      let ranks = open.isEmpty ? last : open
      found += ranks.map {
        KamerMinister(rank: $0, preposition: preposition, department: department)
      }
      (last, open) = (ranks, [])
    }
    found += open.map { KamerMinister(rank: $0) }
    // "Minister-President, Minister van Algemene Zaken" is one.
    let hasPremier = found.contains { $0.rank == KamerMinister.premier }
    return hasPremier ? found.filter { $0.department?.letters != "algemenezaken".letters } : found
  }

  static func rank(_ scanner: inout PhraseScanner) -> String? {
    if scanner.take("minister-president", "minister president", "ministerpresident") {
      return KamerMinister.premier
    }
    if scanner.take("ministers", "minister") { return "Minister" }
    let isDeputy = scanner.take(
      "staatssecretarissen", "staatsecretarissen", "staatssecretaris", "staatsecretaris",
      "staatssecrataris")
    return isDeputy ? "Staatssecretaris" : nil
  }

  private static func preposition(_ scanner: inout PhraseScanner) -> String? {
    let preposition = scanner.take("van", glued: true) ? "van" : nil
    let found = preposition ?? (scanner.take("voor", glued: true) ? "voor" : nil)
    scanner.skip("")
    return found
  }

  /// The longest first.
  private static let departments: [(name: String, letters: [Character])] =
    WordList(PackageResources.ministries_txt).lines
    .map { line in line.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") }
    .map { ($0, $0.letters) }.sorted { $0.letters.count > $1.letters.count }

  /// A department of the list, in the list's spelling, with what is written behind it of its parts.
  private static func known(_ scanner: inout PhraseScanner) -> String? {
    let start = scanner.position
    for department in departments {
      guard let end = scanner.end(ofLetters: department.letters, at: start) else { continue }
      var behind = scanner
      behind.move(to: end)
      guard isEnd(behind) else { continue }
      scanner.move(to: end)
      takePortfolio(&scanner)
      return department.name + clean(scanner.text(from: end)).withSpaceBefore
    }
    return nil
  }

  /// Whether a department of the list stands here, perhaps with another word behind it.
  private static func beginsKnown(_ scanner: PhraseScanner) -> Bool {
    departments.contains { scanner.end(ofLetters: $0.letters, at: scanner.position) != nil }
  }

  /// "– Fiscaliteit en Belastingdienst" behind the department.
  private static func takePortfolio(_ scanner: inout PhraseScanner) {
    var behind = scanner
    behind.skip("")
    guard behind.take("–", "—", "- ") else { return }
    if behind.find(ends) { scanner = behind }
  }

  /// What follows a department.
  private static let ends = [
    "over", "inzake", "betreffende", "betreft", "omtrent", "naar aanleiding", "met betrekking",
    "en de", "en het", "en van", "en voor", "en aan", ", de", ", van", ", voor", ", mede", ", aan",
    ", die", ", naar", "mede namens", "(", ")", ". ", ":", "op kamervragen", "op vragen", "op de",
    "alsmede", "schriftelijke", "gesteld",
  ]

  private static func isEnd(_ scanner: PhraseScanner) -> Bool {
    var scanner = scanner
    let start = scanner.position
    scanner.skip("")
    guard let next = scanner.next else { return true }
    if "(),.;:–—".contains(next), next != "," { return true }
    if ends.contains(where: { scanner.end(of: $0, at: scanner.position) != nil }) { return true }
    // Glued: "Welzijn en Sportover", "Welzijn en Sport overhet".
    if scanner.end(of: "over", at: scanner.position, glued: true) != nil { return true }
    scanner.move(to: start)
    scanner.skip(",")
    _ = scanner.take("en")
    scanner.skip("")
    return scanner.isAtEnd || beginsKnown(scanner)
      || scanner.end(of: "de", at: scanner.position) != nil
  }

  /// One of a name that is in no list, up to what can follow it.
  private static func unknown(_ scanner: inout PhraseScanner) -> String? {
    let start = scanner.position
    if !scanner.find(ends) {
      while scanner.next != nil, scanner.next != "." { scanner.move(to: scanner.position + 1) }
    }
    let name = clean(scanner.text(from: start))
    guard (2...120).contains(name.count), name.first?.isUppercase ?? false else { return nil }
    return name
  }

  private static func clean(_ text: String) -> String {
    Spelling.composed(
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ").trimmingSigns)
  }
}

extension String {
  fileprivate var withSpaceBefore: String { isEmpty ? "" : " " + self }
}

extension StringProtocol {
  /// Its letters in lower case: a department with and without its commas is one.
  var letters: [Character] { lowercased().filter { $0.isLetter } }
}
