import Hummingbird
import Testing
import Vraagbaak

@testable import VraagbaakServer

extension ServerTests {
  /// What the pages show, and that nothing of documents is markup in them.
  struct PageTests {
    private static let documents = Result { try TestIndex(PageRecords.all) }

    private func serve(_ test: @Sendable (TestServer) async throws -> Void) async throws {
      try await Self.documents.get().serve(ServerSettings(), test)
    }

    private static let browser: HTTPFields = [.accept: "text/html,application/xhtml+xml"]

    private func page(_ path: String, of server: TestServer) async throws -> (
      answer: TestAnswer, markup: Markup
    ) {
      let answer = try await server.get(path, Self.browser)
      return (answer, try Markup(answer.text))
    }

    @Test("Nothing of a document is markup, steers a terminal or turns text round")
    func hostile() async throws {
      try await serve { server in
        let id = #"<b>"'&/../kwaad"#
        let name = #"Kwa<em>d "Jan' O&Co"#
        let minister = #"Minister van <hr> "Zaken""#
        let query = #"rood "><script>alert(4)</script>"#
        for path in [
          "/", "/zoeken?q=gekeerd", "/zoeken?q=" + QueryString.encode(query),
          "/zoeken?q=\(QueryString.encode(query))&partij=\(QueryString.encode("<P>\"&'"))",
          PagePaths.document(id), PagePaths.asker(name), PagePaths.minister(minister),
          "/openstaand?minister=" + QueryString.encode(minister), PagePaths.document(query),
          "/zoeken?q=" + QueryString.encode(#"vrager:"" <script>"#),
        ] {
          let (answer, markup) = try await page(path, of: server)
          #expect(answer.headers[.contentType] == "text/html; charset=utf-8", "\(path)")
          let steering = answer.text.unicodeScalars.filter {
            $0.value < 0x20 && $0 != "\n" && $0 != "\t" || 0x7f..<0xa0 ~= $0.value
              || 0x202a...0x202e ~= $0.value || 0x2066...0x2069 ~= $0.value
          }
          #expect(steering.isEmpty, "\(path)")
          let names = Set(markup.tags.map(\.name))
          #expect(
            names.isDisjoint(with: ["script", "img", "b", "i", "u", "em", "hr", "P"]), "\(path)")
          let attributes = Set(markup.tags.flatMap(\.attributes.keys))
          #expect(!attributes.contains { $0.hasPrefix("on") || $0 == "style" }, "\(path)")
          let links = markup.values(of: "href") + markup.values(of: "action")
          #expect(links.allSatisfy { $0.hasPrefix("/") || $0.hasPrefix("#") }, "\(path)")
          #expect(!links.contains { $0.hasPrefix("//") }, "\(path)")
        }
        let (document, markup) = try await page(PagePaths.document(id), of: server)
        #expect(document.status == .ok)
        #expect(markup.text.unescaped.contains("<img src=x onerror=alert(1)> [31mrood[0m"))
      }
    }

    @Test("Pages are under a strict policy, and made up by a file that browsers keep")
    func policy() async throws {
      try await serve { server in
        let (answer, markup) = try await page("/", of: server)
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; style-src 'self';"))
        #expect(!policy.contains("script-src") && !policy.contains("unsafe"))
        let style = try #require(markup.values(of: "href", in: "link").first)
        let file = try await server.get(style)
        #expect(file.headers[.contentType] == "text/css; charset=utf-8")
        #expect(file.headers[.cacheControl]?.contains("immutable") == true)
        #expect(try await server.get("/static/stijl-0.css").status == .notFound)
      }
    }

    @Test("A page is answered by 304 while the index is the same")
    func unchanged() async throws {
      try await serve { server in
        let first = try await server.get("/zoeken?q=treinen")
        let tag = try #require(first.headers[.eTag])
        let second = try await server.get("/zoeken?q=treinen", [.ifNoneMatch: tag])
        #expect(second.status == .notModified)
        // Another policy would take the place of the page's.
        #expect(second.headers[.contentSecurityPolicy] == nil)
        #expect(try await server.get("/openstaand").headers[.eTag] == nil)
      }
    }

    @Test("What a facet counts is what its link finds")
    func facets() async throws {
      try await serve { server in
        let (_, markup) = try await page("/zoeken?q=treinen&sort=date", of: server)
        let links = markup.values(of: "href", in: "a").map(\.unescaped)
        let party = try #require(
          links.first { $0.hasPrefix("/zoeken?q=treinen") && $0.contains("partij=Groen") })
        #expect(party == "/zoeken?q=treinen&partij=Groen&sort=date")
        let (_, narrowed) = try await page(party, of: server)
        #expect(narrowed.text.contains("1–4 van 4 vragen"))
        // And the way back.
        #expect(
          narrowed.values(of: "href", in: "a").map(\.unescaped).contains(
            "/zoeken?q=treinen&sort=date"))
        // What is typed next keeps the filter.
        #expect(
          narrowed.tags.contains {
            $0.attributes["name"] == "partij" && $0.attributes["value"] == "Groen"
          })
      }
    }

    @Test(
      "Whatever was typed, a filter finds what it counts",
      arguments: [
        "treinen", "treinen OR antwoord", "\"treinen rijden\"", "hoeveel -antwoord", "*", "trei*",
        "27\" (treinen", "status:beantwoord treinen", "-antwoord", "rijden NEAR/9 treinen",
      ])
    func counts(query: String) async throws {
      try await serve { server in
        let address = SearchAddress(query)
        let text = try await server.get(address.path).text
        let items = text.components(separatedBy: "<li><a href=\"").dropFirst()
        var checked = 0
        for item in items {
          guard
            let count = item.components(separatedBy: "<span class=\"count\">").dropFirst().first,
            let number = Int(count.prefix { $0.isNumber })
          else { continue }
          let link = String(item.prefix { $0 != "\"" }).unescaped
          let found = try await server.get(link).text
          let heading = found.components(separatedBy: "<h1 id=\"kop\">").dropFirst().first ?? ""
          let total = heading.prefix { $0 != "<" }.split(separator: " ").dropLast().last
          #expect(total.map(String.init) == String(number), "\(link)")
          checked += 1
        }
        #expect(checked > 4)
      }
    }

    @Test("The bars of the chart find what they stand for")
    func chart() async throws {
      try await serve { server in
        let (_, markup) = try await page("/zoeken?q=treinen", of: server)
        #expect(markup.text.contains("2023: 3 vragen") && markup.text.contains("2024: 1 vraag"))
        let (_, year) = try await page("/zoeken?q=treinen&datum=2023", of: server)
        #expect(year.text.contains("Vragen per maand in 2023"))
        #expect(
          year.text.contains("maart 2023: 3 vragen") && year.text.contains("mei 2023: 0 vragen"))
        let (_, month) = try await page("/zoeken?q=treinen&datum=2023-03", of: server)
        #expect(month.text.contains("1–3 van 3 vragen"))
      }
    }

    @Test("What was asked of several ministers stands once, with the others below it")
    func copies() async throws {
      try await serve { server in
        let (answer, markup) = try await page("/zoeken?q=dienstreizen", of: server)
        #expect(answer.text.components(separatedBy: "<article").count == 2)
        #expect(markup.text.contains("Onder dezelfde titel ook 1 andere vraag"))
        let links = Set(markup.values(of: "href", in: "a"))
        #expect(links.isSuperset(of: ["/vraag/reizen-Begroting", "/vraag/reizen-Defensie"]))
      }
    }

    @Test("Links that people share may have gathered parameters; without a search one begins anew")
    func addresses() async throws {
      try await serve { server in
        #expect(try await server.get("/zoeken?q=treinen&utm_source=post").status == .ok)
        let empty = try await server.get("/zoeken?q=+&sort=date")
        #expect(empty.status == .seeOther && empty.headers[.location] == "/")
        #expect(
          try await server.get("/zoeken?q=treinen&pagina=0", Self.browser).status == .badRequest)
      }
    }

    @Test("Errors are pages for people and data for programs")
    func errors() async throws {
      try await serve { server in
        let (missing, markup) = try await page("/vraag/nergens", of: server)
        #expect(missing.status == .notFound && markup.text.contains("Deze bladzijde is er niet"))
        let program = try await server.get("/vraag/nergens", [.accept: "*/*"])
        #expect(program.headers[.contentType] == "application/problem+json")
        let data = try await server.get("/v1/documents/nergens", Self.browser)
        #expect(data.headers[.contentType] == "application/problem+json")
        let (refused, told) = try await page("/zoeken?q=datum:morgen", of: server)
        #expect(refused.status == .unprocessableContent)
        #expect(told.values(of: "value", in: "input").contains("datum:morgen"))
        #expect(try await page("/persoon/Niemand", of: server).answer.status == .notFound)
      }
    }
  }
}
