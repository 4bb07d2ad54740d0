import SystemPackage

/// The path of a source. To the system names are bytes: two paths are the same only where their bytes
/// are, although Swift takes a letter with its accent beside it for the letter with the accent on it.
///
/// ```swift
/// let path: SourcePath = "documenten/2019/230.txt"
/// path.name  // "230.txt"
/// ```
public struct SourcePath: Sendable {
  /// All of its bytes as text, also in JSON. A byte that is not UTF-8 stands as the character U+10FE00 +
  /// byte, in private use; so do the bytes of such a character itself.
  public let text: String

  public init(_ text: String) { self.text = text }

  /// Without its directory.
  public var name: String { String(text.split(separator: "/").last ?? "") }

  /// In small letters, without the full stop; empty where there is none.
  package var fileExtension: String {
    let bytes = text.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > bytes.startIndex,
      bytes[bytes.index(before: dot)] != UInt8(ascii: "/")
    else { return "" }
    let found = bytes[bytes.index(after: dot)...]
    return found.contains(UInt8(ascii: "/")) ? "" : Substring(found).lowercased()
  }

  /// Without slashes at its end.
  package var trimmed: SourcePath {
    var bytes = text.utf8[...]
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return SourcePath(String(Substring(bytes)))
  }

  /// The directory that it lies in.
  package var parent: SourcePath {
    let parent = FilePath(text).removingLastComponent().string
    return SourcePath(parent.isEmpty ? "." : parent)
  }

  /// A file in this directory.
  package func appending(_ name: String) -> SourcePath {
    SourcePath(text == "/" ? "/" + name : text + "/" + name)
  }

  /// Another file in the same directory.
  package func sibling(_ name: String) -> SourcePath {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return SourcePath(name) }
    return SourcePath(String(text[...slash]) + name)
  }

  /// Whether it is the directory or lies below it.
  package func isBelow(_ directory: SourcePath) -> Bool {
    self == directory || text.utf8.starts(with: directory.start)
  }

  /// Of all that lies below it.
  private var start: String.UTF8View { (text == "/" ? text : text + "/").utf8 }
}

extension SourcePath: Hashable, Comparable {
  public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xff as UInt8)
  }
}

extension SourcePath: ExpressibleByStringLiteral, CustomStringConvertible, Codable {
  public init(stringLiteral text: String) { self.init(text) }

  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// For people: a byte that is not UTF-8 as `%E9`.
  public var description: String { PathText.printable(text) }
}
