import HTTPTypes
import Testing

@testable import VraagbaakServer

extension ServerTests {
  /// The tools for language models over HTTP.
  struct ModelContextTests {
    private static let documents = Result { try TestIndex() }
    private static let json: HTTPFields = [
      .contentType: "application/json", .accept: "application/json, text/event-stream",
    ]

    private static func search(_ query: String) -> String {
      """
      {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "search_questions", \
      "arguments": {"query": "\(query)"}}}
      """
    }

    @Test("A message is answered, a notification accepted, and nothing else is there")
    func messages() async throws {
      try await Self.documents.get().serve { server in
        let found = try await server.post("/mcp", Self.search("inburgering"), Self.json)
        #expect(found.status == .ok && found.headers[.contentType] == "application/json")
        #expect(found.text.contains("Inburgering in de gemeenten"))
        #expect(found.text.contains("\"isError\":false"))
        let note = try await server.post(
          "/mcp", #"{"jsonrpc": "2.0", "method": "notifications/initialized"}"#, Self.json)
        #expect(note.status == .accepted && note.body.isEmpty)
        let stream = try await server.get("/mcp", [.accept: "text/event-stream"])
        #expect(stream.status == .methodNotAllowed && stream.headers[.allow] == "POST")
      }
    }

    @Test("Pages of strangers, other types and large messages get nothing")
    func refused() async throws {
      try await Self.documents.get().serve { server in
        let message = Self.search("inburgering")
        let plain = try await server.post("/mcp", message, [.contentType: "text/plain"])
        #expect(plain.status == .unsupportedMediaType)
        var headers = Self.json
        headers[.origin] = "https://kwaad.example"
        #expect(try await server.post("/mcp", message, headers).status == .forbidden)
        headers[.origin] = "http://localhost:\(server.port)"
        #expect(try await server.post("/mcp", message, headers).status == .ok)
        let large = Self.search(String(repeating: "a", count: 70_000))
        #expect(try await server.post("/mcp", large, Self.json).status == .contentTooLarge)
      }
      var settings = ServerSettings()
      settings.token = BearerToken("geheim-geheim-geheim")
      try await Self.documents.get().serve(settings) { server in
        let response = try await server.post("/mcp", Self.search("inburgering"), Self.json)
        #expect(response.status == .unauthorized)
      }
    }

    @Test("Nothing of the machine is found out")
    func paths() async throws {
      let documents = try Self.documents.get()
      try await documents.serve { server in
        for query in ["bron:*", "inburgering", "bron:\(documents.directory)*"] {
          let response = try await server.post("/mcp", Self.search(query), Self.json)
          #expect(!response.text.contains("geheime-map"))
          #expect(response.text.contains("\"isError\":true") == query.hasPrefix("bron:"))
        }
      }
    }
  }
}
