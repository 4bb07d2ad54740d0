import HTTPTypes
import Hummingbird

/// Who may ask: by the server's name, with its token where it has one; and which pages of others may read
/// what is answered.
struct AccessMiddleware: RouterMiddleware {
  private let settings: ServerSettings
  private let hosts: HostNames
  private let endpoints: Endpoints

  init(_ settings: ServerSettings, _ endpoints: Endpoints) {
    self.settings = settings
    self.endpoints = endpoints
    hosts = HostNames(settings)
  }

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    try checkHost(of: request)
    try checkBody(of: request)
    let origin = request.headers[.origin].flatMap { settings.origins.contains($0) ? $0 : nil }
    if let origin, request.method == .options,
      request.headers[.accessControlRequestMethod] != nil
    {
      return Response(status: .noContent, headers: preflight(origin))
    }
    var response: Response
    do {
      try checkToken(of: request)
      response = try await next(request, context)
    } catch {
      guard let origin, var problem = error as? Problem else { throw error }
      problem.headers.merge(shared(with: origin))
      throw problem
    }
    if let origin {
      for field in shared(with: origin) { response.headers[field.name] = field.value }
    }
    return response
  }

  private func checkHost(of request: Request) throws(Problem) {
    // HTTP/1.1 demands one; without it nobody knows whom the request was meant for.
    guard let host = request.head.authority, !host.isEmpty else {
      throw .badHost("it names none")
    }
    guard hosts.contains(host) else { throw .misdirected }
  }

  private func checkBody(of request: Request) throws(Problem) {
    let limit = settings.limits.body
    if request.headers[.transferEncoding] != nil, request.method != .post {
      throw .bodyTooLarge(limit: limit)
    }
    guard let length = request.headers[.contentLength] else { return }
    guard let length = Int(length), length <= limit else { throw .bodyTooLarge(limit: limit) }
  }

  private func checkToken(of request: Request) throws(Problem) {
    guard let token = settings.token, !endpoints.isOpen(request.uri.path) else { return }
    guard token.admits(request.headers[.authorization]) else { throw .unauthorized }
  }

  private func shared(with origin: String) -> HTTPFields {
    [
      .accessControlAllowOrigin: origin, .crossOriginResourcePolicy: "cross-origin",
      .accessControlExposeHeaders: "ETag, Link, Retry-After",
    ]
  }

  private func preflight(_ origin: String) -> HTTPFields {
    [
      .accessControlAllowOrigin: origin, .accessControlAllowMethods: "GET, HEAD, POST",
      .accessControlAllowHeaders:
        "Authorization, If-None-Match, Content-Type, MCP-Protocol-Version",
      .accessControlMaxAge: "600",
    ]
  }
}
