import WrittenQuestions

/// What stands before a colon in a query.
enum QueryField: Hashable {
  case filter(FilterField)
  case title
  case date
  /// When it was answered, or whether it was.
  case answered
  /// Working days until the answer.
  case days

  /// Dutch names first, English aliases after.
  static let names: [String: QueryField] = {
    var names: [String: QueryField] = [
      "titel": .title, "title": .title, "datum": .date, "date": .date, "jaar": .date,
      "year": .date, "nummer": .filter(.number), "beantwoord": .answered, "answered": .answered,
      "dagen": .days, "days": .days, "vergaderjaar": .filter(.session),
    ]
    for field in FilterField.allCases {
      names[field.dutchName] = .filter(field)
      names[field.rawValue] = .filter(field)
    }
    return names
  }()

  /// The states that a value of `status:` means; nil where it is none.
  static func states(named name: String) -> [QuestionState]? {
    if ["onbeantwoord", "unanswered"].contains(name.lowercased()) {
      return QuestionState.allCases.filter { $0 != .answered }
    }
    return QuestionState(named: name).map { [$0] }
  }

  /// Names that stand before a colon in running text, and another value, too.
  static let words: Set<String> = ["kind", "jaar", "year", "dagen", "days", "session"]

  var dutchName: String {
    switch self {
    case .filter(let field): field.dutchName
    case .title: "titel"
    case .date: "datum"
    case .answered: "beantwoord"
    case .days: "dagen"
    }
  }

  static let dutchNames =
    (FilterField.allCases.map(\.dutchName) + ["titel", "datum", "beantwoord", "dagen"]).map {
      $0 + ":"
    }
    .joined(separator: " ")

  /// The field whose name this is with one slip of the fingers; nil for words of Dutch, and near short
  /// names, near which there are too many of them.
  static func meant(by name: String) -> String? {
    guard !neighbours.contains(name) else { return nil }
    return names.keys.sorted().first { $0.count > 4 && EditDistance.isOneSlip(name, $0) }
  }

  /// Words of Dutch, by OpenTaal's list, that are one slip away from a field's name.
  private static let neighbours = Set(
    """
    acker aker akker anker arty asher askar askes asper asser aster boort coort datums drager fatum \
    grager hema hoort hummer lasker marty masker ministers nimmer noort nummers nummert oort panty \
    part partyt patty poort rasker ratum scoort short sinister sjort slort smoort snort spoort sport \
    stoort stort summer tatum thea thebe thee theia thelma themen thera these thieme thoma tiel \
    tieme tille tintel titels titelt titer tittel trager trema tuitel vager voort vragen vragers \
    woort themas statu stratus beantwoorde beantwoordt geantwoord daden dage dagend dager daggen \
    daken dalen damen danen daten dazen degen dogen dragen hagen jagen kagen lagen magen ragen sagen \
    vagen wagen zagen
    """.split(separator: " ").map(String.init))
}
