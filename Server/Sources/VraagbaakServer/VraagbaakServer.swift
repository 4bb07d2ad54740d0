import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals
import Vraagbaak

/// Answers searches over HTTP.
///
/// ```swift
/// let server = try VraagbaakServer(Index(at: path), ServerSettings(), logger: Logger(label: "vraagbaak"))
/// try await server.run()
/// ```
///
/// It follows the index: updates and new generations are answered from as soon as they are there.
public struct VraagbaakServer: Sendable {
  private let library: Library
  private let settings: ServerSettings

  /// - Throws: `IndexError`.
  public init(_ index: Index, _ settings: ServerSettings = ServerSettings(), logger: Logger)
    throws(IndexError)
  {
    self.settings = settings
    library = try Library(index, settings, logger: logger)
  }

  /// The server, for a group of services.
  /// - Parameter onListening: called with the port, once requests are taken.
  public func application(onListening: @escaping @Sendable (Int) async -> Void = { _ in })
    -> some ApplicationProtocol
  {
    let limits = settings.limits
    return Application(
      router: Endpoints(library).router(library),
      server: HTTPServerBuilder { GuardedConnection(responder: $0, limits: limits) },
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), backlog: 1_024,
        availableConnectionsDelegate: .maximum(limits.connections, logger: library.logger)),
      onServerRunning: { [port = settings.port] channel in
        _ = try? await library.state()
        await onListening(channel.localAddress?.port ?? port)
      },
      logger: library.logger)
  }

  /// Serves until the process is told to end (SIGTERM, SIGINT), and then until what is under way is
  /// answered.
  /// - Throws: where it cannot listen.
  public func run(onListening: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
    var configuration = ServiceGroupConfiguration(
      services: [application(onListening: onListening)],
      gracefulShutdownSignals: [.sigterm, .sigint], logger: library.logger)
    configuration.maximumGracefulShutdownDuration = settings.limits.draining
    try await ServiceGroup(configuration: configuration).run()
  }
}
