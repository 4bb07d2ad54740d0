import Xapian

/// What keeps an index from being opened or written.
public enum IndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nothing is built at this place yet.
  case noIndex(path: String)
  /// Several indexes are there and none was named.
  case severalIndexes([String], home: String)
  /// Files of the index are missing, damaged or made by another program.
  case damaged(path: String, reason: String)
  /// Made by another schema than this program reads.
  case otherSchema(path: String, found: Int, expected: Int)
  /// Made by another analysis than this program's: it can be searched, not updated.
  case otherFingerprint(path: String, difference: String)
  /// There is no generation that `rollback` could go back to, or none of that number.
  case noGeneration(path: String, number: Int?)
  /// No manifest is left that says what the index was made of.
  case sourcesUnknown(path: String)
  /// A rebuild that was not published, because too many topics have other first hits.
  case changedTooMuch(TopicChanges, limit: Double)
  /// A directory that is to be written is there already and not empty.
  case notEmpty(path: String)
  /// The system does not tell of changes below a path.
  case cannotWatch(path: String, reason: String)
  /// Another process writes to the index now.
  case locked(path: String, holder: String)
  case cannotWrite(path: String, reason: String)
  case noSuchSource(path: String)
  /// The sources hold nothing that could be indexed.
  case nothingToIndex(paths: [String], formats: [String])
  /// Every record was skipped; the index stays as it was.
  case nothingIndexed(reasons: [String])
  case noSuchDocument(id: String)
  /// A line of a file of synonyms that is no group.
  case badSynonyms(path: String, line: Int)
  /// A line of a file of topics that is none.
  case badTopics(path: String, line: Int)

  public var description: String {
    switch self {
    case .noIndex(let path):
      "no index at \(path); build one with: vraagbaak index PATH"
    case .severalIndexes(let names, let home):
      "\(home) holds several indexes (\(names.joined(separator: ", "))); choose with --index NAME"
    case .damaged(let path, let reason):
      "the index at \(path) cannot be read: \(reason); go back with: vraagbaak rollback, or make it anew with: vraagbaak rebuild"
    case .otherSchema(let path, let found, let expected):
      "the index at \(path) has schema \(found), this program reads schema \(expected); make it anew with: vraagbaak rebuild --index \(Self.argument(path))"
    case .otherFingerprint(let path, let difference):
      "the index at \(path) cannot be updated: \(difference); make it anew with: vraagbaak rebuild"
    case .noGeneration(let path, nil):
      "the index at \(path) has no earlier generation that can be read; make it anew with: vraagbaak rebuild"
    case .noGeneration(let path, let number?):
      "the index at \(path) has no generation \(number); see those that it has with: vraagbaak info"
    case .sourcesUnknown(let path):
      "what the index at \(path) was made of is lost; make it anew with: vraagbaak index --index \(Self.argument(path)) PATH"
    case .changedTooMuch(let changes, let limit):
      "not published: \(changes.changed.count) of \(changes.topics) topics have other first hits, more than \(Int((limit * 100).rounded())) %: "
        + changes.changed.map(\.id).joined(separator: ", ")
        + "; publish it all the same without --check"
    case .notEmpty(let path):
      "\(path) is there already and not empty; name another directory"
    case .cannotWatch(let path, let reason):
      "cannot watch \(path): \(reason)"
    case .locked(let path, let holder):
      "another process (\(holder)) is writing to the index at \(path); wait for it with --wait SECONDS"
    case .cannotWrite(let path, let reason):
      "cannot write \(path): \(reason)"
    case .noSuchSource(let path):
      "\(path): no such file or directory"
    case .nothingToIndex(let paths, let formats):
      "\(paths.joined(separator: ", ")): no documents here; files that can be read end in \(formats.map { "." + $0 }.joined(separator: ", "))"
    case .nothingIndexed(let reasons):
      "no document could be read, the index stays as it was: "
        + (reasons.first ?? "the sources are empty")
    case .noSuchDocument(let id):
      "no document has the id or number \(id); search for it with: vraagbaak search nr:\(id)"
    case .badSynonyms(let path, let line):
      "\(path):\(line): no synonyms; write them as: IMC = Interministeriële Conferentie"
    case .badTopics(let path, let line):
      "\(path):\(line): no topic; write one a line, as an id, a tab and a query"
    }
  }
}

extension IndexError {
  /// A path as it is typed: in quotation marks where a shell would take it apart.
  package static func argument(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+,@%".contains($0) }
    return isPlain ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
  }

  /// What Xapian said while an index was being written.
  init(_ error: XapianError, writing path: String) {
    self = .cannotWrite(path: path, reason: error.description)
  }

  /// What Xapian said while an index was being read.
  init(_ error: XapianError, reading path: String) {
    self = .damaged(path: path, reason: error.description)
  }
}
