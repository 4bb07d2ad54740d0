/// The months in Dutch.
package enum Months {
  /// January is the first.
  package static let names = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]

  private static let abbreviations = [
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "sept": 9, "okt": 10, "nov": 11, "dec": 12,
  ]

  private static let numbers = names.enumerated().reduce(into: abbreviations) { numbers, month in
    numbers[month.element] = month.offset + 1
  }

  /// 1 to 12, of a name or a usual abbreviation in lower case.
  package static func number(of name: String) -> Int? { numbers[name] }
}

/// Years that are written with two digits.
package enum Years {
  /// From 1969 to 2068.
  package static func full(ofTwoDigits year: Int) -> Int { year < 69 ? 2000 + year : 1900 + year }
}
