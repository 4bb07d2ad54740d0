/// What reads a form, and in which version: `jsonl 2`.
///
/// An index keeps by which each file was read. An update reads a file again when another would take
/// it now, or the same in another version; so raise the version when the same bytes give another
/// result.
public struct FormatIdentity: Sendable, Hashable, Codable, CustomStringConvertible {
  public let name: String
  public let version: Int

  /// - Parameter name: without white space.
  public init(_ name: String, version: Int) {
    self.name = name
    self.version = version
  }

  public var description: String { "\(name) \(version)" }
}
