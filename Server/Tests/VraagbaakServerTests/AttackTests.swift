import Foundation
import Hummingbird
import Testing
import Vraagbaak

@testable import VraagbaakServer

extension ServerTests {
  /// What attackers get.
  struct AttackTests {
    private static let documents = Result { try TestIndex() }

    private func serve(
      _ settings: ServerSettings = ServerSettings(),
      _ test: @Sendable (TestServer) async throws -> Void
    ) async throws {
      try await Self.documents.get().serve(settings, test)
    }

    @Test(
      "A page of a stranger whose name points to this machine gets nothing",
      arguments: [
        ("localhost", 200), ("LOCALHOST:9000", 200), ("127.0.0.1:8080", 200), ("[::1]:8080", 200),
        ("127.8.9.1", 200), ("localhost.", 200), ("kwaad.example", 421),
        ("localhost.kwaad.example", 421),
        ("127.0.0.1.kwaad.example", 421), ("kwaad.example:8080", 421), ("192.168.1.4", 421),
        ("0.0.0.0", 421), ("[::1", 421), ("@localhost", 421),
      ])
    func rebinding(host: String, status: Int) async throws {
      try await serve { server in
        let answer = try await server.raw(
          "GET /v1/count HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(host)")
        #expect(answer.contains("\"total\"") == (status == 200))
      }
    }

    @Test("Names that are allowed are answered for, and addresses where it listens to all")
    func hosts() {
      var settings = ServerSettings()
      settings.allowedHosts = ["vragen.example"]
      #expect(HostNames(settings).contains("Vragen.Example:443"))
      #expect(!HostNames(settings).contains("kwaad.vragen.example"))
      settings.host = "0.0.0.0"
      #expect(HostNames(settings).contains("10.1.2.3:8080"))
      #expect(HostNames(settings).contains("[2001:db8::1]:8080"))
      #expect(!HostNames(settings).contains("kwaad.example"))
      #expect(!settings.isLoopback)
      settings.host = "192.168.1.4"
      #expect(HostNames(settings).contains("192.168.1.4") && !settings.isLoopback)
      #expect(!HostNames(settings).contains("localhost"))
    }

    @Test("A request without a Host, or with two, is none")
    func noHost() async throws {
      try await serve { server in
        for headers in ["", "Host: localhost\r\nHost: kwaad.example\r\n", "Host: \r\n"] {
          let answer = try await server.raw(
            "GET /v1/count HTTP/1.1\r\n\(headers)Connection: close\r\n\r\n")
          #expect(answer.hasPrefix("HTTP/1.1 400 "))
          #expect(answer.contains("application/problem+json"))
        }
      }
    }

    @Test(
      "What is no request is told so in one answer, and the connection is closed",
      arguments: [
        ("GARBAGE\r\n\r\n", 501), ("GET / HTTP/9.9\r\n\r\n", 400),
        ("GET / HTTP/1.1\nHost localhost\n\n", 400),
        (
          "GET /v1/count?\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: localhost\r\n\r\n",
          414
        ),
        (
          "GET / HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "a", count: 17_000))\r\n\r\n",
          431
        ),
        (
          "GET / HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: "X: a\r\n", count: 101)
            + "\r\n", 431
        ),
        (
          "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400
        ),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400),
      ])
    func malformed(request: String, status: Int) async throws {
      try await serve { server in
        let answer = try await server.raw(request)
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(40))")
        #expect(answer.contains("application/problem+json"))
        #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
        #expect(!answer.hasSuffix("…"))
      }
    }

    @Test("A request that hides another in its body has one answer")
    func smuggling() async throws {
      try await serve { server in
        for smuggled in [
          "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
          "Transfer-Encoding: chunked\r\n\r\nzz\r\nGET /v1/count HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "Transfer-Encoding: gzip, chunked, gzip\r\n\r\nGET /v1/count HTTP/1.1\r\nHost: localhost\r\n\r\n",
        ] {
          let answer = try await server.raw(
            "POST /v1/count HTTP/1.1\r\nHost: localhost\r\n" + smuggled, patience: 3)
          #expect(answer.components(separatedBy: "HTTP/1.1 ").count <= 2, "\(smuggled)")
          #expect(!answer.contains("\"total\""))
        }
      }
    }

    @Test("A body that is too large is refused before it is sent")
    func body() async throws {
      try await serve { server in
        let answer = try await server.raw(
          "GET /v1/count HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\nabc",
          patience: 2)
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        let chunked = try await server.raw(
          "GET /v1/count HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
          patience: 2)
        #expect(chunked.hasPrefix("HTTP/1.1 413 "))
      }
    }

    @Test(
      "Parameters outside of what the description allows are refused",
      arguments: [
        "limit=0", "limit=101", "limit=-1", "limit=1e2", "limit=%2B5", "limit=99999999999999999999",
        "limit=",
        "offset=10001", "offset=-1", "sort=naam", "kind=alles", "facets=", "facets=naam",
        "facets=jaar,jaar",
        "passages=2", "explain=ja", "onbekend=1", "q=twee", "cursor=", "q=%ff", "limit=5&limit=6",
      ])
    func parameters(parameter: String) async throws {
      try await serve { server in
        let response = try await server.get("/v1/search?q=fietspaden&" + parameter)
        #expect(response.status == .badRequest, "\(parameter)")
        #expect(response.headers[.contentType] == "application/problem+json")
      }
    }

    @Test("Queries that cost too much, or ask for files, are refused")
    func costly() async throws {
      try await serve { server in
        let long = String(repeating: "a+", count: 1_500)
        #expect(try await server.get("/v1/search?q=" + long).status == .badRequest)
        let nested = String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40)
        #expect(try await server.get("/v1/search?q=" + nested).status == .unprocessableContent)
        for query in ["bron:x", "fietspaden%20AND%20(a%20OR%20bron:%2Ftmp*)", "-source:a%20b"] {
          let response = try await server.get("/v1/count?q=" + query)
          #expect(response.status == .unprocessableContent, "\(query)")
        }
      }
    }

    @Test("A search that takes too long, or comes when too many wait, may come again later")
    func busy() async throws {
      var settings = ServerSettings()
      settings.limits.deadline = .nanoseconds(1)
      try await serve(settings) { server in
        let response = try await server.get("/v1/search?q=fietspaden")
        #expect(response.status == .serviceUnavailable)
        #expect(response.headers[.retryAfter] == "1")
      }
      settings = ServerSettings()
      settings.limits.searches = 1
      settings.limits.waiting = 0
      try await serve(settings) { server in
        let port = server.port
        let statuses = try await withThrowingTaskGroup(of: String.self) { group in
          for _ in 0..<16 {
            group.addTask {
              try await RawConnection.answer(
                to: "GET /v1/facets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                port: port,
                patience: 10)
            }
          }
          return try await group.reduce(into: [String]()) { $0.append(String($1.prefix(12))) }
        }
        #expect(Set(statuses).isSubset(of: ["HTTP/1.1 200", "HTTP/1.1 503"]))
        #expect(statuses.contains("HTTP/1.1 503"))
      }
    }

    @Test("No answer names a path of the machine")
    func paths() async throws {
      let documents = try Self.documents.get()
      try await documents.serve { server in
        for uri in [
          "/v1/search?q=inburgering&explain=1", "/v1/search?q=*&passages=1&limit=100",
          "/v1/search.csv?q=*",
          "/v1/search.atom?q=*", "/v1/documents/inburgering", "/v1/documents/niets",
          "/v1/documents/inburgering/citation", "/v1/similar/oud%2F7", "/v1/facets",
          "/v1/suggest?q=geheime",
          "/openapi.json", "/metrics", "/healthz", "/v1/documents/..%2F..%2Fetc%2Fpasswd",
          "/../../etc/passwd",
        ] {
          let text = try await server.get(uri).text
          #expect(!text.contains("geheime-map"), "\(uri)")
          #expect(!text.contains(documents.directory) && !text.contains("root:"), "\(uri)")
        }
        let document = try await server.json("/v1/documents/inburgering")
        #expect((document["source"] as? [String: Any])?["path"] as? String == "vragen.jsonl")
      }
      let errors: [IndexError] = [
        .unavailable(path: "/geheim", reason: "x"), .damaged(path: "/geheim", reason: "x"),
        .noIndex(path: "/geheim"), .cannotWrite(path: "/geheim", reason: "x"),
      ]
      for error in errors {
        #expect(!Problem(SearchError.index(error)).detail.contains("geheim"))
      }
    }

    @Test("What documents say is data, and stays inside its quotes")
    func escaping() async throws {
      try await serve { server in
        for uri in ["/v1/search?q=werkt", "/v1/documents/kwaad"] {
          let response = try await server.get(uri)
          #expect(response.headers[.xContentTypeOptions] == "nosniff")
          #expect(
            response.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'; ") == true)
          #expect(response.headers[.referrerPolicy] == "no-referrer")
          #expect(!response.text.contains("\u{1b}") && !response.text.contains("\u{202e}"))
          #expect(response.text.contains("\\u001b") && response.text.contains("\\u202e"))
        }
        let found = try await server.get("/v1/search?q=werkt")
        let hits = try await server.json("/v1/search?q=werkt")["hits"] as? [[String: Any]]
        let snippet = (hits?.first?["passage"] as? [String: Any])?["snippet"] as? [String: Any]
        #expect(
          (snippet?["html"] as? String)?.contains("&lt;img src=x onerror=alert(1)&gt;") == true)
        #expect(found.headers[.contentType] == "application/json")
      }
    }

    @Test("Only who names the token is answered, but for whether all is well")
    func token() async throws {
      var settings = ServerSettings()
      settings.token = BearerToken("geheim-geheim-geheim")
      #expect(settings.token != nil)
      try await serve(settings) { server in
        for authorization in [
          nil, "geheim-geheim-geheim", "Basic geheim-geheim-geheim", "Bearer geheim-geheim-geheiM",
          "Bearer geheim-geheim-geheim0", "Bearer geheim-geheim-gehei", "Bearer ", "Bearer",
          "Bearer  geheim-geheim-geheim",
        ] {
          var headers: HTTPFields = [:]
          headers[.authorization] = authorization
          for uri in ["/v1/count", "/metrics", "/openapi.json"] {
            let response = try await server.get(uri, headers)
            #expect(response.status == .unauthorized, "\(authorization ?? "none")")
            #expect(response.headers[.wwwAuthenticate] == "Bearer realm=\"vraagbaak\"")
          }
        }
        let named = try await server.get(
          "/v1/count", [.authorization: "bearer geheim-geheim-geheim"])
        #expect(named.status == .ok)
        #expect(named.headers[.cacheControl] == "private, no-cache")
        #expect(try await server.get("/healthz").status == .ok)
      }
      #expect(BearerToken("te kort") == nil && BearerToken("met een spatie erin, dus niet") == nil)
    }

    @Test("Pages of others read nothing, unless their origin is named")
    func origins() async throws {
      try await serve { server in
        let foreign = try await server.get("/v1/count", [.origin: "https://kwaad.example"])
        #expect(foreign.headers[.accessControlAllowOrigin] == nil)
        #expect(foreign.headers[.crossOriginResourcePolicy] == "same-origin")
      }
      var settings = ServerSettings()
      settings.origins = ["https://goed.example"]
      try await serve(settings) { server in
        let foreign = try await server.get("/v1/count", [.origin: "https://kwaad.example"])
        #expect(foreign.headers[.accessControlAllowOrigin] == nil)
        let known = try await server.get("/v1/count", [.origin: "https://goed.example"])
        #expect(known.headers[.accessControlAllowOrigin] == "https://goed.example")
        #expect(known.headers[.vary] == "Accept-Encoding, Origin")
        let problem = try await server.get("/v1/search", [.origin: "https://goed.example"])
        #expect(problem.status == .badRequest)
        #expect(problem.headers[.accessControlAllowOrigin] == "https://goed.example")
        let preflight = try await server.get(
          "/v1/count",
          [.origin: "https://goed.example", .accessControlRequestMethod: "GET"], method: .options)
        #expect(preflight.status == .noContent)
        #expect(preflight.headers[.accessControlAllowMethods] == "GET, HEAD, POST")
      }
    }

    @Test("Other methods are told which there are, other paths that there is nothing")
    func methods() async throws {
      try await serve { server in
        for method in [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace] {
          let response = try await server.get("/v1/documents/a/citation", method: method)
          #expect(response.status == .methodNotAllowed)
          #expect(response.headers[.allow] == "GET, HEAD")
          #expect(response.headers[.contentType] == "application/problem+json")
        }
        #expect(try await server.get("/v1").status == .notFound)
        #expect(try await server.get("/v1/documents/a/b/c", method: .post).status == .notFound)
      }
    }
  }
}
