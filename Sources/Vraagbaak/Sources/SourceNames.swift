import Extraction
import WrittenQuestions

/// Ids for documents that are named by their files: the path from the directory that the sources have in
/// common, without `.txt`. So `2019/230.txt` and `2020/230.txt` are two documents, and what an id is
/// follows from its file alone, not from the files beside it or from the order in which they come.
///
/// ```swift
/// SourceNames(directory: "/archief").name(of: "/archief/2019/230.txt")  // "2019/230"
/// ```
struct SourceNames: Sendable {
  /// Where the paths start, absolute. It is kept with the index: sources that come later leave the ids
  /// as they are, and have `..` in theirs where they lie outside of it.
  let directory: String

  init(directory: String) { self.directory = directory }

  /// - Parameter roots: the files and directories that are indexed. Files of records do not count:
  ///   their documents have ids of their own.
  init(roots: [SourcePath], places: SourcePaths, registry: ReaderRegistry) {
    let ofRecords = Set(registry.recordReaders.flatMap(\.fileExtensions))
    var common: [Substring]?
    for root in roots {
      guard root != .standardInput else { continue }
      let isDirectory = places.isDirectory(root)
      let givesIDs = !isDirectory && ofRecords.contains(root.fileExtension)
      guard !givesIDs else { continue }
      var names = Self.components(places.absolute(root).text)
      if !isDirectory { _ = names.popLast() }
      common = common.map { Array($0.prefix(Self.sharedCount($0, names))) } ?? names
    }
    directory = "/" + (common ?? []).joined(separator: "/")
  }

  /// - Parameter path: absolute, without `.` and `..`.
  func name(of path: SourcePath) -> String {
    let start = Self.components(directory)
    let names = Self.components(path.text)
    let shared = Self.sharedCount(start, names)
    let up = start.dropFirst(shared).map { _ in Substring("..") }
    let name = (up + names.dropFirst(shared)).joined(separator: "/")
    return Self.printable(SourceRecord.name(ofPath: name))
  }

  /// What is not seen but steers terminals or the direction of text is written as its bytes, `%E2%80%AE`:
  /// an id can be printed and typed as it is.
  static func printable(_ id: String) -> String {
    let id = PathText.printable(id)
    guard id.unicodeScalars.contains(where: \.steersText) else { return id }
    return id.unicodeScalars.reduce(into: "") { text, scalar in
      guard scalar.steersText else { return text.unicodeScalars.append(scalar) }
      for byte in scalar.utf8 { text += PathText.escape(byte) }
    }
  }

  private static func components(_ path: String) -> [Substring] { path.split(separator: "/") }

  /// How many names two paths begin with alike, byte by byte.
  private static func sharedCount(_ left: [Substring], _ right: [Substring]) -> Int {
    zip(left, right).prefix { $0.utf8.elementsEqual($1.utf8) }.count
  }
}
