import SystemPackage

/// Why the system did not do something with a file.
public struct FileFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The system's number, as `ENOENT`; -1 where the system has no objection.
  public let code: Int32

  /// A pipe, a socket or a device: to open it may take for ever.
  public static let noRegularFile = FileFault(-1)

  public init(_ code: Int32) { self.code = code }

  /// What a call of swift-system threw.
  package init(_ error: any Error) { code = (error as? Errno)?.rawValue ?? Errno.ioError.rawValue }

  /// In the system's words: "No such file or directory".
  public var description: String {
    self == .noRegularFile
      ? "it is a pipe or a device; give what it says on standard input, as -"
      : Errno(rawValue: code).description
  }
}
