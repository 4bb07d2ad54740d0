/// Words that Dutch writes with a hyphen.
enum KeptHyphens {
  /// First parts that are followed by one, whatever comes.
  private static let always: Set<String> = [
    "non", "niet", "vice", "adjunct", "aspirant", "interim", "sociaal", "christen", "stagiair",
  ]
  /// First parts that are followed by one before these words.
  private static let before: [String: [String]] = [
    "ex": persons, "oud": persons, "co": ["assistent", "ouder", "piloot"],
    "kandidaat": persons + ["notaris", "land", "raads", "kamer"],
    "leerling": ["verpleeg", "verzorg"],
    "pro": ["deo", "forma", "life", "democrat", "europe", "westers", "russisch", "palestijn"],
  ]
  private static let persons = [
    "minister", "president", "premier", "partner", "man", "vrouw", "echtgeno", "gedetineerd",
    "militair", "werknemer", "werkgever", "bestuurder", "directeur", "kamerlid", "collega",
    "burgemeester", "wethouder", "politi", "student", "leerling", "lid", "leden",
    "staatssecretaris",
    "voorzitter", "medewerker", "cliënt", "patiënt", "gevangene", "leider", "hoofd", "rechter",
    "ambtenaar", "ambtenaren", "strijder", "topman", "griffier", "informateur", "agent", "bewoner",
  ]
  /// Endings that "niet", "oud" and the like take without one.
  private static let endings = ["ig", "heid", "er", "e", "ste", "s", "en", "er"]
  private static let last: Set<String> = ["generaal", "generaals", "president", "chef"]

  static func contains(_ head: String, _ tail: String) -> Bool {
    if last.contains(tail), head.count > 4 { return true }
    if head.hasSuffix("minister"), tail.hasPrefix("president") { return true }
    if let words = before[head] { return words.contains { tail.hasPrefix($0) } }
    return always.contains(head) && tail.count > 3
      && !endings.contains { tail.hasPrefix($0) && tail.count < 6 }
  }

  /// The consonants that a Dutch syllable may begin with, of two or more.
  static let onsets: Set<String> = [
    "bl", "br", "ch", "chr", "chl", "cl", "cr", "dr", "dw", "fl", "fn", "fr", "fj", "gh", "gl",
    "gn", "gr",
    "kl", "kn", "kr", "kw", "pl", "pn", "pr", "ps", "ph", "phr", "pt", "qu", "rh", "sc", "sch",
    "schr", "scr",
    "sf", "sh", "sj", "sk", "skl", "sl", "sm", "sn", "sp", "spl", "spr", "st", "str", "sw", "th",
    "thr", "tj",
    "tr", "ts", "tw", "vl", "vr", "wh", "wr", "zw",
  ]
}
