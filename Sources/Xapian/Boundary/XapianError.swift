import CXapianShim

/// What Xapian threw: its type, its words, and whether reopening the database and trying again helps.
public struct XapianError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One case for each of Xapian's exception types.
  public enum Kind: String, Sendable, CaseIterable {
    case assertion = "AssertionError"
    case databaseClosed = "DatabaseClosedError"
    case databaseCorrupt = "DatabaseCorruptError"
    case databaseCreate = "DatabaseCreateError"
    case database = "DatabaseError"
    case databaseLock = "DatabaseLockError"
    case databaseModified = "DatabaseModifiedError"
    case databaseNotFound = "DatabaseNotFoundError"
    case databaseOpening = "DatabaseOpeningError"
    case databaseVersion = "DatabaseVersionError"
    case documentNotFound = "DocNotFoundError"
    case featureUnavailable = "FeatureUnavailableError"
    case internalError = "InternalError"
    case invalidArgument = "InvalidArgumentError"
    case invalidOperation = "InvalidOperationError"
    case logic = "LogicError"
    case network = "NetworkError"
    case networkTimeout = "NetworkTimeoutError"
    case queryParser = "QueryParserError"
    case range = "RangeError"
    case runtime = "RuntimeError"
    case serialisation = "SerialisationError"
    case unimplemented = "UnimplementedError"
    case wildcard = "WildcardError"
    /// An exception that is not Xapian's, such as one for memory that ran out.
    case standard = "std::exception"
  }

  public let kind: Kind
  public let message: String
  /// What Xapian was working on, often a path; may be empty.
  public let context: String
  /// The system's error number behind it, as `EMFILE`; nil where none is known.
  public let systemError: Int32?

  /// The database moved on under this reader: `reopen()` and the same call succeeds.
  public var isRetryableAfterReopen: Bool { kind == .databaseModified }

  public var description: String {
    "\(kind.rawValue): \(message)" + (context.isEmpty ? "" : " (\(context))")
  }

  init(_ error: inout xap_error) {
    kind = Kind(rawValue: Self.text(error.type)) ?? .standard
    message = Self.text(error.message)
    context = Self.text(error.context)
    systemError = error.system_error == 0 ? nil : error.system_error
    xap_error_clear(&error)
  }

  /// As Xapian would say it.
  public init(_ kind: Kind, _ message: String, systemError: Int32? = nil) {
    self.kind = kind
    self.message = message
    self.systemError = systemError
    context = ""
  }

  private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}

/// Runs a call of the shim; false becomes a thrown error.
func attempt(_ call: (inout xap_error) -> Bool) throws(XapianError) {
  var error = xap_error()
  guard call(&error) else { throw XapianError(&error) }
}

/// Runs a call that makes a handle; nil becomes a thrown error.
func attemptHandle(_ call: (inout xap_error) -> OpaquePointer?) throws(XapianError)
  -> OpaquePointer
{
  var error = xap_error()
  guard let handle = call(&error) else { throw XapianError(&error) }
  return handle
}

/// Runs a call that fills a block; the block is freed when it was read.
func attemptBlock<Result>(
  _ call: (inout xap_block, inout xap_error) -> Bool, read: (inout BlockReader) -> Result
) throws(XapianError) -> Result {
  var block = xap_block()
  var error = xap_error()
  guard call(&block, &error) else { throw XapianError(&error) }
  defer { xap_block_free(&block) }
  var reader = BlockReader(UnsafeRawBufferPointer(start: block.data, count: block.size))
  return read(&reader)
}
