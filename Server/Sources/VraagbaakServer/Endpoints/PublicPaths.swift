import Extraction

/// Paths of sources as they are told to others: below the directories that were indexed, or else the
/// file's name alone. Nothing of where they lie on the machine is in them.
struct PublicPaths: Sendable {
  /// Each with a slash at its end, the longest first.
  private let roots: [[UInt8]]

  /// - Parameter roots: as they were given to `index`.
  init(roots: [String]) {
    self.roots = roots.map { Self.plain(Array($0.utf8)) }
      .map { $0.isEmpty || $0.last == Self.slash ? $0 : $0 + [Self.slash] }
      .sorted { $0.count > $1.count }
  }

  func path(_ path: SourcePath) -> SourcePath {
    let bytes = Self.plain(Array(path.text.utf8))
    if let root = roots.first(where: { bytes.starts(with: $0) }) {
      let below = bytes.dropFirst(root.count)
      if below.first != Self.slash, !Self.climbs(below) {
        return SourcePath(String(decoding: below, as: UTF8.self))
      }
    }
    return SourcePath(path.name)
  }

  /// Without `./` at its beginning.
  private static func plain(_ path: [UInt8]) -> [UInt8] {
    if path == [dot] { return [] }
    return path.starts(with: [dot, slash]) ? plain(Array(path.dropFirst(2))) : path
  }

  private static func climbs(_ path: ArraySlice<UInt8>) -> Bool {
    path.split(separator: slash).contains { $0 == [dot, dot] }
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")
}
