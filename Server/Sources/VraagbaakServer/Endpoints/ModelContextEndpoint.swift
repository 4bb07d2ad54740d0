import HTTPTypes
import Hummingbird
import ModelContext
import NIOCore
import Vraagbaak

/// The tools for language models, by the Model Context Protocol over HTTP without sessions: each message is a
/// request, and its answer comes at once.
///
/// Source: modelcontextprotocol.io, "Streamable HTTP" of the specification of 2025-06-18.
struct ModelContextEndpoint: EndpointGroup {
  func endpoints(_ library: Library) -> [Endpoint] {
    let tools = ToolServer(
      library.searcher, version: "1", deadline: library.limits.deadline)
    return [
      Endpoint(
        method: .post, path: "/mcp", name: "mcp", summary: "Tools for language models.",
        replies: [], followsIndex: false, isDescribed: false
      ) { call in
        try Self.check(call)
        let body: ByteBuffer
        do {
          body = try await call.request.body.collect(upTo: library.limits.body)
        } catch is NIOTooManyBytesError {
          throw Problem.bodyTooLarge(limit: library.limits.body)
        }
        guard let answer = await tools.answer(Array(body.readableBytesView)) else {
          return Response(status: .accepted)
        }
        return .bytes(answer, MediaType.json)
      }
    ]
  }

  private static func check(_ call: Call) throws(Problem) {
    let headers = call.request.headers
    // A page of a stranger would have to ask before it sends such a type.
    let type = headers[.contentType].map { MediaType.bare($0).filter { !$0.isWhitespace } }
    guard type?.lowercased() == MediaType.json else {
      throw Problem(.unsupportedMediaType, "a message is of the type application/json")
    }
    guard let origin = headers[.origin], !call.library.settings.origins.contains(origin) else {
      return
    }
    // The server's own pages.
    let host = call.request.head.authority ?? ""
    guard ["http://" + host, "https://" + host].contains(origin.lowercased()) else {
      throw Problem(.forbidden, "pages of this origin may not use the tools")
    }
  }
}
