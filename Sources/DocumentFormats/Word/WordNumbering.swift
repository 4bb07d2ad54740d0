/// The lists of a document: what stands before a numbered paragraph.
struct WordNumbering {
  private struct Level {
    var format = NumberFormat.decimal
    var isBullet = false
    /// With `%1` for the number of the first level.
    var text = ""
    var start = 1
    /// The level, from 1, whose next number starts this one again; nil: any before it.
    var restart: Int?
    var isDecimalOnly = false
    var style: String?
    var font: String?
    var separator = " "
  }
  private struct List {
    var abstract: String
    var levels: [Int: Level] = [:]
    var starts: [Int: Int] = [:]
  }

  private var abstracts: [String: [Int: Level]] = [:]
  private var lists: [String: List] = [:]
  /// The numbers that were given last, by abstract list and level.
  private var counts: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  /// - Parameter root: `w:numbering`.
  init(_ root: XMLElement?) {
    var links: [String: String] = [:]
    var byStyle: [String: String] = [:]
    for element in root?.elements ?? [] {
      if element.name == "w:abstractNum", let id = element["w:abstractNumId"] {
        abstracts[id] = Self.levels(of: element)
        if let style = element.first("w:numStyleLink")?["w:val"] { links[id] = style }
        if let style = element.first("w:styleLink")?["w:val"] { byStyle[style] = id }
      } else if element.name == "w:num", let id = element["w:numId"],
        let abstract = element.first("w:abstractNumId")?["w:val"]
      {
        lists[id] = Self.list(element, abstract: abstract)
      }
    }
    for (id, style) in links {
      if let other = byStyle[style].flatMap({ abstracts[$0] }) { abstracts[id] = other }
    }
  }

  private static func list(_ element: XMLElement, abstract: String) -> List {
    var list = List(abstract: abstract)
    for change in element.elements where change.name == "w:lvlOverride" {
      guard let level = change["w:ilvl"].flatMap({ Int($0) }) else { continue }
      if let start = change.first("w:startOverride")?["w:val"].flatMap({ Int($0) }) {
        list.starts[level] = start
      }
      if let element = change.first("w:lvl") { list.levels[level] = self.level(element) }
    }
    return list
  }

  private static func levels(of element: XMLElement) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in element.elements where child.name == "w:lvl" {
      if let number = child["w:ilvl"].flatMap({ Int($0) }) { levels[number] = level(child) }
    }
    return levels
  }

  private static func level(_ element: XMLElement) -> Level {
    var level = Level()
    // Without a number it begins at 0.
    level.start = 0
    for property in element.elements {
      let value = property["w:val"]
      switch property.name {
      case "w:start": level.start = value.flatMap { Int($0) } ?? 0
      case "w:numFmt":
        level.isBullet = value == "bullet"
        level.format = NumberFormat(word: value)
      case "w:lvlText": level.text = value ?? ""
      case "w:lvlRestart": level.restart = value.flatMap { Int($0) }
      case "w:isLgl": level.isDecimalOnly = property.isOn
      case "w:pStyle": level.style = value
      case "w:suff": if value == "nothing" { level.separator = "" }
      case "w:rPr": level.font = property.first("w:rFonts")?["w:ascii"]
      default: break
      }
    }
    return level
  }

  /// What stands before the next paragraph of a list, with the space behind it; nil: nothing.
  /// - Parameters:
  ///   - level: from 0; nil: the one that belongs to the style.
  ///   - style: of the paragraph.
  mutating func label(list id: String, level: Int?, style: String?) -> String? {
    guard let list = lists[id] else { return nil }
    let levels = (abstracts[list.abstract] ?? [:]).merging(list.levels) { $1 }
    let number = level ?? levels.first { style != nil && $0.value.style == style }?.key ?? 0
    guard let level = levels[number] else { return nil }
    count(list, id, number, levels)
    if level.isBullet { return Self.bullet(level) }
    let text = Self.filled(level.text, level, levels, counts[list.abstract] ?? [:])
    return text.isEmpty ? nil : text + level.separator
  }

  private mutating func count(
    _ list: List, _ id: String, _ number: Int, _ levels: [Int: Level]
  ) {
    var counts = counts[list.abstract] ?? [:]
    // A list with starts of its own begins there once, also where another one counted before.
    if begun.insert(id).inserted {
      for (level, start) in list.starts { counts[level] = start &- 1 }
    }
    for (other, level) in levels where other < number && counts[other] == nil {
      counts[other] = level.start
    }
    let start = list.starts[number] ?? levels[number]?.start ?? 1
    counts[number] = counts[number].map { $0 &+ 1 } ?? start
    for (other, level) in levels where other > number {
      let restart = level.restart ?? other
      // 0: never.
      if restart > number { counts[other] = nil }
    }
    self.counts[list.abstract] = counts
  }

  private static func filled(
    _ text: String, _ level: Level, _ levels: [Int: Level], _ counts: [Int: Int]
  ) -> String {
    var result = ""
    var isPlace = false
    for character in text.prefix(200) {
      if isPlace, let place = character.wholeNumberValue, place > 0 {
        let format = level.isDecimalOnly ? .decimal : levels[place - 1]?.format ?? .decimal
        result += format.text(counts[place - 1] ?? 1)
        isPlace = false
      } else if character == "%" {
        isPlace = true
      } else {
        result.append(character)
        isPlace = false
      }
    }
    return result
  }

  private static func bullet(_ level: Level) -> String {
    let text = level.text.filter { !$0.isWhitespace }
    guard let sign = text.unicodeScalars.first, text.count == 1 else {
      return text + level.separator
    }
    // Letters are signs of fonts that have others in their places.
    let isLetter =
      sign.properties.isAlphabetic || sign.value >= 0xf000 || sign == "§" || sign == "·"
    return (isLetter ? "•" : text) + " "
  }
}

extension NumberFormat {
  /// - Parameter word: as `w:numFmt` says.
  init(word: String?) {
    self =
      switch word {
      case "lowerLetter": .lowerLetters
      case "upperLetter": .upperLetters
      case "lowerRoman": .lowerRoman
      case "upperRoman": .upperRoman
      case "decimalZero": .padded
      case "ordinal": .ordinal
      case "chicago": .signs
      case "none": .none
      default: .decimal
      }
  }
}
