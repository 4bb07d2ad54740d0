/// What stands before a colon in a query.
enum QueryField: Hashable {
  case filter(FilterField)
  case title
  case date

  /// Dutch names first, English aliases after.
  static let names: [String: QueryField] = {
    var names: [String: QueryField] = [
      "titel": .title, "title": .title, "datum": .date, "date": .date,
      "nummer": .filter(.number),
    ]
    for field in FilterField.allCases {
      names[field.dutchName] = .filter(field)
      names[field.rawValue] = .filter(field)
    }
    return names
  }()

  static let dutchNames =
    (FilterField.allCases.map(\.dutchName) + ["titel", "datum"]).map { $0 + ":" }
    .joined(separator: " ")
}
