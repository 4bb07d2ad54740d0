import Extraction
import TestSupport

/// A text laid out in pages, of which each line is known to be text or the page's.
struct LaidOutText {
  private(set) var bytes: [UInt8] = []
  /// Where the lines with text begin.
  private(set) var content: [Int] = []
  private(set) var furniture: [Int] = []
  private(set) var pages = 0
  /// What is said of it where a test fails.
  private(set) var style = ""

  private struct Layout {
    var head: [String] = []
    /// On left pages, where these have another one.
    var leftHead: [String]?
    var foot: [String] = []
    var number: ((Int, Int) -> String)?
    /// The numbers are those of a bundle, and say nothing of the pages of one text.
    var isBundle = false
    var isNumberAtHead = false
    /// The number stands in the line of the header, or of the footer.
    var isNumberInLine = false
    var hasFirst = true
    var blanks = 1
    var lineEnd = "\n"
  }

  /// - Parameters:
  ///   - title: of one line.
  ///   - paragraphs: each is wrapped into lines.
  ///   - isProvable: each header and footer is set off by a blank line and stands on two pages at
  ///     least, the numbers of a bundle on three, and a sentence, or such numbers beside words, on four.
  init(
    title: String, paragraphs: [String], isProvable: Bool = true,
    using generator: inout SeededGenerator
  ) {
    let width = Int.random(in: 60...95, using: &generator)
    var lines = Self.wrap(title, width)
    for paragraph in paragraphs {
      lines.append("")
      if Int.random(in: 0..<6, using: &generator) == 0 {
        lines += Self.table(using: &generator) + [""]
      }
      lines += Self.wrap(paragraph, width)
    }
    let wanted = Int.random(in: 2...12, using: &generator)
    while lines.count < wanted * 6 {
      lines += [""] + Self.table(using: &generator)
    }
    let height = max(5, (lines.count + wanted - 1) / wanted)
    let layout = layout(title, using: &generator)
    lay(lines, height: height, layout, isProvable, using: &generator)
  }

  private mutating func lay(
    _ lines: [String], height: Int, _ layout: Layout, _ isProvable: Bool,
    using generator: inout SeededGenerator
  ) {
    var layout = layout
    var cut: [[String]] = []
    var rest = lines[...]
    while !rest.isEmpty {
      let size = max(4, height - Int.random(in: 0...3, using: &generator))
      cut.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size).drop { $0.isEmpty }
    }
    pages = cut.count
    if isProvable {
      if pages < 5 { layout.leftHead = nil }
      if pages < 4 { layout.hasFirst = true }
      if pages < (layout.isNumberInLine ? 5 : 3), layout.isBundle { layout.number = nil }
      layout.blanks = max(1, layout.blanks)
      for part in [\Layout.head, \.foot]
      where pages < 5 && layout[keyPath: part].contains(where: { ".?!,".contains($0.last ?? " ") })
      {
        layout[keyPath: part] = []
      }
    }
    for (page, lines) in cut.enumerated() {
      let isBare = page == 0 && !layout.hasFirst
      var head = page % 2 == 1 ? layout.leftHead ?? layout.head : layout.head
      var foot = layout.foot
      if let number = layout.number?(page + 1, cut.count) {
        switch (layout.isNumberAtHead, layout.isNumberInLine) {
        case (true, true) where !head.isEmpty:
          head[0] =
            page % 2 == 1 && layout.leftHead != nil
            ? number + "   " + head[0] : head[0] + "   " + number
        case (false, true) where !foot.isEmpty: foot[foot.count - 1] += "     " + number
        case (true, _): head.append(number)
        case (false, _): foot.append(number)
        }
      }
      let blanks = Array(repeating: "", count: layout.blanks)
      if !isBare {
        add(head, ofPage: true, layout)
        if !head.isEmpty { add(blanks, ofPage: true, layout) }
      }
      add(lines, ofPage: false, layout)
      if !isBare {
        if !foot.isEmpty { add(blanks, ofPage: true, layout) }
        add(foot, ofPage: true, layout)
      }
      if page + 1 < cut.count { bytes.append(0x0c) }
    }
  }

  private mutating func add(_ lines: [String], ofPage: Bool, _ layout: Layout) {
    for line in lines {
      if !line.isEmpty, ofPage { furniture.append(bytes.count) }
      if !line.isEmpty, !ofPage { content.append(bytes.count) }
      bytes += Array((line + layout.lineEnd).utf8)
    }
  }

  private mutating func layout(_ title: String, using generator: inout SeededGenerator) -> Layout {
    var layout = Layout()
    let number = Int.random(in: 2...999, using: &generator)
    let year = Int.random(in: 2010...2024, using: &generator)
    let heads: [[String]] = [
      [], ["Vlaams Parlement"], ["Vraag nr. \(number) van 10 maart \(year)"],
      [Self.wrap(title, 60)[0]],
      ["VLAAMS PARLEMENT", "Schriftelijke vraag nr. \(number)"],
      ["Stuk \(number) (\(year)-\(year + 1)) - Nr. 1"],
      ["Kamer, zitting \(year)-\(year + 1)", "Vragen en antwoorden    QRVA 54 \(number)"],
    ]
    let feet: [[String]] = [
      [], ["Vlaams Parlement - 1011 Brussel - 02/552.11.11"], ["www.example.org"],
      ["Dit document werd op 3 mei \(year) afgedrukt."],
      ["Kabinet van de minister", "Koning Albert II-laan 7, 1210 Brussel"],
    ]
    let first = Int.random(in: 100...900, using: &generator)
    let numbers: [(String, (Int, Int) -> String)] = [
      ("bare", { page, _ in "\(page)" }), ("dashes", { page, _ in "- \(page) -" }),
      ("stroke", { "\($0)/\($1)" }), ("pagina", { "Pagina \($0) van \($1)" }),
      ("blz", { page, _ in "blz. \(page)" }), ("bundle", { page, _ in "\(first + page)" }),
    ]
    let head = Int.random(in: 0..<heads.count, using: &generator)
    let foot = Int.random(in: 0..<feet.count, using: &generator)
    layout.head = heads[head]
    layout.foot = feet[foot]
    if head > 0, head != 3, Int.random(in: 0..<4, using: &generator) == 0 {
      layout.leftHead = ["Schriftelijke vragen en antwoorden"]
    }
    let numberStyle = Int.random(in: 0...numbers.count, using: &generator)
    if numberStyle < numbers.count { layout.number = numbers[numberStyle].1 }
    layout.isBundle = numberStyle == numbers.count - 1
    layout.isNumberAtHead = Int.random(in: 0..<3, using: &generator) == 0
    layout.isNumberInLine = Bool.random(using: &generator)
    layout.hasFirst = Int.random(in: 0..<3, using: &generator) > 0
    layout.blanks = Int.random(in: 0...2, using: &generator)
    layout.lineEnd = ["\n", "\r\n", "  \n"].randomElement(using: &generator) ?? "\n"
    style =
      "head \(head)\(layout.leftHead == nil ? "" : " left") foot \(foot)"
      + " number \(numberStyle < numbers.count ? numbers[numberStyle].0 : "none")"
      + "\(layout.isNumberAtHead ? " head" : "")\(layout.isNumberInLine ? " in line" : "")"
      + "\(layout.hasFirst ? "" : " none on first") blanks \(layout.blanks)"
    return layout
  }

  /// Rows and items of one shape, and labels.
  private static func table(using generator: inout SeededGenerator) -> [String] {
    let places = ["Antwerpen", "Gent", "Brugge", "Leuven", "Hasselt", "Aalst", "Mechelen", "Genk"]
    let count = Int.random(in: 3...14, using: &generator)
    let start = Int.random(in: 1...90, using: &generator)
    let kind = Int.random(in: 0..<7, using: &generator)
    return (0..<count).map { row in
      let value = Int.random(in: 10...999, using: &generator)
      let place = places[row % places.count]
      return switch kind {
      case 0: "\(2000 + start % 20 + row): \(value)"
      case 1: "\(place) \(value)/\(value * 3)"
      case 2: "\(row + 1). \(place)"
      case 3: "Vraag \(row + 1)"
      case 4: "Antwoord \(row + 1)"
      case 5: "- \(place): \(value) euro"
      default: "\(value)"
      }
    }
  }

  private static func wrap(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.utf8.count + word.utf8.count + 1 > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
