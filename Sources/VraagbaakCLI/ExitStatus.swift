import ArgumentParser
import Glibc
import Vraagbaak
import WrittenQuestions

/// What the process says when it ends.
enum ExitStatus {
  static let noResults: Int32 = 1
  static let usage: Int32 = 2
  /// No such index, or one that cannot be read or written; nor can what is printed.
  static let noIndex: Int32 = 3

  /// One line on standard error and the fitting status; help and version go to standard output.
  static func end(with error: any Error) -> Never {
    if let status = error as? ExitCode { end(status.rawValue) }
    if VraagbaakCommand.exitCode(for: error).isSuccess {
      StandardOutput.write(VraagbaakCommand.fullMessage(for: error) + "\n")
      end(0)
    }
    switch error {
    case SearchError.query(let error): end(with: error)
    case SearchError.index(let error): end(with: error)
    case AlertsError.index(let error): end(with: error)
    case AlertsError.search(let error): end(with: error)
    case let error as AlertsError: fail(error.description, status(of: error))
    case let error as QueryError: fail(error.description, usage)
    case let error as FieldMappingError: fail(error.description, usage)
    case let error as IndexError:
      if case .severalDocuments(let found) = error { DocumentOutput.warn(of: found.documents) }
      fail(error.description, status(of: error), advice: error.advice)
    case let error as CitationError: fail(error.description, noResults)
    case let error as SeveralIndexes: fail(error.description, noIndex, advice: error.advice)
    case let error as SearchError: fail(error.description, noIndex)
    case let error where VraagbaakCommand.exitCode(for: error) == .validationFailure:
      fail(VraagbaakCommand.message(for: error) + "; see vraagbaak help", usage)
    default: fail("stopped by an unexpected \(type(of: error))", noIndex)
    }
  }

  private static func fail(_ message: String, _ status: Int32, advice: String? = nil) -> Never {
    Terminal.warn(message, advice: advice)
    end(status)
  }

  private static func end(_ status: Int32) -> Never {
    StandardOutput.flush()
    exit(status)
  }

  private static func status(of error: AlertsError) -> Int32 {
    switch error {
    case .badFile, .badAddress: usage
    case .badState, .busy, .index, .search: noIndex
    }
  }

  private static func status(of error: IndexError) -> Int32 {
    switch error {
    case .noIndex, .damaged, .unavailable, .otherSchema, .otherFingerprint, .noGeneration,
      .sourcesUnknown, .locked, .cannotWrite:
      noIndex
    case .noSuchSource, .nothingToIndex, .noMatch, .nothingIndexed, .notEmpty, .badTopics,
      .cannotWatch, .severalDocuments:
      usage
    case .noSuchDocument, .changedTooMuch: noResults
    }
  }
}
