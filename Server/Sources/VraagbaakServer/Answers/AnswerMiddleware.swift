import HTTPTypes
import Hummingbird
import Vraagbaak

/// The outermost: makes an answer of every error, gives all of them their headers, and counts them.
struct AnswerMiddleware: RouterMiddleware {
  let library: Library
  let endpoints: Endpoints

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      let problem = problem(error, request, context)
      response =
        ErrorPage.isWanted(request)
        ? ErrorPage.response(problem, request) : Response(problem)
    }
    // What is as it was keeps the headers that it came with: those of a page are others.
    if response.status != .notModified { response.headers.merge(SecurityHeaders.ofData) }
    if response.headers[.cacheControl] == nil {
      let isTag = response.headers[.eTag] != nil
      response.headers[.cacheControl] =
        isTag ? (library.settings.token == nil ? "no-cache" : "private, no-cache") : "no-store"
    }
    response.headers[.vary] =
      library.settings.origins.isEmpty ? "Accept-Encoding" : "Accept-Encoding, Origin"
    if request.method == .head { response.headers[.identity] = "1" }
    let route = context.endpointPath.flatMap { $0 == "NotFound" ? nil : $0 } ?? "other"
    library.metrics.count(route, status: response.status.code, start.duration(to: .now))
    return response
  }

  private func problem(_ error: any Error, _ request: Request, _ context: BasicRequestContext)
    -> Problem
  {
    switch error {
    case let error as Problem: return error
    case let error as SearchError:
      if case .index(let error) = error, !error.isAboutDocuments {
        library.logger.error("index: \(error)")
      }
      return Problem(error)
    case let error as HTTPError where error.status == .notFound:
      return endpoints.methods(of: request.uri.path).map(Problem.methodNotAllowed) ?? .notFound
    case let error as HTTPError: return Problem(error.status, error.body ?? "")
    default:
      library.logger.error("\(request.method) \(context.endpointPath ?? "?"): \(type(of: error))")
      return .internalError
    }
  }
}

extension IndexError {
  /// Whether the request is to blame for it.
  fileprivate var isAboutDocuments: Bool {
    switch self {
    case .noSuchDocument, .severalDocuments: true
    default: false
    }
  }
}
