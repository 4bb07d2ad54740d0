/// A style of lists: what stands before the items of each level.
struct OpenList {
  struct Level {
    var format = NumberFormat.none
    var bullet: String?
    var prefix = ""
    var suffix = ""
    /// How many numbers of levels are shown, this one's last.
    var shown = 1
    var start = 1
  }

  private(set) var levels: [Int: Level] = [:]

  /// - Parameter element: `text:list-style` or `text:outline-style`.
  init(_ element: XMLElement) {
    for child in element.elements {
      guard let number = child["text:level"].flatMap({ Int($0) }) else { continue }
      var level = Level()
      level.prefix = child["style:num-prefix"] ?? ""
      level.suffix = child["style:num-suffix"] ?? ""
      level.start = child["text:start-value"].flatMap { Int($0) } ?? 1
      level.shown = min(10, child["text:display-levels"].flatMap { Int($0) } ?? 1)
      switch child.name {
      case "text:list-level-style-bullet": level.bullet = child["text:bullet-char"] ?? "•"
      case "text:list-level-style-image": level.bullet = "•"
      default: level.format = NumberFormat(openDocument: child["style:num-format"])
      }
      levels[number] = level
    }
  }

  /// What stands before an item, with the space behind it; nil: nothing.
  /// - Parameter counts: of the levels, from 1, up to the item's.
  func label(_ counts: [Int]) -> String? {
    guard let level = levels[counts.count] else { return nil }
    if let bullet = level.bullet {
      let isLetter = bullet.unicodeScalars.first.map {
        $0.properties.isAlphabetic || $0.value >= 0xe000
      }
      return (isLetter ?? true ? "•" : String(bullet.prefix(4))) + " "
    }
    guard level.format != .none else {
      let text = (level.prefix + level.suffix).trimmed
      return text.isEmpty ? nil : text + " "
    }
    let numbers = counts.enumerated().suffix(max(1, level.shown)).compactMap { index, count in
      let format = levels[index + 1]?.format ?? .decimal
      return format == .none ? nil : format.text(count)
    }
    return String(level.prefix.prefix(100)) + numbers.joined(separator: ".")
      + String(level.suffix.prefix(100)) + " "
  }
}

extension NumberFormat {
  /// - Parameter text: as `style:num-format` says; nil or empty: no number.
  init(openDocument text: String?) {
    self =
      switch text {
      case "a": .lowerLetters
      case "A": .upperLetters
      case "i": .lowerRoman
      case "I": .upperRoman
      case nil, "": .none
      default: .decimal
      }
  }
}
