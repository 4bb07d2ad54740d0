import CXapianShim

/// What Xapian threw: its type, its words, and whether reopening the database and trying again
/// helps.
public struct XapianError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One case for each of Xapian's exception types, and two.
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
    /// Memory ran out.
    case memory = "std::bad_alloc"
    /// Another exception that is not Xapian's.
    case standard = "std::exception"
    /// The caller's `StopFlag` was set.
    case stopped = "Stopped"
    /// A type that is none of these; `type` has its name.
    case other = ""
  }

  public let kind: Kind
  /// What the exception's type is called in C++.
  public let type: String
  public let message: String
  /// What Xapian was working on, often a path; may be empty.
  public let context: String
  /// The system's error number behind it, as `EMFILE`; nil where none is known.
  public let systemError: Int32?

  /// The database moved on under this reader: `reopen()` and the same call succeeds.
  public var isRetryableAfterReopen: Bool { kind == .databaseModified }

  public var description: String {
    "\(type): \(message)" + (context.isEmpty ? "" : " (\(context))")
  }

  init(type: String, message: String, context: String = "", systemError: Int32? = nil) {
    kind = Kind(rawValue: type) ?? .other
    self.type = type
    self.message = message
    self.context = context
    self.systemError = systemError
  }

  /// As Xapian would say it.
  public init(_ kind: Kind, _ message: String, systemError: Int32? = nil) {
    self.init(type: kind.rawValue, message: message, systemError: systemError)
  }

  static let stopped = XapianError(.stopped, "the caller wants no result any more")

  init(_ error: inout xap_error) {
    func text(_ pointer: UnsafePointer<CChar>?) -> String {
      pointer.map { String(cString: $0) } ?? ""
    }
    self.init(
      type: text(error.type), message: text(error.message), context: text(error.context),
      systemError: error.system_error == 0 ? nil : error.system_error)
    xap_error_clear(&error)
  }
}

/// A document's id, or the number of a slot or of documents, as the engine has it.
/// - Throws: `.invalidArgument` for a number that it cannot have.
func engineNumber(_ number: Int) throws(XapianError) -> UInt32 {
  guard let number = UInt32(exactly: number) else {
    throw XapianError(.invalidArgument, "\(number) is out of range")
  }
  return number
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
