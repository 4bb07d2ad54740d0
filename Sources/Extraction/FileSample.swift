/// What a reader may look at to say whether a file is one of its form.
public struct FileSample: Sendable {
  /// How many bytes of the file it has at most.
  public static let size = 8192

  /// Without the directory: `vraag-230.txt`.
  public let name: String
  /// The first bytes.
  public let head: [UInt8]

  public init(name: String, head: [UInt8]) {
    self.name = name
    self.head = head
  }

  /// In small letters, without the full stop; empty where the name has none.
  public var fileExtension: String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

/// How sure a reader is that a file is one of its form. The surest takes it; of equals the one that
/// stands first in the registry.
public enum Recognition: Int, Sendable, Comparable {
  case no
  /// It could be read so, as any text can be read as plain text.
  case possible
  /// The name says so.
  case byName
  /// The bytes say so.
  case byContent

  public static func < (left: Recognition, right: Recognition) -> Bool {
    left.rawValue < right.rawValue
  }
}
