import WrittenQuestions

/// An item of CSL-JSON, which Zotero and processors of citation styles read.
public struct CSLItem: Sendable, Hashable, Codable {
  public struct Name: Sendable, Hashable, Codable {
    public var family: String
    public var given: String?
    /// What stands before the family name and is passed over in the order of names, as in the
    /// Netherlands: "van den". In Flanders it is a part of the name.
    public var particle: String?

    private enum CodingKeys: String, CodingKey {
      case family, given
      case particle = "non-dropping-particle"
    }
  }

  public struct Date: Sendable, Hashable, Codable {
    /// One date: its year, and its month and day as far as they are known.
    public var parts: [[Int]]

    private enum CodingKeys: String, CodingKey { case parts = "date-parts" }
  }

  public var id: String
  public var type = "report"
  public var title: String
  public var author: [Name]?
  public var issued: Date?
  public var genre: String
  public var number: String?
  public var publisher: String?
  public var page: String?
  public var note: String?
  public var language = "nl"
}

extension Citation {
  /// One item each, with ids of their own.
  public static func csl(_ citations: [Citation]) -> [CSLItem] {
    zip(citations, keys(of: citations)).map { $0.csl(id: $1) }
  }

  private func csl(id: String) -> CSLItem {
    let names = document.askers.map { Self.csl(PersonName($0.name)) }
    let remarks = remarks.joined(separator: "; ")
    let pages = place?.pages.map { pages in
      pages.count == 1 ? String(pages.lowerBound) : "\(pages.lowerBound)-\(pages.upperBound)"
    }
    return CSLItem(
      id: id, title: titleOrForm, author: names.isEmpty ? nil : names,
      issued: document.date.map { date in
        .init(parts: [[date.year, date.month, date.day].compactMap { $0 }])
      }, genre: form, number: number, publisher: document.parliament?.name, page: pages,
      note: remarks.isEmpty ? nil : remarks)
  }

  private static func csl(_ name: PersonName) -> CSLItem.Name {
    let (particle, stem) = name.particleAndStem
    // A capital makes it a part of the name.
    let isApart = !particle.isEmpty && particle.allSatisfy { !$0.isUppercase }
    return CSLItem.Name(
      family: isApart ? stem : name.family, given: name.given, particle: isApart ? particle : nil)
  }
}
