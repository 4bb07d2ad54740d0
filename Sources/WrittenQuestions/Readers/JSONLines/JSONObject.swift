import Text

/// Members of an object, which are taken out one by one by what they mean.
struct JSONObject {
  /// Those that were not taken.
  private(set) var rest: [JSONMember]

  /// - Parameter members: those that say nothing are left out.
  init(_ members: [JSONMember]) { rest = members.filter { !$0.value.isEmpty } }

  mutating func takeFirst() -> JSONMember? { rest.isEmpty ? nil : rest.removeFirst() }

  /// The member of the first of these names that there is.
  mutating func take(_ names: [String], where fits: (JSONValue) -> Any? = { $0 }) -> JSONMember? {
    for name in names {
      if let index = rest.firstIndex(where: {
        JSONNames.plain($0.name) == name && fits($0.value) != nil
      }) {
        return rest.remove(at: index)
      }
    }
    return nil
  }
}

/// What members of objects are called, in small letters, without signs; the clearest first.
enum JSONNames {
  static func plain(_ name: String) -> String {
    name.lowercased().filter { !"_- ".contains($0) }
  }

  static let dutch = ["nl", "nlbe", "nlnl", "nld", "dut", "ned", "nederlands", "dutch"]
  static let languages = Set(
    dutch + [
      "fr", "frbe", "fra", "fre", "frans", "french", "français", "de", "debe", "deu", "ger",
      "duits", "german", "en", "eng", "engels", "english",
    ])

  static let labels = ["nr", "nummer", "number", "num", "no", "label", "volgnummer", "vraagnummer"]
  /// Whether the text of an object is there and says nothing, and nothing else can be meant for it.
  static func hasBlankText(_ members: [JSONMember], _ texts: [String]) -> Bool {
    let found = members.filter { texts.contains(plain($0.name)) }
    return found.contains(where: \.value.isEmpty)
      && found.allSatisfy { member in
        member.value.isEmpty || (labels + ["id"]).contains(plain(member.name))
      }
  }

  static let years = ["year", "jaar"]
  static let months = ["month", "maand"]
  static let days = ["day", "dag"]

  static let names = [
    "name", "naam", "fullname", "volledigenaam", "displayname", "label", "persoon", "person", "lid",
  ]
  /// Lists of people in an object.
  static let people = [
    "persons", "people", "personen", "members", "leden", "askers", "authors", "auteurs",
    "indieners", "vraagstellers", "ministers",
  ]
  static let firstNames = ["voornaam", "firstname", "givenname", "first", "prénom", "prenom"]
  static let particles = ["tussenvoegsel", "tussenvoegsels", "particle", "infix"]
  static let lastNames = [
    "achternaam", "familienaam", "lastname", "familyname", "surname", "last", "nom",
  ]
  static let parties = [
    "party", "partij", "fractie", "fraction", "group", "groep", "politiekegroep", "partijnaam",
    "partyname", "parti",
  ]
  static let roles = [
    "role", "rol", "functie", "function", "titel", "title", "ambt", "mandaat", "bevoegdheid",
    "bevoegdheden", "portefeuille", "departement", "department", "fonction",
  ]

  /// What a field of a record is called that is read for a part, as `plain` gives it; the clearest first.
  static func fields(of part: FieldMapping.Part) -> [String] {
    switch part {
    case .id: ["id", "docid", "documentid", "vraagid", "questionid"]
    case .number:
      ["number", "nummer", "nr", "vraagnummer", "vraagnr", "volgnummer", "questionnumber"]
    case .date:
      [
        "date", "datum", "vraagdatum", "datumvraag", "datumgesteld", "gesteldop",
        "datumindiening", "indieningsdatum", "ingediendop", "datumingezonden", "ingezondenop",
        "ingezonden", "questiondate", "dateasked", "askedon",
      ]
    case .title: ["title", "titel", "onderwerp", "subject"]
    case .question: ["question", "questions", "vraag", "vragen", "vraagtekst", "questiontext"]
    case .answer:
      ["answer", "answers", "antwoord", "antwoorden", "antwoordtekst", "answertext"]
    case .asker:
      [
        "asker", "askers", "vraagsteller", "vraagstellers", "indiener", "indieners", "kamerlid",
        "volksvertegenwoordiger", "parlementslid", "auteur", "auteurs", "author", "authors",
      ]
    case .party: ["party", "parties", "partij", "partijen", "fractie", "fracties"]
    case .minister:
      ["minister", "ministers", "bewindspersoon", "bewindspersonen", "bevoegdeminister"]
    case .role: ["role", "roles", "functie", "functies", "bevoegdheid"]
    case .themes: ["themes", "theme", "thema", "thema's", "themas", "trefwoorden"]
    case .answered:
      [
        "answered", "beantwoord", "beantwoordop", "antwoorddatum", "datumantwoord",
        "datumbeantwoording", "datumbeantwoord", "answerdate", "dateanswered", "answeredon",
      ]
    case .state: ["state", "status", "staat", "toestand"]
    case .session:
      [
        "session", "zittingsjaar", "vergaderjaar", "zitting", "legislatuur", "zittingsperiode",
        "legislature",
      ]
    case .identifiers: ["identifiers", "identifier", "kenmerk", "kenmerken"]
    }
  }

  /// Whether a name says that its text is in another language than Dutch: `text_fr`, `titleEN`.
  static func isOfOtherLanguage(_ name: String) -> Bool {
    var words: [String] = [""]
    var wasSmall = false
    for letter in name {
      guard letter.isLetter else {
        words.append("")
        wasSmall = false
        continue
      }
      if letter.isUppercase, wasSmall { words.append("") }
      wasSmall = letter.isLowercase
      words[words.count - 1].append(contentsOf: letter.lowercased())
    }
    let named = words.filter { !$0.isEmpty }
    guard let last = named.last else { return false }
    return [last, named[0]].contains { languages.contains($0) && !dutch.contains($0) }
      // "de" begins Dutch names: "de_vraag".
      && !(named.count > 1 && named[0] == "de" && !languages.contains(last))
  }

  private static let text = [
    "tekst", "text", "inhoud", "content", "body", "waarde", "value", "naam", "name", "label",
    "titel", "title", "omschrijving", "description", "#text", "id",
  ]

  static func texts(of part: FieldMapping.Part) -> [String] {
    switch part {
    case .question: ["vraag", "question", "vraagtekst", "questiontext"] + text
    case .answer: ["antwoord", "answer", "antwoordtekst", "answertext"] + text
    case .id, .number: ["id", "nummer", "number", "nr"] + text
    case .party: parties + text
    case .role: roles + text
    case .themes: ["thema", "theme"] + text
    case .date: ["datum", "date"] + text
    default: text
    }
  }
}
