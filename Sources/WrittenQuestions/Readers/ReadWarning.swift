import Extraction
import Text

/// Something of a record that is not in its document, which is indexed all the same.
public struct ReadWarning: Sendable, Hashable, Codable, CustomStringConvertible {
  public enum Problem: String, Sendable, Hashable, Codable, CaseIterable {
    /// No day could be made of it.
    case unreadableDate
    /// Neither a text nor anything that one is known in.
    case unknownShape
    /// It, or a part of it, has a meaning that is not known, or no place in a document.
    case leftOut
    /// More than one value where a document has one: the first is taken.
    case severalValues
    /// The record names the field more than once: the last is taken.
    case repeatedField
    /// Half of a surrogate pair.
    case replacedCharacters
    /// A field with a name that is known, for a part that another field gives.
    case unusedField
    /// A text in another language than Dutch, as its field's name says.
    case otherLanguage
    /// One name or several, or a name and a party: what is kept may be cut in another way.
    case unclearNames
    /// Another record of a register about the same question says something else, and is believed.
    case contradiction
    /// Nothing of the record of a register is in the index: no document is about its question, and it
    /// does not say what that asks about. It has no field.
    case unusedRecord
    /// A file that belongs to another, as its metadata, is not what it should be. It has no field.
    case unreadableCompanion
  }

  public let problem: Problem
  public let path: SourcePath
  /// From 1.
  public let line: Int?
  /// The record's field.
  public let field: String
  /// What stands there, cut to some 80 bytes.
  public let value: String
  /// How much text nothing reads of it, where that is counted: bytes of words as UTF-8.
  public let bytes: Int?

  public init(
    _ problem: Problem, path: SourcePath, line: Int? = nil, field: String, value: String,
    bytes: Int? = nil
  ) {
    self.bytes = bytes
    self.problem = problem
    self.path = path
    self.line = line
    self.field = field
    let short = value.prefix(bytes: 80)
    self.value = short.endIndex == value.endIndex ? value : short + "…"
  }

  public var description: String {
    (line.map { "\(path):\($0): " } ?? "\(path): ") + "\(explanation): \(value)"
  }

  /// What is wrong, without the value.
  public var explanation: String {
    switch problem {
    case .unusedRecord:
      "the record of a register is about no document here, and does not say what it asks; nothing of it is in the index"
    case .unreadableCompanion: "a document is read without it, though it belongs to it"
    default: "field \"\(field)\" \(fieldProblem)"
    }
  }

  private var fieldProblem: String {
    switch problem {
    case .unreadableDate: "is no date that can be read"
    case .unknownShape: "is of a shape that is not read, and is left out"
    case .leftOut: "has no known meaning, or more than can be kept; left out"
    case .severalValues: "has several values, of which the first is kept; left out"
    case .repeatedField: "stands there more than once; the last is kept, left out"
    case .replacedCharacters: "has characters that cannot be kept; U+FFFD stands for them"
    case .unusedField: "has a known name, but another field is read in its place; left out"
    case .unclearNames: "may be one name or several; each word is kept"
    case .contradiction: "says something else than another record about the same question"
    case .otherLanguage: "is in another language, and is not read"
    case .unusedRecord, .unreadableCompanion: ""
    }
  }
}

/// Warnings, counted by what is wrong with which field, with some examples of each.
public struct ReadWarnings: Sendable, Equatable, Codable {
  public struct Kind: Sendable, Equatable, Codable {
    public let problem: ReadWarning.Problem
    public let field: String
    public fileprivate(set) var count: Int
    /// See `ReadWarning.bytes`; of all together.
    public fileprivate(set) var bytes: Int?
    /// The first by file and line.
    public fileprivate(set) var examples: [ReadWarning]
  }

  /// Of each kind so many examples are kept.
  public static let shown = 3

  /// The most frequent first.
  public private(set) var kinds: [Kind] = []

  public init() {}

  public var count: Int { kinds.reduce(0) { $0 + $1.count } }

  public mutating func add(_ warnings: [ReadWarning]) {
    guard !warnings.isEmpty else { return }
    for warning in warnings {
      add(
        Kind(
          problem: warning.problem, field: warning.field, count: 1, bytes: warning.bytes,
          examples: [warning]))
    }
    sort()
  }

  public static func += (sum: inout ReadWarnings, other: ReadWarnings) {
    guard !other.kinds.isEmpty else { return }
    for kind in other.kinds { sum.add(kind) }
    sum.sort()
  }

  private mutating func sort() {
    kinds.sort {
      ($1.count, $0.field, $0.problem.rawValue) < ($0.count, $1.field, $1.problem.rawValue)
    }
  }

  private mutating func add(_ kind: Kind) {
    let known = kinds.firstIndex { $0.problem == kind.problem && $0.field == kind.field }
    guard let known else { return kinds.append(kind) }
    kinds[known].count += kind.count
    if let bytes = kind.bytes { kinds[known].bytes = (kinds[known].bytes ?? 0) + bytes }
    let examples = kinds[known].examples + kind.examples
    kinds[known].examples = Array(
      examples.sorted { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }.prefix(Self.shown))
  }
}
