import ArgumentParser
import Glibc
import Vraagbaak
import WrittenQuestions

/// What the process says when it ends.
enum ExitStatus {
  static let noResults: Int32 = 1
  static let usage: Int32 = 2
  static let noIndex: Int32 = 3

  /// One line on standard error and the fitting status; help and version go to standard output.
  static func end(with error: any Error) -> Never {
    if let status = error as? ExitCode { exit(status.rawValue) }
    if VraagbaakCommand.exitCode(for: error).isSuccess { VraagbaakCommand.exit(withError: error) }
    switch error {
    case let error as QueryError: fail(error.description, usage)
    case let error as FieldMappingError: fail(error.description, usage)
    case let error as IndexError: fail(error.description, status(of: error))
    case SearchError.query(let error): fail(error.description, usage)
    case SearchError.index(let error): fail(error.description, status(of: error))
    default:
      fail(VraagbaakCommand.message(for: error) + "; see vraagbaak help", usage)
    }
  }

  private static func fail(_ message: String, _ status: Int32) -> Never {
    Terminal.warn(message)
    exit(status)
  }

  private static func status(of error: IndexError) -> Int32 {
    switch error {
    case .noIndex, .severalIndexes, .damaged, .otherSchema, .otherFingerprint, .noGeneration,
      .sourcesUnknown, .locked, .cannotWrite:
      noIndex
    case .noSuchSource, .nothingToIndex, .nothingIndexed, .notEmpty, .badSynonyms, .badTopics,
      .cannotWatch:
      usage
    case .noSuchDocument, .changedTooMuch: noResults
    }
  }
}
