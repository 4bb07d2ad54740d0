import HTTPTypes
import Hummingbird
import Vraagbaak

/// Runs endpoints: checks what a request gives, and answers "as it was" where that is so.
struct Dispatcher: Sendable {
  let library: Library

  func respond(to request: Request, _ context: BasicRequestContext, _ endpoint: Endpoint)
    async throws -> Response
  {
    let given = try parameters(of: request, context, endpoint)
    var state: IndexState?
    var tag: String?
    if endpoint.followsIndex {
      let current = try await library.state()
      state = current
      tag = library.entityTag(current)
      if let tag, let known = request.headers[.ifNoneMatch], Self.names(tag, in: known) {
        return Response(status: .notModified, headers: [.eTag: tag])
      }
    }
    let call = Call(library: library, request: request, given: given, state: state)
    do {
      var response = try await endpoint.respond(call)
      if response.status == .ok { response.headers[.eTag] = tag }
      return response
    } catch SearchError.index(.severalDocuments(let candidates)) {
      let paths = call.paths
      let documents = candidates.documents.map { document in
        var document = document
        document.source.replacePaths { paths.path($0) }
        return document
      }
      let told = Candidates(name: candidates.name, documents: documents)
      return try .json(Versioned(told), status: .multipleChoices)
    }
  }

  private func parameters(
    of request: Request, _ context: BasicRequestContext, _ endpoint: Endpoint
  ) throws(Problem) -> [String: String] {
    var given = try QueryString.parse(request.uri.query ?? "")
    let inPath = endpoint.pathParameters
    for name in given.keys.sorted() where !endpoint.passesOverUnknown {
      guard !inPath.contains(name), endpoint.parameters.contains(where: { $0.name == name }) else {
        let known = endpoint.parameters.map(\.name).filter { !inPath.contains($0) }
        throw .badParameter(
          WireFormat.line(name),
          known.isEmpty
            ? "this path takes no parameters"
            : "there is no such parameter; there are \(known.joined(separator: ", "))")
      }
    }
    for name in inPath {
      guard let text = context.parameters.get(name).flatMap({ QueryString.decode($0[...]) }) else {
        throw .badParameter(name, "this is no percent-encoded UTF-8")
      }
      given[name] = text
    }
    for parameter in endpoint.parameters {
      if let text = given[parameter.name] {
        try parameter.check(text)
      } else if parameter.isRequired {
        throw .badParameter(parameter.name, "this is needed: \(parameter.summary)")
      }
    }
    return given
  }

  /// Whether the header names the tag; a weak one is enough.
  private static func names(_ tag: String, in header: String) -> Bool {
    func strong(_ tag: some StringProtocol) -> String {
      tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : String(tag)
    }
    return header.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.contains {
      $0 == "*" || strong($0) == strong(tag)
    }
  }
}
