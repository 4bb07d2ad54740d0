import Extraction

/// What the markup of a publication says exactly, and the `metadata.xml` beside it:
/// `OVERHEIDop.indiener`, `datumIndiening`, `aanhangselNummer` and the like.
struct KamerFacts {
  private var values: [String: [String]] = [:]
  /// Who asks; a party stands behind its member.
  private var askers: [Asker] = []
  /// Policy areas.
  private(set) var themes: [String] = []

  /// Names that only the markup of questions gives.
  private static let names: Set<String> = [
    "aanhangselNummer", "vraagnummer", "datumIndiening", "datumOntvangst", "indiener", "ontvanger",
  ]

  init(_ properties: [ExtractedText.Property]) {
    // Word processors keep an "Onderwerp" of their own, often that of an earlier letter.
    let isPublication = properties.contains { property in
      property.name.hasPrefix("OVERHEID") || Self.names.contains(property.name)
    }
    for property in isPublication ? properties : [] {
      // Without the name of its vocabulary.
      let name = String(property.name.split(separator: ".").last ?? "")
      let value = property.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !value.isEmpty else { continue }
      switch name {
      case "indiener": askers += KamerAskers.list(in: value)
      case "partij":
        if let last = askers.indices.last, askers[last].party == nil { askers[last].party = value }
      case "category":
        themes += value.split(separator: "|").map { $0.trimming(where: \.isWhitespace) }
          .map(String.init).filter { !$0.isEmpty && !themes.contains($0) }
      default: values[name, default: []].append(value)
      }
    }
  }

  /// The name of the publication that they are about.
  var publication: String? {
    values["identifier"]?.lazy.compactMap { KamerNumber.publications(in: $0).first }.first
  }

  private var houseNumbers: [String] {
    (values["vraagnummer"] ?? []).flatMap { KamerNumber.house(in: $0) }
  }

  private func date(_ name: String) -> CalendarDate? {
    values[name]?.lazy.compactMap { CalendarDate(String($0.prefix(10))) ?? KamerDate.first(in: $0) }
      .first
  }

  /// Facts of the document itself are truer than its sentences; those beside it fill what they leave open.
  func add(to header: inout KamerHeader, isOwn: Bool) {
    func take<Value>(_ value: Value?, _ old: Value?) -> Value? {
      isOwn ? value ?? old : old ?? value
    }
    let number = values["aanhangselNummer"]?.lazy.compactMap { KamerNumber.aanhangsel($0) }.first
    header.number =
      number.map { isOwn || header.number == nil ? $0 : header.number ?? $0 } ?? header.number
      ?? houseNumbers.first
    header.session = take(
      values["vergaderjaar"]?.lazy.compactMap { KamerNumber.session(in: "vergaderjaar \($0)") }
        .first,
      header.session)
    header.asked = take(date("datumIndiening"), header.asked)
    header.received = take(date("datumOntvangst"), header.received)
    let names = houseNumbers + [publication].compactMap { $0 }
    for name in names where !header.identifiers.contains(name) { header.identifiers.append(name) }
    let title = values["onderwerp"]?.first.map { subject in
      KamerHeader.title(
        subject.lowercased().hasPrefix("over ") ? String(subject.dropFirst(5)) : subject)
    }
    if let title, !title.isEmpty, isOwn || header.title.isEmpty { header.title = title }
    addPeople(to: &header, isOwn: isOwn)
  }

  private func addPeople(to header: inout KamerHeader, isOwn: Bool) {
    // "(beiden SP)" is one party of two members: the sentence says whose.
    let hasParties = askers.allSatisfy { $0.party != nil }
    if !askers.isEmpty, header.askers.isEmpty || isOwn && hasParties { header.askers = askers }
    if header.ministers.isEmpty {
      header.ministers = (values["ontvanger"] ?? []).flatMap { value in
        var scanner = PhraseScanner(value)
        return KamerMinisters.list(&scanner)
      }
      header.nameMinisters()
    }
  }
}
