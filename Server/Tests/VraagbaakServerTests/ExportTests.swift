import Foundation
import Hummingbird
import Testing

@testable import VraagbaakServer

extension ServerTests {
  /// Tables for spreadsheets.
  struct ExportTests {
    @Test("A table has all hits, each in one line")
    func all() async throws {
      let documents = try TestIndex()
      try await documents.serve { server in
        let response = try await server.get("/v1/search.csv?q=fietspaden")
        #expect(response.headers[.contentType] == "text/csv; charset=utf-8; header=present")
        #expect(response.headers[.contentDisposition] == "attachment; filename=\"vraagbaak.csv\"")
        let lines = response.text.split(separator: "\r\n")
        #expect(lines.first?.hasPrefix("id,number,date,") == true)
        let ids = Set(lines.dropFirst().map { $0.prefix { $0 != "," } })
        #expect(lines.count == 451 && ids.count == 450)

        let dutch = try await server.get("/v1/search.csv?q=kwaad&separator=semicolon&bom=1").text
        #expect(dutch.hasPrefix("\u{feff}id;number;"))
      }
    }

    @Test("No cell is a formula or steers a terminal")
    func harmless() async throws {
      let documents = try TestIndex([Records.hostile])
      try await documents.serve { server in
        let text = try await server.get("/v1/search.csv?q=*").text
        #expect(text.contains(#""'=HYPERLINK(""http://kwaad.example"")<script>alert(1)</script>""#))
        #expect(text.contains("'+Piet Janssens"))
        #expect(text.contains("'@SUM(1)"))
        #expect(!text.contains("\u{1b}") && !text.contains("\u{202e}"))
      }
    }

    @Test(
      "More rows than are allowed are refused before the first, and more exports than at once too")
    func limits() async throws {
      let documents = try TestIndex(Array(Records.many.prefix(40)))
      var settings = ServerSettings()
      settings.limits.rows = 39
      try await documents.serve(settings) { server in
        let response = try await server.get("/v1/search.csv?q=fietspaden")
        #expect(response.status == .unprocessableContent)
        #expect(response.headers[.contentType] == "application/problem+json")
      }
      settings.limits.rows = 40
      settings.limits.exports = 0
      try await documents.serve(settings) { server in
        let response = try await server.get("/v1/search.csv?q=fietspaden")
        #expect(response.status == .serviceUnavailable)
        #expect(response.headers[.retryAfter] == "1")
      }
      settings.limits.exports = 1
      try await documents.serve(settings) { server in
        // The place is given back, also after HEAD, whose body is never written.
        for method in [HTTPRequest.Method.get, .head, .get, .get] {
          let response = try await server.get("/v1/search.csv?q=fietspaden", method: method)
          #expect(response.status == .ok)
        }
      }
    }
  }
}
