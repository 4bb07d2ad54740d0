import Rainbow
import Vraagbaak

/// Counts of all matches: as bars on a terminal, years in their order; plain lines otherwise.
enum FacetOutput {
  private static let mostValues = 10
  private static let widestName = 36
  private static let widestBar = 40
  /// Eighths of a character, from one to all.
  private static let eighths = Array("▏▎▍▌▋▊▉█")

  static func write(_ facet: Facet) {
    Terminal.write(facet.field.dutchName.bold + "\n")
    if let width = Terminal.width, let most = facet.values.map(\.count).max(), most > 0 {
      for line in bars(facet, most: most, width: width) { Terminal.write("   " + line + "\n") }
    } else {
      for value in facet.values.prefix(mostValues) {
        Terminal.write("   \(value.count)  \(Terminal.clean(value.name))\n")
      }
    }
    let rest = facet.values.count - shown(facet).count
    if rest > 0 { Terminal.write("   … \(rest) more with --format json\n".dim) }
    Terminal.write("\n")
  }

  /// A line a value: its name, a bar, and how many there are.
  static func bars(_ facet: Facet, most: Int, width: Int) -> [String] {
    let values = shown(facet).map { (name: cut(Terminal.clean($0.name)), count: $0.count) }
    let name = values.map(\.name.count).max() ?? 0
    let bar = min(widestBar, max(8, width - name - 16))
    return values.map { value in
      let space = String(repeating: " ", count: name - value.name.count)
      return value.name + space + "  " + Self.bar(value.count, of: most, width: bar).cyan
        + " \(value.count)"
    }
  }

  /// Years in their order, those between them without a match as well; of others the most frequent.
  private static func shown(_ facet: Facet) -> [(name: String, count: Int)] {
    guard facet.field == .year, Terminal.width != nil else {
      return facet.values.prefix(mostValues).map { ($0.name, $0.count) }
    }
    let counts = Dictionary(
      facet.values.compactMap { value in Int(value.name).map { ($0, value.count) } },
      uniquingKeysWith: +)
    guard let first = counts.keys.min(), let last = counts.keys.max(), last - first < 200 else {
      return facet.values.prefix(mostValues).map { ($0.name, $0.count) }
    }
    return (first...last).map { (String($0), counts[$0] ?? 0) }
  }

  private static func cut(_ name: String) -> String {
    name.count > widestName ? name.prefix(widestName - 1) + "…" : name
  }

  /// At least an eighth of a character for what is there at all.
  static func bar(_ count: Int, of most: Int, width: Int) -> String {
    guard count > 0, most > 0 else { return "" }
    let length = max(1, (count * width * 8 + most / 2) / most)
    let part = length % 8
    return String(repeating: "█", count: length / 8) + (part > 0 ? String(eighths[part - 1]) : "")
  }
}
