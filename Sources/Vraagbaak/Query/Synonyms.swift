/// Words and expressions that stand for the same, from a user's file.
///
/// ```
/// # one group a line
/// IMC = Interministeriële Conferentie
/// fiets = rijwiel = tweewieler
/// ```
public struct Synonyms: Sendable, Equatable {
  /// The file in an index's directory that its searchers read.
  public static let fileName = "synoniemen.txt"

  /// Each at least two texts.
  public var groups: [[String]]

  public init(groups: [[String]] = []) { self.groups = groups }

  /// Reads lines of texts with `=` between; empty lines and those that begin with `#` are passed
  /// over.
  /// - Parameter name: the file's name, for errors.
  /// - Throws: `IndexError.badSynonyms` for a line of another form.
  public init(parsing text: String, name: String) throws(IndexError) {
    groups = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.drop(while: \.isWhitespace)
      if line.isEmpty || line.first == "#" { continue }
      let texts = line.split(separator: "=", omittingEmptySubsequences: false).map { part in
        part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      guard texts.count > 1, texts.allSatisfy({ $0.contains(where: \.isLetter) }) else {
        throw .badSynonyms(path: name, line: index + 1)
      }
      groups.append(texts)
    }
  }

  /// - Throws: `.noSuchSource`, `.unavailable` for a file that cannot be read, and as
  ///   `init(parsing:)`.
  public init(file path: String) throws(IndexError) {
    let bytes = try FileSystem.read(source: path)
    try self.init(parsing: String(decoding: bytes, as: UTF8.self), name: path)
  }
}
