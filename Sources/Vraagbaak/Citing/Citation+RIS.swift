import WrittenQuestions

/// Records in the format of RIS, with the tags that Zotero reads of a report; lines end in CR LF.
extension Citation {
  public static func ris(_ citations: [Citation]) -> String {
    zip(citations, keys(of: citations)).map { $0.ris(key: $1) }.joined(separator: "\r\n")
  }

  private func ris(key: String) -> String {
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value = value.map(Self.oneLine), !value.isEmpty else { return }
      lines.append("\(tag)  - \(value)\r\n")
    }
    add("TY", "RPRT")
    add("ID", key)
    for asker in document.askers {
      let name = PersonName(asker.name)
      add("AU", name.given.map { "\(name.family), \($0)" } ?? name.family)
    }
    add("TI", titleOrForm)
    add("PB", document.parliament?.name)
    add("M3", form)
    add("SN", number)
    if let date = document.date {
      add("PY", String(date.year))
      // Year, month, day and what else; what is not known is empty.
      let parts = date.description.split(separator: "-").map(String.init) + ["", "", ""]
      add("DA", parts.prefix(4).joined(separator: "/"))
    }
    if let pages = place?.pages {
      add("SP", String(pages.lowerBound))
      if pages.count > 1 { add("EP", String(pages.upperBound)) }
    }
    for remark in remarks { add("N1", remark) }
    add("LA", "nl")
    return lines.joined() + "ER  - \r\n"
  }
}
