import DutchText
import Extraction
import SystemPackage
import Xapian

/// What keeps an index from being opened or written: all that the functions of `Index` throw.
///
/// ```swift
/// do throws(IndexError) {
///   try index.update()
/// } catch .damaged {
///   try index.rollback()
/// } catch {
///   print(error)  // One line: what happened, and where.
/// }
/// ```
public enum IndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nothing is built at this place yet.
  case noIndex(path: String)
  /// Files of the index are missing, damaged or made by another program.
  case damaged(path: String, reason: String)
  /// The system does not let it be read now: open files or memory ran out, or rights are missing.
  /// Nothing says that it is damaged.
  case unavailable(path: String, reason: String)
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
  /// Patterns of paths that no file matches.
  case noMatch(patterns: [String])
  /// Every record was skipped; the index stays as it was.
  case nothingIndexed([BuildSummary.Skip])
  case noSuchDocument(id: String)
  /// It is the number, or the end of the id, of all of these.
  case severalDocuments(Candidates)
  /// A line of a file of topics that is none.
  case badTopics(path: String, line: Int)

  public var description: String {
    switch self {
    case .noIndex(let path):
      "no index at \(path)"
    case .damaged(let path, let reason):
      "the index at \(path) is damaged: \(reason)"
    case .unavailable(let path, let reason):
      "\(path) cannot be read now: \(reason)"
    case .otherSchema(let path, let found, let expected):
      "the index at \(path) has schema \(found), this program reads schema \(expected)"
    case .otherFingerprint(let path, let difference):
      "the index at \(path) cannot be updated: \(difference)"
    case .noGeneration(let path, nil):
      "the index at \(path) has no earlier generation that can be read"
    case .noGeneration(let path, let number?):
      "the index at \(path) has no generation \(number)"
    case .sourcesUnknown(let path):
      "what the index at \(path) was made of is lost"
    case .changedTooMuch(let changes, let limit):
      "not published: \(changes.changed.count) of \(changes.topics) topics have other first hits, more than \(Int((limit * 100).rounded())) %: "
        + changes.changed.map(\.id).joined(separator: ", ")
    case .notEmpty(let path):
      "\(path) is there already and not empty; name another directory"
    case .cannotWatch(let path, let reason):
      "cannot watch \(path): \(reason)"
    case .locked(let path, let holder):
      "another process (\(holder)) is writing to the index at \(path)"
    case .cannotWrite(let path, let reason):
      "cannot write \(path): \(reason)"
    case .noSuchSource(let path):
      "\(path): no such file or directory"
    case .nothingToIndex(let paths, let formats):
      "\(paths.joined(separator: ", ")): no documents here; files that can be read end in \(formats.map { "." + $0 }.joined(separator: ", ")), or are archives of such"
    case .noMatch(let patterns):
      "\(patterns.joined(separator: ", ")): no file that can be read matches; * and ? stand for characters without a slash, ** for directories, [abc] for one character"
    case .nothingIndexed(let skipped):
      "no document could be read, the index stays as it was: "
        + (skipped.first?.description ?? "the sources are empty")
    case .noSuchDocument(let id):
      "there is no document \(id)"
    case .severalDocuments(let candidates):
      candidates.description
    case .badTopics(let path, let line):
      "\(path):\(line): no topic; write one a line, as an id, a tab and a query, in UTF-8"
    }
  }
}

extension IndexError {
  /// What went wrong while an index was being written.
  init(_ error: any Error, writing path: String) {
    self = error as? IndexError ?? .cannotWrite(path: path, reason: Self.reason(error))
  }

  /// In words for people: only errors of this program's own have such.
  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as XapianError: error.description
    case let error as FileFault: error.description
    case let error as Errno: error.description
    case let error as LexiconError: error.description
    case let error as QueryError: error.description
    case is CancellationError: "it was cancelled"
    default: "an unexpected \(type(of: error))"
    }
  }

  /// What Xapian said while an index was being read.
  init(_ error: XapianError, reading path: String) {
    self =
      error.isShortage
      ? .unavailable(path: path, reason: error.description)
      : .damaged(path: path, reason: error.description)
  }

  /// Why a file of an index could not be read.
  /// - Parameter name: the file's, for people.
  init(_ fault: FileFault, reading path: String, _ name: String) {
    self =
      if fault.isShortage {
        .unavailable(path: path, reason: "\(name): \(fault)")
      } else if fault.isAbsence {
        .damaged(path: path, reason: "\(name) is missing")
      } else {
        .damaged(path: path, reason: "\(name): \(fault)")
      }
  }

  /// Why a file that the user names could not be read.
  init(_ fault: FileFault, source path: String) {
    self =
      fault.isAbsence
      ? .noSuchSource(path: path) : .unavailable(path: path, reason: fault.description)
  }

  init(_ error: LexiconError, reading path: String) {
    if case .unreadable(_, let code) = error {
      self.init(FileFault(code), reading: path, Generation.lexiconName)
    } else {
      self = .damaged(path: path, reason: error.description)
    }
  }
}

extension XapianError {
  /// Whether it is for lack of open files, memory, room or rights.
  var isShortage: Bool { systemError.map { FileFault($0).isShortage } ?? false }
}
