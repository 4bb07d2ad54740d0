/// The elements of official publications, with the names that older ones have.
enum PublicationNames {
  static let paragraphs: Set = [
    "al", "tekstregel", "titel", "subtitel", "tussenkop", "noot.al", "considerans.al", "kop",
    "kamervraagnummer", "kamervraagomschrijving", "omschr", "vraagnummer", "nummer", "p", "title",
    "caption",
  ]
  static let inline: Set = [
    "nadruk", "extref", "intref", "nootref", "sup", "inf", "b", "i", "em", "strong", "u", "sub",
    "a",
    "span", "naam", "achternaam", "voornaam", "voorvoegsels", "titulatuur", "politiek",
    "organisatie",
    "datum", "kamervraagonderwerp", "functie", "rol", "noot",
  ]
  /// Without text of the document.
  static let silent: Set = [
    "plaatje", "illustratie", "colspec", "spanspec", "redactioneel-metadata",
  ]
  static let descriptions: Set = ["kamervraagomschrijving", "omschr"]
  static let questions: Set = ["vraag"]
  static let answers: Set = ["antwoord"]
  static let remarks: Set = ["kamervraagopmerking", "opmerking", "toelicht", "toelichting"]
  static let labels: Set = ["nr", "nummer", "vraagnummer", "antwoordnummer"]
}
