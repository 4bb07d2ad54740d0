import Extraction

/// A *Zaak* of the Dutch House's open data, with its actors and documents where they stand in it, as
/// its OData service gives them with `$expand`, or flattened: `{"Zaak": {…}, "Actoren": {…}}`.
struct HouseCase {
  private let record: SourceRecord
  private let fields: RegisterFields
  private let actors: [Actor]
  private let documents: [RegisterFields]
  /// The record, and the case in it.
  private let sides: [RegisterFields]

  private struct Actor {
    /// In small letters: "indiener", "medeindiener", "gericht aan".
    let relation: String
    let name: String?
    let role: String?
    let party: String?
  }

  static func recognises(_ fields: RegisterFields) -> Bool {
    if let inner = fields.objects("zaak").first, fields.value("documentnummer") == nil {
      return recognises(inner)
    }
    return fields.has("nummer") && !Set(fields.names).isDisjoint(with: ownNames)
      && fields.text("question", "vraag", "answer", "antwoord", "tekst", "text") == nil
  }

  /// No list of questions with texts has such names.
  private static let ownNames: Set = ["GestartOp", "Afgedaan", "ZaakActor", "Vergaderjaar"]

  /// A document of the register that names its case.
  static func recognises(document fields: RegisterFields) -> Bool {
    fields.has("documentnummer") && fields.value("soort", "aanhangselnummer") != nil
  }

  init(_ all: RegisterFields, _ record: SourceRecord) {
    self.record = record
    let inner = all.objects("zaak").first
    fields = inner ?? all
    sides = [all] + (inner.map { [$0] } ?? [])
    actors = sides.flatMap(Self.actors)
    documents = sides.flatMap { $0.objects("document", "documenten", "documents") }
  }

  init(document: RegisterFields, _ record: SourceRecord) {
    self.record = record
    fields = document.objects("zaak").first ?? RegisterFields([])
    actors = Self.actors(of: fields) + Self.actors(of: document)
    documents = [document]
    sides = [fields, document]
  }

  /// - Throws: `.notAWrittenQuestion` for a case of another kind, or without any number.
  func question(warn: (ReadWarning) -> Void) throws(ReadError) -> WrittenQuestion {
    let kinds = [fields.text("soort")].compactMap { $0 } + documents.compactMap { $0.text("soort") }
    guard kinds.isEmpty || kinds.contains(where: Self.isOfQuestions) else {
      throw record.refused("the record is of kind \"\(kinds[0])\"")
    }
    guard fields.flag("verwijderd") != true else {
      throw record.refused("the register has removed the record")
    }
    checkShapes(warn)
    let number = fields.text("nummer")
    let documents = self.documents.filter { document in
      document.flag("verwijderd") != true && document.text("soort").map(Self.isOfQuestions) ?? true
    }
    var identifiers = [number].compactMap { $0 }
    for document in documents {
      identifiers += [
        document.text("aanhangselnummer").flatMap { DocumentIdentifier(supplement: $0)?.key },
        document.text("documentnummer"),
      ].compactMap { $0 }
    }
    guard let id = identifiers.first else { throw record.refused("it has no number") }
    let subject = fields.cited("onderwerp", "titel") ?? subject(of: documents)
    var facts = QuestionFacts(
      date: date(fields, "gestartop", warn),
      session: ([fields] + documents).lazy.compactMap { $0.text("vergaderjaar") }
        .compactMap { Session.canonical($0) }.first,
      identifiers: identifiers, title: subject.map { JSONRecordParser.oneLine($0.text) } ?? "",
      askers: askers, ministers: ministers)
    let states = documents.map { (Self.state(of: $0.text("soort") ?? ""), $0) }
    facts.date = facts.date ?? states.first { $0.0 == .open }.flatMap { date($0.1, "datum", warn) }
    let answers = states.filter { $0.0 == .answered }
    // A later answer adds to the first.
    facts.answered = answers.compactMap { date($0.1, "datum", warn) }.min()
    let isDone = fields.flag("afgedaan")
    if states.contains(where: { $0.0 == .withdrawn }) {
      facts.statedState = .withdrawn
      facts.answered = nil
    } else if isDone == true || !answers.isEmpty {
      facts.statedState = .answered
    } else if states.contains(where: { $0.0 == .delayed }) {
      facts.statedState = .delayed
    } else if isDone == false {
      facts.statedState = .open
    }
    return WrittenQuestion(id: id, facts, subject: subject?.place, source: record.source)
  }

  /// Warns of what cannot be read of the record.
  private func checkShapes(_ warn: (ReadWarning) -> Void) {
    for fields in [fields] + documents {
      fields.check(.string, "onderwerp", "titel", in: record, warn)
      fields.check(.session, "vergaderjaar", in: record, warn)
      fields.check(.flag, "verwijderd", in: record, warn)
      fields.check(.text, "soort", "nummer", "documentnummer", in: record, warn)
    }
    fields.check(.flag, "afgedaan", in: record, warn)
    for fields in sides {
      fields.check(
        .objects, "zaakactor", "zaakactoren", "actoren", "actor", "document", "documenten",
        "documents", in: record, warn)
    }
    for actor in actors where actor.relation.isEmpty {
      guard let name = actor.name ?? actor.role else { continue }
      warn(
        ReadWarning(
          .leftOut, path: record.path, line: record.line, field: "Relatie", value: name))
    }
  }

  private func subject(of documents: [RegisterFields]) -> (place: String, text: String)? {
    documents.lazy.compactMap { $0.cited("onderwerp", "titel") }.first
  }

  private func date(_ fields: RegisterFields, _ name: String, _ warn: (ReadWarning) -> Void)
    -> CalendarDate?
  {
    fields.text(name).flatMap { fields.date($0, name, of: record, warn) }
  }

  // MARK: People

  private var askers: [Asker] {
    let first = actors.filter { $0.relation == "indiener" }
    let others = actors.filter { $0.relation == "medeindiener" }
    return (first + others).compactMap { actor in
      actor.name.map { Asker(name: $0, party: actor.party) }
    }
  }

  private var ministers: [Minister] {
    actors.filter { $0.relation == "gericht aan" && ($0.name ?? $0.role) != nil }
      .map { Minister(name: $0.name, role: $0.role) }
  }

  /// A list of actors, or an object with a text of names for each relation.
  private static func actors(of fields: RegisterFields) -> [Actor] {
    let listed = fields.objects("zaakactor", "zaakactoren", "actoren", "actor")
    if listed.count == 1, listed[0].text("relatie", "naam", "actornaam", "persoonnaam") == nil {
      return listed[0].texts.flatMap { relation, names in
        self.names(in: names).map {
          Actor(relation: relation.lowercased(), name: $0, role: nil, party: nil)
        }
      }
    }
    return listed.map { actor in
      let name = actor.text("naam", "actornaam", "persoonnaam").map { PersonName($0).display }
      let role = actor.text("functie", "actorfunctie")
      // Of a member of the House "Tweede Kamerlid" is no role in the question.
      return Actor(
        relation: actor.text("relatie")?.lowercased() ?? "", name: name, role: role,
        party: actor.text("fractie", "actorfractie", "fractienaam"))
    }
  }

  /// Names with commas between them: "Karin Straus (K.C.J.), R.A. (Rik) Janssen".
  private static func names(in text: String) -> [String] {
    text.split(separator: ",").map { PersonName($0).display }
      .filter { $0.contains(where: \.isLetter) }
  }

  // MARK: Documents

  private static func isOfQuestions(_ kind: String) -> Bool {
    let kind = kind.lowercased()
    return kind.contains("schriftelijke vra") || kind.contains("uitstel antwoord")
      || kind.contains("kamervragen")
  }

  /// What a document of this kind makes of the question.
  private static func state(of kind: String) -> QuestionState {
    let kind = kind.lowercased()
    if kind.contains("intrek") || kind.contains("ingetrokken") { return .withdrawn }
    if kind.contains("uitstel") { return .delayed }
    return kind.contains("antwoord") || kind.contains("beantwoord") ? .answered : .open
  }
}
