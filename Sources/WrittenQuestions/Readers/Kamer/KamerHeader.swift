import Text

/// What the sentences above the questions say: who asks whom, about what, when; who answers.
struct KamerHeader {
  var number: String?
  var session: String?
  var identifiers: [String] = []
  var title = ""
  var askers: [Asker] = []
  /// Those who are asked, with the names of those of them who answer.
  var ministers: [KamerMinister] = []
  /// Those who answer.
  var answering: [KamerMinister] = []
  var asked: CalendarDate?
  /// When the answer, or the notice in its place, came.
  var received: CalendarDate?
  var references: [Reference] = []
  /// The minister gives notice of something instead of an answer.
  var isNotice = false
  /// "Antwoord van …" stands there, or it is a letter that answers.
  var isAnswer = false
  /// "Vragen van het lid …" stands there.
  var asks = false

  /// Reads the sentences of the Aanhangsel and of questions alone.
  mutating func read(_ sentences: String) {
    let (question, reply) = Self.parted(sentences)
    if let question { readQuestion(question) }
    if let reply { readReply(reply) }
    // Where the question itself is not printed, they were asked who answer.
    if question == nil { ministers = answering.map(\.inFull) }
    nameMinisters()
  }

  /// "Vragen van …", and "Antwoord van …" behind it.
  private static func parted(_ text: String) -> (question: String?, reply: String?) {
    var start = text.startIndex
    var question: String?
    if KamerSentence.beginsQuestion(text) {
      // The title may speak of an answer: one that is not behind the date is looked for last.
      let dated = text.range(ofWord: "(ingezonden")?.upperBound ?? text.startIndex
      guard
        let reply = KamerSentence.reply(in: text[dated...]) ?? KamerSentence.reply(in: text[...])
      else { return (text, nil) }
      question = String(text[..<reply])
      start = reply
    }
    return (question, String(text[start...]))
  }

  private mutating func readQuestion(_ text: String) {
    asks = true
    var scanner = PhraseScanner(text)
    guard scanner.find(["het lid", "de leden", "lid", "leden"]) else { return }
    _ = scanner.take("het lid", "de leden", "lid", "leden")
    readWhoAsks(&scanner)
    let isTitled = Self.takeOver(&scanner)
    asked = asked ?? KamerDate.first(after: "ingezonden", in: text)
    if isTitled { title = Self.title(scanner.rest) }
  }

  /// "X (A) en Y (B) aan de Minister van Z", up to what it is about.
  mutating func readWhoAsks(_ scanner: inout PhraseScanner) {
    let start = scanner.position
    guard
      scanner.find([
        "aan de", "aan het", "aan minister", "aan staatssecretaris", "over",
        "inzake", "betreffende", "omtrent",
      ])
    else { return }
    askers = KamerAskers.list(in: scanner.text(from: start))
    var addressed = scanner
    if addressed.take("aan") {
      addressed.skip("")
      ministers = KamerMinisters.list(&addressed)
      scanner = addressed
    }
  }

  /// "over" and the like, before a title.
  static func takeOver(_ scanner: inout PhraseScanner) -> Bool {
    scanner.skip(",;:")
    let found =
      scanner.take("over", "inzake", "betreffende", "betreft", "omtrent", "met betrekking tot")
      || scanner.take("over", glued: true)
    scanner.skip(":")
    return found
  }

  /// Up to the date behind it.
  static func title(_ text: String) -> String {
    var title = text[...]
    if let end = text.range(ofLastWord: "(ingezonden") { title = text[..<end] }
    title = title.trimming { $0.isWhitespace }
    if title.hasSuffix("."), !title.hasSuffix("..") { title.removeLast() }
    return Spelling.composed(title.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// "Antwoord van Minister X (Y), mede namens … (ontvangen …). Zie ook …".
  private mutating func readReply(_ text: String) {
    var scanner = PhraseScanner(text)
    isNotice = scanner.take("mededeling")
    isAnswer = !isNotice
    received = KamerDate.first(after: "ontvangen", in: text)
    while scanner.find(["minister", "staatssecretaris", "staatsecretaris", "minister-president"]) {
      var before = scanner
      before.move(to: max(0, scanner.position - 24))
      let isProxy = before.find(["namens"], isNested: true) && before.position < scanner.position
      guard !isProxy, let rank = KamerMinisters.rank(&scanner) else { break }
      scanner.skip("")
      // Without a name: "de Staatssecretaris van Justitie". A name begins with a capital.
      if scanner.next == "v" {
        var office = PhraseScanner("\(rank) \(scanner.rest)")
        answering += KamerMinisters.list(&office).prefix(1)
        continue
      }
      let start = scanner.position
      guard scanner.find(["(", ","]) else { break }
      var minister = KamerMinister(rank: rank, name: Self.name(scanner.text(from: start)))
      let open = scanner.position
      if scanner.take("("), scanner.find([")"]) {
        let inside = String(scanner.text(from: open).dropFirst())
        if !inside.lowercased().hasPrefix("ontvangen") {
          minister.department = inside.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
      }
      answering.append(minister)
    }
  }

  /// The same where it stands behind the questions.
  mutating func readLateReply(_ text: String) {
    readReply(text)
    nameMinisters()
  }

  private static func name(_ text: String) -> String? {
    let name = Spelling.composed(
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ").trimmingSigns)
    return name.isEmpty ? nil : name
  }

  /// "Op 6 november jl. hebben de leden X en Y (Z) schriftelijke vragen gesteld aan … over …": what a
  /// notice says of questions that are not printed above it.
  mutating func readNotice(_ text: String) {
    guard askers.isEmpty, let asking = KamerLetter.asking(text) else { return }
    askers = asking.askers
    if !asking.ministers.isEmpty {
      ministers = asking.ministers
      nameMinisters()
    }
    title = asking.title
    asked =
      asked ?? KamerDate.first(in: text.prefix(200))
      ?? received.flatMap { KamerDate.dayAndMonth(in: text.prefix(200), before: $0) }
  }

  /// Gives each office that was asked the name of who holds it and answers.
  mutating func nameMinisters() {
    for index in ministers.indices where ministers[index].name == nil {
      ministers[index].name = answering.first { $0.holds(ministers[index]) }?.name
    }
  }
}

/// How the sentences above the questions begin.
enum KamerSentence {
  private static let questions = [
    "vragen van het lid", "vragen van de leden", "vraag van het lid", "vraag van de leden",
    "vragen van lid", "vragen van leden",
  ]
  private static let kinds: Set<String> = [
    "schriftelijke", "nadere", "aanvullende", "vervolg", "nieuwe", "herhaalde",
  ]

  /// "Vragen van het lid", "Nadere schriftelijke vragen van de leden".
  static func beginsQuestion(_ text: some StringProtocol) -> Bool {
    guard Substring(text).range(ofWord: "vra") != nil else { return false }
    let words = text.prefix(120).split(whereSeparator: \.isWhitespace).prefix(8).map {
      $0.lowercased()
    }
    let rest = words.drop { kinds.contains($0) }
    guard words.count - rest.count <= 2 else { return false }
    let start = rest.prefix(4).joined(separator: " ")
    return questions.contains { start == $0 || start.hasPrefix($0 + " ") }
  }

  /// The text of some lines.
  static func joined(_ lines: some Sequence<String>) -> String {
    lines.reduce("") { joined($0, $1) }
  }

  /// Lines of one sentence; a word that was broken over them is made whole.
  static func joined(_ text: String, _ line: String) -> String {
    guard !text.isEmpty else { return line }
    guard let sign = text.last, "-\u{2010}\u{AD}".contains(sign),
      text.dropLast().last?.isLetter ?? false, let next = line.first, next.isLetter
    else { return text + " " + line }
    let word = line.prefix { $0.isLetter }.lowercased()
    if ["en", "of", "tot"].contains(word) { return text + " " + line }
    // "GroenLinks-PvdA", "Faber-van de Klashorst".
    let isOwn = sign == "-" && (next.isUppercase || word == "van")
    return (isOwn ? text : String(text.dropLast())) + line
  }

  private static let replies = [
    "Antwoord van", "Mededeling van", "Antwoorden van", "Antwoord door", "Nader antwoord van",
    "Nadere antwoorden van", "Aanvullend antwoord van", "Aanvullende mededeling van",
  ]

  /// "Antwoord van Minister", "Mededeling van de Staatssecretaris".
  static func beginsReply(_ text: some StringProtocol) -> Bool {
    guard let reply = replies.first(where: { text.hasPrefix($0) }) else { return false }
    var scanner = PhraseScanner(text.dropFirst(reply.count).prefix(60))
    scanner.skip("")
    _ = scanner.take("de")
    scanner.skip("")
    return KamerMinisters.rank(&scanner) != nil
  }

  static func reply(in text: Substring) -> Substring.Index? {
    text.indices.first { index in
      let sign = text[index]
      guard sign == "A" || sign == "M" || sign == "N" else { return false }
      guard index == text.startIndex || text[text.index(before: index)].isWhitespace else {
        return false
      }
      return beginsReply(text[index...])
    }
  }

  /// What stands on lines behind them and belongs to them: "(ingezonden …)", "Zie ook …".
  static func goesOn(_ text: String) -> Bool {
    ["(ingezonden", "(ontvangen", "Zie ook Aanhangsel", "Zie ook: Aanhangsel"].contains {
      text.hasPrefix($0)
    } || beginsReply(text)
  }
}

/// Dates in sentences.
enum KamerDate {
  /// The first date not far behind a word; also where the word stands twice.
  static func first(after word: String, in text: String) -> CalendarDate? {
    guard let start = text.range(ofWord: word)?.upperBound else { return nil }
    return first(in: text[start...].prefix(40))
  }

  /// "6 november", of the year that makes it the last one before another date.
  static func dayAndMonth(in text: some StringProtocol, before date: CalendarDate) -> CalendarDate?
  {
    let words = text.split { $0.isWhitespace || ",.".contains($0) }.map { $0.lowercased() }
    for (word, next) in zip(words, words.dropFirst()) {
      guard let day = Int(word), let month = Months.number(of: next) else { continue }
      let found = CalendarDate(year: date.year, month: month, day: day)
      return found.flatMap {
        $0 <= date ? $0 : CalendarDate(year: date.year - 1, month: month, day: day)
      }
    }
    return nil
  }

  /// "6 maart 2024", "06-03-2024".
  static func first(in text: some StringProtocol) -> CalendarDate? {
    let words = text.split { $0.isWhitespace || "(),;".contains($0) }
    for index in words.indices {
      for count in [1, 3] where index + count <= words.endIndex {
        let written = words[index..<(index + count)].joined(separator: " ")
          .trimming { ".:".contains($0) }
        if let date = CalendarDate(parsing: written) { return date }
      }
    }
    return nil
  }
}
