import Hummingbird
import ModelContext
import Vraagbaak

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `/openapi.json`: made of the endpoints themselves, and of the shapes in `schemas.json`.
struct Description: Sendable {
  let endpoints: [Endpoint]
  let hasToken: Bool

  /// The endpoint that answers it.
  static func endpoint(of endpoints: [Endpoint], hasToken: Bool) -> Endpoint {
    let reply = Endpoint.Reply(
      summary: "In OpenAPI 3.1.", types: [MediaType.json: ["type": "object"]])
    let own = Endpoint(
      path: "/openapi.json", name: "description", summary: "This description.", replies: [reply],
      followsIndex: false
    ) { _ in .bytes([], MediaType.json) }
    let description = Description(endpoints: endpoints + [own], hasToken: hasToken)
    // Only text and numbers that are finite.
    let bytes = (try? WireFormat.encode(description.json)) ?? []
    return Endpoint(
      path: own.path, name: own.name, summary: own.summary, replies: own.replies,
      followsIndex: false
    ) { _ in .bytes(bytes, MediaType.json) }
  }

  var json: JSONValue {
    var paths: [String: [String: JSONValue]] = [:]
    for endpoint in endpoints where endpoint.isDescribed {
      let method = endpoint.method.rawValue.lowercased()
      paths[endpoint.path, default: [:]][method] = operation(endpoint)
    }
    var components: [String: JSONValue] = ["schemas": Self.shapes]
    if hasToken {
      components["securitySchemes"] = ["token": ["type": "http", "scheme": "bearer"]]
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Vraagbaak", "version": "1",
        "description": "Full-text search for Dutch written questions and the answers to them.",
        "license": ["name": "GPL-2.0-or-later", "identifier": "GPL-2.0-or-later"],
      ],
      "paths": .object(paths.mapValues { .object($0) }),
      "components": .object(components),
    ]
  }

  private func operation(_ endpoint: Endpoint) -> JSONValue {
    let names = endpoint.pathParameters
    var replies: [String: JSONValue] = [:]
    for reply in endpoint.replies {
      let types = reply.types.mapValues { schema in JSONValue.object(["schema": schema]) }
      replies[String(reply.status)] = [
        "description": .string(reply.summary), "content": .object(types),
      ]
    }
    if endpoint.followsIndex { replies["304"] = ["description": "It is as it was."] }
    for (status, reason) in Self.problems(endpoint, hasToken: hasToken) {
      replies[status] = [
        "description": .string(reason),
        "content": [MediaType.problem: ["schema": ["$ref": "#/components/schemas/Problem"]]],
      ]
    }
    var operation: [String: JSONValue] = [
      "operationId": .string(endpoint.name), "summary": .string(endpoint.summary),
      "responses": .object(replies),
      "parameters": .array(
        endpoint.parameters.map { parameter in
          let isInPath = names.contains(parameter.name)
          var described: [String: JSONValue] = [
            "name": .string(parameter.name), "in": isInPath ? "path" : "query",
            "description": .string(parameter.summary), "schema": parameter.schema,
            "required": .bool(isInPath || parameter.isRequired),
          ]
          // Elements with commas between them.
          if parameter.schema["type"] == "array" {
            described["style"] = "form"
            described["explode"] = false
          }
          return .object(described)
        }),
    ]
    if hasToken, !endpoint.isOpen { operation["security"] = [["token": []]] }
    return .object(operation)
  }

  private static func problems(_ endpoint: Endpoint, hasToken: Bool) -> [(String, String)] {
    var problems = [
      ("400", "A parameter that is unknown, missing or not what it has to be."),
      ("405", "Another method."), ("413", "A body that is too large."),
      ("414", "A path and query that are too long."),
      ("421", "A Host that the server does not answer for."),
      ("431", "Headers that are too large."), ("500", "A fault of the server."),
      ("503", "Too much at once, or a search that takes too long."),
    ]
    if hasToken, !endpoint.isOpen { problems.append(("401", "No token, or another one.")) }
    if !endpoint.pathParameters.isEmpty { problems.append(("404", "There is no such document.")) }
    if endpoint.parameters.contains(where: { $0.name == "q" }) {
      problems.append(("422", "A query that the query language refuses."))
    }
    return problems
  }

  private static let shapes: JSONValue = {
    // The resource is the project's own, and a test reads it.
    (try? JSONDecoder().decode(JSONValue.self, from: Data(PackageResources.schemas_json))) ?? [:]
  }()
}
