import HTTPTypes
import Hummingbird

/// All that the server answers.
struct Endpoints: Sendable {
  /// What is added to the server is added here.
  private static let groups: [any EndpointGroup] = [
    SearchEndpoints(), DocumentEndpoints(), ExportEndpoints(), OperationEndpoints(),
    ModelContextEndpoint(), PageEndpoints(),
  ]

  let all: [Endpoint]

  init(_ library: Library) {
    let described = Self.groups.flatMap { $0.endpoints(library) }
    all =
      described + [
        Description.endpoint(of: described, hasToken: library.settings.token != nil)
      ]
  }

  func router(_ library: Library) -> Router<BasicRequestContext> {
    let router = Router(options: [.autoGenerateHeadEndpoints])
    router.add(middleware: AnswerMiddleware(library: library, endpoints: self))
    router.add(middleware: AccessMiddleware(library.settings, self))
    let dispatcher = Dispatcher(library: library)
    for endpoint in all {
      router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
        try await dispatcher.respond(to: request, context, endpoint)
      }
    }
    return router
  }

  /// The methods that a path has; nil where there is no such path.
  func methods(of path: String) -> String? {
    let methods = all.filter { $0.matches(path) }.map(\.method)
    guard !methods.isEmpty else { return nil }
    let readers = methods.contains(.get) ? ["GET", "HEAD"] : []
    return (readers + methods.filter { $0 != .get }.map(\.rawValue)).joined(separator: ", ")
  }

  /// Whether it is answered without the token.
  func isOpen(_ path: String) -> Bool {
    all.contains { $0.isOpen && $0.matches(path) }
  }
}
