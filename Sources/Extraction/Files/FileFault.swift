import SystemPackage

/// Why the system did not do something with a file.
public struct FileFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The system's number, as `ENOENT`.
  public let code: Int32

  public init(_ code: Int32) { self.code = code }

  /// What a call of swift-system threw.
  package init(_ error: any Error) { code = (error as? Errno)?.rawValue ?? Errno.ioError.rawValue }

  /// In the system's words: "No such file or directory".
  public var description: String { Errno(rawValue: code).description }
}
