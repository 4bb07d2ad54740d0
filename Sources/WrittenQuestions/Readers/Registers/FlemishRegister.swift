import Extraction

/// A written question in the Flemish Parliament's open data: an element of a search answer, whose
/// facts stand in `metatags`, or the detail `schv/{id}`.
struct FlemishRegister {
  private let record: SourceRecord
  private let fields: RegisterFields
  /// A name may stand there several times.
  private let tags: [(name: String, text: String)]

  static func recognises(_ fields: RegisterFields) -> Bool {
    if !fields.objects("metatags").isEmpty { return true }
    return fields.has("procedureverloop") && fields.value("vraagsteller") != nil
      && fields.text("question", "vraag", "answer", "antwoord", "tekst", "text") == nil
  }

  init(_ fields: RegisterFields, _ record: SourceRecord) {
    self.record = record
    self.fields = fields
    tags = fields.objects("metatags").flatMap { $0.objects("metatag") + [$0] }.compactMap { tag in
      guard let name = tag.text("name", "naam"), let text = tag.text("value", "waarde") else {
        return nil
      }
      return (JSONNames.plain(name), text)
    }
  }

  /// - Throws: `.notAWrittenQuestion` for a question that is asked aloud, or without any number.
  func question(warn: (ReadWarning) -> Void) throws(ReadError) -> WrittenQuestion {
    let kinds = tagged("aggregaattype", "documenttype", "soort") + texts("soort", "type")
    if let kind = kinds.first(where: { $0.lowercased().contains("vra") }),
      !kinds.contains(where: { $0.lowercased().contains("schriftelijk") })
    {
      throw record.refused("the record is of kind \"\(kind)\"")
    }
    let steps = steps(warn)
    let number = (tagged("nummer") + texts("nummer", "nr")).first
    let asked = tagged("themadatum", "vraagdatum", "datum") + texts("datum", "vraagdatum")
    let date = day(in: asked, "datum", warn) ?? steps.first { $0.kind == .question }?.date
    guard let id = key ?? number.flatMap({ number in date.map { "schv-\(number)-\($0)" } }) else {
      throw record.refused("it has neither a key nor a number and a date")
    }
    let subject = fields.cited("titel", "onderwerp", "title")
    let title = subject?.text ?? tagged("titel", "onderwerp", "title").first ?? ""
    let status = (tagged("status") + texts("status")).compactMap { ProcedureStep($0) }
    let states = steps.compactMap(\.kind) + status
    let days = tagged("statusdatum", "antwoorddatum") + texts("antwoorddatum")
    let day = day(in: days, "statusdatum", warn)
    var answered: CalendarDate?
    var state = QuestionState.open
    if states.contains(.withdrawal) {
      state = .withdrawn
    } else if let step = steps.first(where: { $0.kind == .answer }) {
      state = .answered
      answered = step.date ?? day
    } else if status.contains(.answer) || status.isEmpty && day != nil {
      // Where no status stands beside it, it is the day of the answer.
      state = .answered
      answered = day
    } else if states.contains(.delay) {
      state = .delayed
    }
    let facts = QuestionFacts(
      number: number, date: date, answered: answered, statedState: state,
      session: (tagged("zittingsjaar") + texts("zittingsjaar")).first,
      identifiers: key.map { [$0] } ?? [], title: JSONRecordParser.oneLine(title),
      askers: askers, ministers: ministers, themes: themes)
    return WrittenQuestion(
      id: id, facts, subject: subject?.place ?? "metatags", source: record.source)
  }

  private func tagged(_ names: String...) -> [String] {
    names.flatMap { name in tags.filter { $0.name == name }.map(\.text) }
  }

  private func texts(_ names: String...) -> [String] {
    names.compactMap { fields.text($0) }
  }

  /// The register's key of the question, which stands in its address as well: `schv/1684501`.
  private var key: String? {
    let ids = texts("id", "schvid") + tagged("id", "schvid") + texts("url", "link", "uri")
    return ids.lazy.compactMap { $0.split { !"0123456789".contains($0) }.last }.first
      .map { "schv-" + $0 }
  }

  private func day(in texts: [String], _ field: String, _ warn: (ReadWarning) -> Void)
    -> CalendarDate?
  {
    guard let text = texts.first else { return nil }
    return fields.date(text, field, of: record, warn)
  }

  // MARK: What came of it

  private struct Step {
    let date: CalendarDate?
    let kind: ProcedureStep?
  }

  private func steps(_ warn: (ReadWarning) -> Void) -> [Step] {
    fields.objects("procedureverloop").map { step in
      let text = step.text("datum", "date")
      return Step(
        date: text.flatMap { fields.date($0, "procedureverloop", of: record, warn) },
        kind: step.text("status", "omschrijving").flatMap { ProcedureStep($0) })
    }
  }

  // MARK: People and themes

  private var askers: [Asker] {
    let named = tagged("vraagsteller", "vraagstellers").flatMap { name in
      PersonNames(askers: name).people.map { Asker(name: $0.name, party: $0.group) }
    }
    let parties = tagged("fractie", "partij")
    let listed = fields.objects("vraagsteller", "vraagstellers").compactMap { person in
      Self.name(of: person).map { name in
        let party =
          person.text("fractie", "partij") ?? person.objects("fractie").first?.text("naam")
        return Asker(name: name, party: party)
      }
    }
    let askers = named + listed
    guard askers.count == 1, parties.count == 1, askers[0].party == nil else { return askers }
    return [Asker(name: askers[0].name, party: parties[0])]
  }

  private var ministers: [Minister] {
    let named = tagged("minister", "ministers").flatMap { text in
      PersonNames(ministers: text, hasRoles: false).people.map { person in
        Minister(name: PersonNames.turned(person.name), role: person.group)
      }
    }
    return named
      + fields.objects("minister", "ministers").compactMap { person in
        let role = person.text("titel", "functie", "bevoegdheid")
        let name = Self.name(of: person)
        return name == nil && role == nil ? nil : Minister(name: name, role: role)
      }
  }

  private static func name(of person: RegisterFields) -> String? {
    let parts = [person.text("voornaam"), person.text("achternaam", "familienaam")]
      .compactMap { $0 }
    if parts.count == 2 { return parts.joined(separator: " ") }
    // With a first name beside it, "naam" is the last one.
    guard let name = person.text("naam", "name") ?? parts.first else { return nil }
    if let first = person.text("voornaam"), !name.contains(first) { return first + " " + name }
    return PersonNames.turned(name)
  }

  private var themes: [String] {
    let listed = fields.objects("thema", "themas", "thema's").compactMap {
      $0.text("naam", "titel")
    }
    let texts = tagged("thema", "themas") + fields.list("thema", "themas") + listed
    return JSONRecordParser.themes(texts)
  }
}
