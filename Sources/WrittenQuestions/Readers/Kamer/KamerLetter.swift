import Text

/// A minister's letter to the House: what its head, its covering sentence and the title above the
/// answers say.
struct KamerLetter {
  /// Who asks, who is asked, about what, as one of its sentences says it.
  struct Asking {
    var askers: [Asker]
    var ministers: [KamerMinister]
    var title: String
  }

  /// The lines above the title of the answers.
  private let lines: [String]
  /// What stands at the head and foot of pages: a letter's date may be there.
  private let furniture: [String]
  /// The title above the answers: "Antwoorden van de minister van … op Kamervragen van …".
  private let annex: String?

  /// - Parameter lines: those above the first question.
  init(_ lines: [String], furniture: [String]) {
    self.furniture = furniture.flatMap { $0.split(separator: "\n").map(String.init) }
    let first = lines.lastIndex { line in
      ["antwoord", "beantwoording"].contains { line.lowercased().hasPrefix($0) }
        && line.first?.isUppercase ?? false && line.contains(where: \.isWhitespace)
    }
    // The subject of a letter begins so too; its covering sentence stands below it.
    let title = first.flatMap { first in
      lines[first...].contains { Self.covers($0) } ? nil : first
    }
    annex = title.map { KamerSentence.joined(lines[$0...]) }
    self.lines = Array(lines[..<(title ?? lines.count)])
  }

  private static func covers(_ line: String) -> Bool {
    line.range(ofWord: "uw brief") != nil || line.range(ofWord: "hierbij") != nil
      || line.range(ofWord: "deel ik u") != nil
  }

  /// The sentence that says what the letter answers, over the lines that it may stand on.
  private var covering: String? {
    lines.firstIndex(where: Self.covers).map { KamerSentence.joined(lines[$0...].prefix(8)) }
  }

  /// Adds what the letter says; false where it does not say that it answers a member's questions.
  func read(into header: inout KamerHeader) -> Bool {
    let sources = [annex, covering].compactMap { $0 } + lines
    let asking = sources.compactMap(Self.asking)
    guard let first = asking.first(where: { !$0.title.isEmpty }) ?? asking.first else {
      return false
    }
    header.isAnswer = true
    header.asks = true
    header.askers = first.askers
    header.title = first.title
    header.ministers = asking.first { !$0.ministers.isEmpty }?.ministers ?? []
    let answering = annex.map(Self.answering) ?? []
    header.answering = signers + answering
    for index in header.answering.indices where header.answering[index].name == nil {
      let office = header.answering[index]
      header.answering[index].name = signers.first { $0.holds(office) }?.name
    }
    // Those who are asked are those who answer, each once.
    if header.ministers.isEmpty {
      for office in answering.isEmpty ? header.answering : answering
      where !header.ministers.contains(where: { $0.holds(office) }) {
        header.ministers.append(office)
      }
    }
    header.nameMinisters()
    readNumbers(into: &header)
    header.received = date
    return true
  }

  /// Whether these lines cover an answer whose questions say themselves who asked them.
  var coversAnswer: Bool { covering != nil }

  /// Adds who answers, when, and the numbers.
  func complete(_ header: inout KamerHeader) {
    header.isAnswer = true
    header.answering += signers
    header.nameMinisters()
    readNumbers(into: &header)
    header.received = header.received ?? date
  }

  /// "vragen van de leden X (A) en Y (B) aan de minister van Z over …".
  static func asking(_ text: String) -> Asking? {
    guard text.range(ofWord: "vragen") != nil || text.range(ofWord: "vraag") != nil else {
      return nil
    }
    var scanner = PhraseScanner(text)
    let members = ["de leden", "het lid", "kamerleden", "kamerlid"]
    guard scanner.find(members) else { return nil }
    _ = scanner.take("de leden", "het lid", "kamerleden", "kamerlid")
    var header = KamerHeader()
    header.readWhoAsks(&scanner)
    // "de leden van de fractie" are no askers, and a motion's members have no party behind them.
    guard header.askers.contains(where: { $0.party != nil }),
      header.askers.allSatisfy({ $0.name.count < 60 && !$0.name.lowercased().contains("fractie") })
    else { return nil }
    let title = KamerHeader.takeOver(&scanner) ? Self.title(scanner.rest) : ""
    return Asking(askers: header.askers, ministers: header.ministers, title: title)
  }

  /// What a covering sentence says behind the title.
  private static let behindTitle = [
    "worden beantwoord", "zijn beantwoord", "is beantwoord", "wordt beantwoord", "beantwoord",
    "zoals aangegeven", "die werden ingezonden", "die zijn ingezonden", "welke werden", "die op",
    "(kenmerk", "(ingezonden", "niet binnen", "kunnen niet", "met kenmerk", "(uw kenmerk",
    "deze vragen", "toe.", "aan.",
  ]

  private static func title(_ text: String) -> String {
    let text = firstSentence(text)
    var scanner = PhraseScanner(text)
    let isCut = scanner.find(behindTitle)
    let title = isCut ? scanner.text(from: 0) : text
    return KamerHeader.title(title.trimmingSigns)
  }

  /// Up to a full stop behind which a sentence begins; "c.s. over" and "mr. Jansen" go on.
  private static func firstSentence(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let end = zip(words.indices, zip(words, words.dropFirst())).first { _, pair in
      let bare = pair.0.dropLast()
      return pair.0.hasSuffix(".") && bare.count > 3 && !bare.contains(".")
        && pair.1.first.map { $0.isUppercase || $0 == "(" } ?? false
    }
    return end.map { words[...$0.0].joined(separator: " ") } ?? text
  }

  /// "Antwoorden van de minister van X, mede namens …".
  private static func answering(_ annex: String) -> [KamerMinister] {
    var scanner = PhraseScanner(annex)
    guard scanner.find(["van de", "van het"]) else { return [] }
    _ = scanner.take("van de", "van het")
    scanner.skip("")
    return KamerMinisters.list(&scanner)
  }

  /// Who signs: an office on a line, and a name below or above it.
  private var signers: [KamerMinister] {
    lines.indices.flatMap { index -> [KamerMinister] in
      var scanner = PhraseScanner(lines[index])
      guard lines[index].count < 160 else { return [] }
      _ = scanner.take("de")
      scanner.skip("")
      var rank = scanner
      guard KamerMinisters.rank(&rank) != nil else { return [] }
      var offices = KamerMinisters.list(&scanner)
      scanner.skip(",")
      let beside = [index + 1, index - 1].filter { lines.indices.contains($0) }.map { lines[$0] }
      let candidates = scanner.isAtEnd ? beside : [scanner.rest]
      guard let name = candidates.first(where: Self.isName) else {
        return scanner.isAtEnd ? offices : []
      }
      for office in offices.indices { offices[office].name = Spelling.composed(name.trimmingSigns) }
      return offices
    }
  }

  private static let titles: Set<String> = [
    "drs.", "mr.", "dr.", "ir.", "ing.", "prof.", "jhr.", "mw.", "dhr.",
  ]

  private static func isName(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    let isSalutation = ["geachte", "hoogachtend", "mede", "datum", "de"].contains {
      text.lowercased().hasPrefix($0 + " ") || text.lowercased().hasPrefix($0 + ",")
    }
    return 1...7 ~= words.count && !isSalutation
      && !text.contains(where: { $0.isNumber || ":@/>".contains($0) })
      && (words[0].first?.isUppercase ?? false || titles.contains(words[0].lowercased()))
      && words.contains { $0.count > 2 && ($0.first?.isUppercase ?? false) }
  }

  /// "uw brief van 5 juli 2024, nr. 2024Z11859".
  private func readNumbers(into header: inout KamerHeader) {
    let sentences = [covering, annex].compactMap { $0 } + lines
    for sentence in sentences {
      for phrase in ["brief van", "brief d.d.", "ingezonden", "gesteld op"] {
        header.asked = header.asked ?? KamerDate.first(after: phrase, in: sentence)
      }
      if header.number == nil, let brief = sentence.range(ofWord: "brief van") {
        header.number = Self.number(in: sentence[brief.upperBound...].prefix(80))
      }
    }
    let houseNumbers = sentences.flatMap { KamerNumber.house(in: $0) }
    header.number = header.number ?? houseNumbers.first
    for number in houseNumbers + [value(of: "Ons kenmerk", Self.isNumber)].compactMap({ $0 })
    where !header.identifiers.contains(number) {
      header.identifiers.append(number)
    }
  }

  /// Behind "nr." or "kenmerk".
  private static func number(in text: Substring) -> String? {
    let words = text.split { $0.isWhitespace || "(),;".contains($0) }.map(String.init)
    for (word, next) in zip(words, words.dropFirst())
    where ["nr.", "nr", "nummer", "kenmerk"].contains(word.lowercased()) {
      let number = next.trimmingSigns
      if number.contains(where: \.isNumber) { return number }
    }
    return nil
  }

  /// What stands behind a word of the letter's head, on its line or the next.
  private func value(of word: String, _ fits: (String) -> Bool) -> String? {
    let all = lines + furniture
    for (index, line) in all.enumerated() where line.hasPrefix(word) {
      let behind = line.dropFirst(word.count).trimming { $0.isWhitespace || $0 == ":" }
      let value = behind.isEmpty && index + 1 < all.count ? all[index + 1] : String(behind)
      if fits(value) { return value }
    }
    return nil
  }

  private static func isNumber(_ text: String) -> Bool {
    3...30 ~= text.count && text.contains(where: \.isNumber)
      && !text.contains(where: \.isWhitespace)
  }

  /// Of the letter: behind "Datum", else behind its place or alone on a line. Pages behind the first may
  /// bear one that is left from an earlier letter.
  private var date: CalendarDate? {
    if let written = value(of: "Datum", { $0.count < 40 && KamerDate.first(in: $0) != nil }) {
      return KamerDate.first(in: written)
    }
    return (lines + furniture).lazy.filter { $0.count < 60 }.compactMap { line -> CalendarDate? in
      let written = line.split(separator: ",").last.map(String.init) ?? line
      return CalendarDate(parsing: written.trimmingSigns)
    }.first
  }
}
