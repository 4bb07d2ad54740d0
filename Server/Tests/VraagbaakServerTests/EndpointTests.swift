import Foundation
import Hummingbird
import Testing
import Vraagbaak
import WrittenQuestions

@testable import VraagbaakServer

extension ServerTests {
  /// What each path answers.
  struct EndpointTests {
    private static let documents = Result { try TestIndex() }

    private func serve(
      _ settings: ServerSettings = ServerSettings(),
      _ test: @Sendable (TestServer) async throws -> Void
    ) async throws {
      try await Self.documents.get().serve(settings, test)
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ response: TestAnswer) throws
      -> Value
    {
      try WireFormat.decode(Versioned<Value>.self, from: response.body).content
    }

    @Test("A search is the JSON that the library gives")
    func search() async throws {
      try await serve { server in
        let response = try await server.get("/v1/search?q=inburgering&explain=1&facets=partij,jaar")
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/json")
        let found = try decode(SearchResponse.self, response)
        #expect(found.results.hits.map(\.document.id) == ["inburgering"])
        #expect(found.results.hits.first?.contributions.isEmpty == false)
        #expect(found.results.facets.map(\.field) == [.party, .year])
      }
    }

    @Test("Pages by cursor are all hits, each once, in the order of the whole")
    func cursor() async throws {
      var settings = ServerSettings()
      settings.limits.page = 500
      try await serve(settings) { server in
        let whole = try decode(
          SearchResponse.self, try await server.get("/v1/search?q=fietspaden&limit=500&sort=date"))
        #expect(whole.results.hits.count == 450)
        var ids: [String] = []
        var next: String? = ""
        while let cursor = next, ids.count <= 450 {
          let uri =
            "/v1/search?q=fietspaden&limit=70&sort=date"
            + (cursor.isEmpty ? "" : "&cursor=" + cursor)
          let page = try await server.json(uri)
          let hits = try #require(page["hits"] as? [[String: Any]])
          ids += hits.compactMap { $0["id"] as? String }
          next = page["next"] as? String
        }
        #expect(ids == whole.results.hits.map(\.document.id))
      }
    }

    @Test("A cursor is of one search alone")
    func foreignCursor() async throws {
      try await serve { server in
        let page = try await server.json("/v1/search?q=fietspaden")
        let cursor = try #require(page["next"] as? String)
        let link = try await server.get("/v1/search?q=fietspaden").headers[.link]
        #expect(link == "</v1/search?q=fietspaden&cursor=\(cursor)>; rel=\"next\"")
        for uri in [
          "/v1/search?q=weg&cursor=" + cursor, "/v1/search?q=fietspaden&sort=date&cursor=" + cursor,
          "/v1/search?q=fietspaden&offset=10&cursor=" + cursor, "/v1/search?q=fietspaden&cursor=x",
          "/v1/search?q=fietspaden&cursor=" + cursor + "A",
        ] {
          let response = try await server.get(uri)
          #expect(response.status == .badRequest, "\(uri)")
          #expect(response.text.contains("\"parameter\":\"cursor\""))
        }
      }
    }

    @Test("A document, by its id or a part of it; several are candidates")
    func document() async throws {
      try await serve { server in
        let one = try decode(
          WrittenQuestion.self, try await server.get("/v1/documents/oud%2F7"))
        #expect(one.id == "oud/7")
        #expect(one.answer.count == 1)
        #expect(try await server.get("/v1/documents/niets").status == .notFound)
        let similar = try await server.get("/v1/similar/oud%2F7?limit=3")
        #expect(try decode(SearchResponse.self, similar).results.hits.count == 3)
      }
      let twins = try TestIndex(
        ["a/7", "b/7"].map { #"{"id": "\#($0)", "title": "Twee", "question": "Wat?"}"# })
      try await twins.serve { server in
        for path in ["/v1/documents/7", "/v1/similar/7", "/v1/documents/7/citation"] {
          let response = try await server.get(path)
          #expect(response.status == .multipleChoices)
          #expect(try decode(Candidates.self, response).documents.map(\.id) == ["a/7", "b/7"])
        }
      }
    }

    @Test(
      "A citation in each format",
      arguments: [
        ("text", "text/plain; charset=utf-8", "Fietspaden langs weg 7"),
        ("bibtex", "application/x-bibtex; charset=utf-8", "@"),
        ("ris", "application/x-research-info-systems; charset=utf-8", "TY  - "),
        ("csl-json", "application/vnd.citationstyles.csl+json", "\"title\""),
      ])
    func citation(format: String, type: String, part: String) async throws {
      try await serve { server in
        let response = try await server.get("/v1/documents/oud%2F7/citation?format=" + format)
        #expect(response.headers[.contentType] == type)
        #expect(response.text.contains(part))
        let place = try await server.get("/v1/documents/oud%2F7/citation?place=99")
        #expect(place.status == .notFound)
      }
    }

    @Test("Suggestions are words, names and titles")
    func suggest() async throws {
      try await serve { server in
        let words = try decode(
          Suggestions.self, try await server.get("/v1/suggest?q=vragen%20over%20fietsp"))
        #expect(words.words.first?.query == "vragen over fietspaden")
        let names = try decode(Suggestions.self, try await server.get("/v1/suggest?q=jan+pee"))
        #expect(names.names.first?.query == "vrager:\"Jan Peeters\"")
        let titles = try decode(Suggestions.self, try await server.get("/v1/suggest?q=inburg"))
        #expect(titles.titles.first?.id == "inburgering")
      }
    }

    @Test("Counts are exact, of a query or of all")
    func counts() async throws {
      try await serve { server in
        let all = try await server.json("/v1/count")
        #expect((all["total"] as? [String: Any])?["count"] as? Int == 452)
        let some = try await server.json("/v1/count?q=fietspaden")
        #expect((some["total"] as? [String: Any])?["count"] as? Int == 450)
        #expect((some["total"] as? [String: Any])?["exact"] as? Bool == true)
        let facets = try await server.json("/v1/facets?q=fietspaden&facets=party")
        let values = (facets["facets"] as? [[String: Any]])?.first?["values"] as? [[String: Any]]
        #expect(values?.first?["value"] as? String == "Groen")
        #expect(values?.first?["count"] as? Int == 450)
      }
    }

    @Test("A feed has the newest first, and is XML whatever documents say")
    func atom() async throws {
      try await serve { server in
        let response = try await server.get("/v1/search.atom?q=*&limit=3")
        #expect(response.headers[.contentType] == "application/atom+xml; charset=utf-8")
        let ids = response.text.matches(of: /<id>([^<]*)<\/id>/).map(\.1)
        #expect(ids.count == 4 && ids[1] == "urn:vraagbaak:document:kwaad")
        #expect(response.text.contains("<updated>2024-05-06T00:00:00Z</updated>"))
        #expect(response.text.contains("&lt;script&gt;"))
        #expect(!response.text.contains("<script") && !response.text.contains("\u{1b}"))
      }
    }

    @Test("The description has every path, and every shape that it names")
    func description() async throws {
      try await serve { server in
        let description = try await server.json("/openapi.json")
        let paths = try #require(description["paths"] as? [String: Any])
        let text = try await server.get("/openapi.json").text
        for path in [
          "/v1/search", "/v1/documents/{id}", "/v1/documents/{id}/citation", "/v1/suggest",
          "/v1/facets", "/v1/similar/{id}", "/v1/count", "/v1/search.csv", "/v1/search.atom",
          "/healthz", "/metrics", "/openapi.json",
        ] {
          #expect(paths[path] != nil, "\(path)")
        }
        let components = description["components"] as? [String: Any]
        let shapes = try #require(components?["schemas"] as? [String: Any])
        let names = text.split(separator: "#/components/schemas/").dropFirst().map {
          String($0.prefix { $0.isLetter })
        }
        #expect(names.count > 20)
        for name in Set(names) { #expect(shapes[name] != nil, "\(name)") }
      }
    }

    @Test("Figures count by route and status, not by what was asked")
    func metrics() async throws {
      try await serve { server in
        _ = try await server.get("/v1/documents/oud%2F7")
        _ = try await server.get("/v1/documents/geheim-nummer")
        _ = try await server.get("/nergens")
        #expect(try await server.json("/healthz")["status"] as? String == "ok")
        let text = try await server.get("/metrics").text
        let total = "vraagbaak_http_requests_total"
        #expect(text.contains(#"\#(total){route="/v1/documents/{id}",status="200"} 1"#))
        #expect(text.contains(#"\#(total){route="/v1/documents/{id}",status="404"} 1"#))
        #expect(text.contains(#"\#(total){route="other",status="404"} 1"#))
        #expect(text.contains("\nvraagbaak_index_documents 452\n"))
        #expect(!text.contains("geheim") && !text.contains("nergens"))
      }
    }
  }
}
