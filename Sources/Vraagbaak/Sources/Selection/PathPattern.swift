import Extraction

/// A pattern of paths, as `.gitignore` has them.
///
/// ```swift
/// PathPattern("*.pdf").matches(["2019", "230.pdf"], isDirectory: false)  // at any depth: no slash
/// PathPattern("2019/**/bijlage-?.pdf")                  // from the root
/// PathPattern("concept/")                               // a directory, with all that is in it
/// ```
///
/// `*` and `?` stand for characters but no slash, `[a-z]` and `[!a-z]` for one, `**` for any number of
/// directories; a backslash takes the next character as it is. Letters are those that they look like,
/// however they are encoded; capitals count.
struct PathPattern: Sendable {
  private enum Part: Sendable {
    case anyDirectories
    case name([Element])
  }

  private enum Element: Sendable, Equatable {
    case character(Character)
    case anyOne, anyMany
    case oneOf([ClosedRange<Character>], isNegated: Bool)

    func matches(_ character: Character) -> Bool {
      switch self {
      case .character(let own): own == character
      case .anyOne: true
      case .anyMany: false
      case .oneOf(let ranges, let isNegated):
        ranges.contains { $0.contains(character) } != isNegated
      }
    }
  }

  /// Whether it begins with `!`: what it matches is taken back.
  let isNegated: Bool
  /// Whether it ends in a slash.
  private let isOfDirectories: Bool
  private let parts: [Part]

  init(_ text: String) {
    var rest = Substring(text)
    isNegated = rest.hasPrefix("!")
    if isNegated { rest = rest.dropFirst() }
    isOfDirectories = rest.hasSuffix("/")
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    let isAnchored = rest.contains("/")
    let names = rest.split(separator: "/").filter { $0 != "." }
    parts =
      (isAnchored ? [] : [.anyDirectories])
      + names.map { $0 == "**" ? .anyDirectories : .name(Self.elements($0)) }
  }

  /// Whether there is something in a text that stands for other characters.
  static func isPattern(_ text: String) -> Bool {
    text.utf8.contains {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[")
    }
  }

  /// - Parameter names: of a path, from its first directory on.
  func matches(_ names: [String], isDirectory: Bool) -> Bool {
    guard isDirectory || !isOfDirectories, !names.isEmpty else { return false }
    // Which parts may come next, name by name.
    var open = closure([0])
    for name in names {
      let characters = Array(name)
      var next: Set<Int> = []
      for part in open where part < parts.count {
        switch parts[part] {
        case .anyDirectories:
          next.insert(part)
          // At the end it is of what lies below, not of the directory itself.
          if part == parts.count - 1 { next.insert(parts.count) }
        case .name(let elements):
          if Self.match(elements, characters) { next.insert(part + 1) }
        }
      }
      open = closure(next)
      if open.isEmpty { return false }
    }
    return open.contains(parts.count)
  }

  /// With the parts behind those that may stand for nothing.
  private func closure(_ open: Set<Int>) -> Set<Int> {
    var all = open
    for var part in open {
      while part < parts.count - 1, case .anyDirectories = parts[part] {
        part += 1
        all.insert(part)
      }
    }
    return all
  }

  private static func match(_ elements: [Element], _ name: [Character]) -> Bool {
    var element = 0
    var character = 0
    // Where the last `*` stands, and how far it reaches for now.
    var star: (element: Int, character: Int)?
    while character < name.count {
      if element < elements.count, elements[element] == .anyMany {
        star = (element, character)
        element += 1
      } else if element < elements.count, elements[element].matches(name[character]) {
        element += 1
        character += 1
      } else if let last = star {
        star = (last.element, last.character + 1)
        element = last.element + 1
        character = last.character + 1
      } else {
        return false
      }
    }
    return elements[element...].allSatisfy { $0 == .anyMany }
  }

  private static func elements(_ name: Substring) -> [Element] {
    var elements: [Element] = []
    var rest = name
    while let character = rest.popFirst() {
      switch character {
      case "*": elements.append(.anyMany)
      case "?": elements.append(.anyOne)
      case "\\": elements.append(.character(rest.popFirst() ?? "\\"))
      case "[":
        if let (set, after) = set(rest) {
          elements.append(set)
          rest = after
        } else {
          elements.append(.character("["))
        }
      default: elements.append(.character(character))
      }
    }
    return elements
  }

  /// What stands behind `[`, up to `]`; nil where it has no end.
  private static func set(_ text: Substring) -> (Element, Substring)? {
    var rest = text
    let isNegated = rest.first == "!" || rest.first == "^"
    if isNegated { rest = rest.dropFirst() }
    var ranges: [ClosedRange<Character>] = []
    while let first = rest.popFirst() {
      if first == "]", !ranges.isEmpty { return (.oneOf(ranges, isNegated: isNegated), rest) }
      if rest.first == "-", let last = rest.dropFirst().first, last != "]", first <= last {
        ranges.append(first...last)
        rest = rest.dropFirst(2)
      } else {
        ranges.append(first...first)
      }
    }
    return nil
  }
}
