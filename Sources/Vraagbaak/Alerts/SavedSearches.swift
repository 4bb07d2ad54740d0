import Text

/// The searches of a file that people edit: a list in JSON.
///
/// ```json
/// [
///   {"name": "Stikstof", "query": "stikstof partij:BBB", "every": "week"},
///   {"name": "Open vragen", "query": "status:open minister:\"Van Dam\""}
/// ]
/// ```
public struct SavedSearches: Sendable, Equatable {
  /// An entry that is no search, and is passed over.
  public struct Fault: Sendable, Equatable, CustomStringConvertible {
    public let path: String
    /// From 1.
    public let entry: Int
    /// Where it has one.
    public let name: String?
    /// What is wrong, and what to write.
    public let reason: String

    public var description: String {
      "\(path): entry \(entry)\(name.map { " (\($0))" } ?? ""): \(reason)"
    }
  }

  public var searches: [SavedSearch]
  public private(set) var faults: [Fault] = []

  /// - Throws: `.badFile` for a file that is no list in JSON, `.index` for one that cannot be read.
  public init(file path: String) throws(AlertsError) {
    let bytes: [UInt8]
    do throws(IndexError) {
      bytes = try FileSystem.read(source: path)
    } catch {
      throw .index(error)
    }
    try self.init(parsing: bytes, name: path)
  }

  /// - Parameter name: the file's name, for faults.
  public init(parsing bytes: [UInt8], name: String) throws(AlertsError) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let entries: [SavedSearchEntry]
    do {
      entries = try WireFormat.decode(
        [SavedSearchEntry].self, from: bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
    } catch {
      throw .badFile(path: name, reason: Self.reason(error))
    }
    searches = []
    for (number, entry) in zip(1..., entries) {
      var reason = entry.fault
      if reason == nil, let name = entry.name, searches.contains(where: { $0.name == name }) {
        reason = "an entry before it has this name; give it another one"
      }
      if reason == nil {
        do throws(QueryError) {
          searches.append(
            try SavedSearch(name: entry.name ?? "", query: entry.query, every: entry.every))
        } catch {
          reason = error.description
        }
      }
      if let reason {
        faults.append(Fault(path: name, entry: number, name: entry.name, reason: reason))
      }
    }
  }

  /// Names of all entries, also of those that are passed over.
  var names: Set<String> { Set(searches.map(\.name) + faults.compactMap(\.name)) }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it is no JSON" }
    switch error {
    case .dataCorrupted(let context):
      let detail = context.underlyingError.map { ": \(PrintedLine.clean(String(describing: $0)))" }
      return "it is no JSON" + (detail ?? "")
    default: return "it is no list"
    }
  }
}

/// An entry as it stands there. It decodes whatever it is, so that the others are read too.
private struct SavedSearchEntry: Decodable {
  private struct Member: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    static let name = Member(stringValue: "name")
    static let query = Member(stringValue: "query")
    static let every = Member(stringValue: "every")
  }

  private(set) var name: String?
  private(set) var query = ""
  private(set) var every: SavedSearch.Interval?
  private(set) var fault: String?

  init(from decoder: any Decoder) {
    guard let members = try? decoder.container(keyedBy: Member.self) else {
      fault = #"it is no object; write {"name": "NAME", "query": "WORDS"}"#
      return
    }
    name = Self.text(members, .name).map { PrintedLine.clean($0) }
    query = Self.text(members, .query) ?? ""
    let known = [Member.name, .query, .every].map(\.stringValue)
    let unknown = members.allKeys.map(\.stringValue).filter { !known.contains($0) }.sorted()
    if name == nil {
      fault = #"it has no name; write "name": "NAME""#
    } else if query.isEmpty {
      fault = #"it has no query; write "query": "WORDS", or "*" for all documents"#
    } else if let member = unknown.first {
      fault =
        "nothing is known of its member \(PrintedLine.clean(member)); there are \(known.joined(separator: ", "))"
    } else if members.contains(.every) {
      every = Self.text(members, .every).flatMap(SavedSearch.Interval.init(named:))
      if every == nil {
        let names = SavedSearch.Interval.allCases.map { "\"\($0.rawValue)\"" }
        fault =
          "its every is none of \(names.joined(separator: ", ")); leave it out for a search at every run"
      }
    }
  }

  /// Nil for what is no text, or empty.
  private static func text(_ members: KeyedDecodingContainer<Member>, _ member: Member) -> String? {
    guard let text = try? members.decode(String.self, forKey: member) else { return nil }
    let trimmed = String(text.trimming(where: \.isWhitespace))
    return trimmed.isEmpty ? nil : trimmed
  }
}
