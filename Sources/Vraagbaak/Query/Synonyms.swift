/// Words and expressions that stand for the same, from a user's file.
///
/// ```
/// # one group a line
/// IMC = Interministeriële Conferentie
/// fiets = rijwiel = tweewieler
/// ```
public struct Synonyms: Sendable, Equatable {
  /// A line that is no group, and is passed over.
  public struct Fault: Sendable, Equatable, CustomStringConvertible {
    public let path: String
    /// From 1.
    public let line: Int
    public let reason: String

    public var description: String {
      "\(path):\(line): \(reason); write synonyms as: IMC = Interministeriële Conferentie"
    }
  }

  /// The file in an index's directory that its searchers read.
  public static let fileName = "synoniemen.txt"

  /// Each at least two texts.
  public var groups: [[String]]
  /// What was passed over when they were read.
  public private(set) var faults: [Fault] = []

  public init(groups: [[String]] = []) { self.groups = groups }

  /// Reads lines of texts with `=` between; empty lines and those that begin with `#` are passed
  /// over, and so is a line of another form, which is in `faults`.
  /// - Parameter name: the file's name, for faults.
  public init(parsing text: String, name: String) { self.init(Array(text.utf8), name: name) }

  /// - Throws: `.noSuchSource`, `.unavailable` for a file that cannot be read.
  public init(file path: String) throws(IndexError) {
    self.init(try FileSystem.read(source: path), name: path)
  }

  private init(_ bytes: [UInt8], name: String) {
    groups = []
    for (number, line) in zip(1..., TextLines.of(bytes)) {
      func fail(_ reason: String) { faults.append(Fault(path: name, line: number, reason: reason)) }
      guard let line else {
        fail("no UTF-8")
        continue
      }
      if line.isEmpty || line.first == "#" { continue }
      let texts = line.split(separator: "=", omittingEmptySubsequences: false).map { part in
        part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      guard texts.count > 1, texts.allSatisfy({ $0.contains(where: \.isLetter) }) else {
        fail("no synonyms")
        continue
      }
      groups.append(texts)
    }
  }
}
