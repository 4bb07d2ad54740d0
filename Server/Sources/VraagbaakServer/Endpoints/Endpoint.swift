import HTTPTypes
import Hummingbird
import ModelContext
import Vraagbaak

/// One thing that can be asked for: all that the router, the check of requests and `/openapi.json` need.
struct Endpoint: Sendable {
  var method = HTTPRequest.Method.get
  /// With names of parameters in braces: `/v1/documents/{id}`.
  let path: String
  /// For programs that are generated from the description.
  let name: String
  let summary: String
  var parameters: [any AnyParameter] = []
  /// What is answered where all is well.
  let replies: [Reply]
  /// Whether the answer stays the same while the index does.
  var followsIndex = true
  /// Whether it is answered without the token.
  var isOpen = false
  /// Whether it stands in `/openapi.json`.
  var isDescribed = true
  /// Whether parameters that it does not know are passed over: links that people share gather them.
  var passesOverUnknown = false
  let respond: @Sendable (Call) async throws -> Response

  /// A kind of answer.
  struct Reply: Sendable {
    var status = 200
    let summary: String
    /// JSON Schema of each media type.
    let types: [String: JSONValue]

    /// JSON of a shape that `schemas.json` describes.
    static func json(_ shape: String, _ summary: String, status: Int = 200) -> Reply {
      Reply(status: status, summary: summary, types: [MediaType.json: described(shape)])
    }

    /// Text of other types, and JSON of other types by its shape.
    static func other(_ types: String..., summary: String, shapes: [String: String] = [:]) -> Reply
    {
      let text: JSONValue = ["type": "string"]
      var described = shapes.mapValues(described)
      for type in types { described[MediaType.bare(type)] = text }
      return Reply(summary: summary, types: described)
    }

    private static func described(_ shape: String) -> JSONValue {
      ["$ref": .string("#/components/schemas/" + shape)]
    }
  }

  /// The names in braces.
  var pathParameters: [String] {
    path.split(separator: "/").compactMap { part in
      part.hasPrefix("{") && part.hasSuffix("}") ? String(part.dropFirst().dropLast()) : nil
    }
  }

  /// Whether a path of a request is one of its paths.
  func matches(_ path: String) -> Bool {
    let own = self.path.split(separator: "/")
    let asked = path.split(separator: "/")
    return own.count == asked.count
      && zip(own, asked).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}

/// What belongs together, as the pages or the tools do.
protocol EndpointGroup: Sendable {
  func endpoints(_ library: Library) -> [Endpoint]
}

/// A request whose parameters were checked.
struct Call: Sendable {
  let library: Library
  let request: Request
  let given: [String: String]
  /// Of the index when it came; nil for what does not follow the index.
  let state: IndexState?

  /// How files are named.
  var paths: PublicPaths { state.map(library.publicPaths) ?? PublicPaths(roots: []) }

  /// - Throws: where it is needed and not given.
  func value<Value>(_ parameter: Parameter<Value>) throws(Problem) -> Value {
    guard let value = given[parameter.name].flatMap(parameter.read) ?? parameter.fallback else {
      throw .badParameter(parameter.name, "this is needed: \(parameter.expected)")
    }
    return value
  }

  /// Nil where it is not given.
  func optional<Value>(_ parameter: Parameter<Value>) -> Value? {
    given[parameter.name].flatMap(parameter.read)
  }

  func has(_ parameter: some AnyParameter) -> Bool { given[parameter.name] != nil }
}
