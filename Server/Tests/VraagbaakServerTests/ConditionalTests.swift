import Foundation
import Hummingbird
import Testing
import Vraagbaak

@testable import VraagbaakServer

extension ServerTests {
  /// Answers that stay as they were, that follow the index, and that are compressed.
  struct ConditionalTests {
    @Test("What was answered is said to be as it was, until the index changes")
    func entityTag() async throws {
      let documents = try TestIndex([Records.inburgering])
      try await documents.serve { server in
        let first = try await server.get("/v1/count")
        let tag = try #require(first.headers[.eTag])
        #expect(first.headers[.cacheControl] == "no-cache")
        for known in [tag, "\"x\", " + tag, "*", String(tag.dropFirst(2))] {
          let again = try await server.get("/v1/count", [.ifNoneMatch: known])
          #expect(again.status == .notModified)
          #expect(again.body.count == 0)
          #expect(again.headers[.eTag] == tag)
        }
        #expect(try await server.get("/v1/count", [.ifNoneMatch: "\"x\""]).status == .ok)

        try documents.write([Records.inburgering, Records.many[0]])
        try documents.index.update()
        let updated = try await server.get("/v1/count", [.ifNoneMatch: tag])
        #expect(updated.status == .ok)
        #expect(updated.text.contains("\"count\":2"))

        try documents.write(Array(Records.many.prefix(3)))
        try documents.build()
        let newTag = try #require(updated.headers[.eTag])
        let rebuilt = try await server.get("/v1/count", [.ifNoneMatch: newTag])
        #expect(rebuilt.status == .ok)
        #expect(rebuilt.text.contains("\"count\":3"))
        #expect(try await server.get("/metrics").text.contains("\nvraagbaak_index_generation 2\n"))
      }
    }

    @Test("A page of an index that has changed since says so")
    func changedBetweenPages() async throws {
      let documents = try TestIndex(Array(Records.many.prefix(30)))
      try await documents.serve { server in
        let page = try await server.json("/v1/search?q=fietspaden")
        let next = try #require(page["next"] as? String)
        let same = try await server.json("/v1/search?q=fietspaden&cursor=" + next)
        #expect(same["indexChanged"] == nil)
        try documents.write(Array(Records.many.prefix(31)))
        try documents.index.update()
        let changed = try await server.json("/v1/search?q=fietspaden&cursor=" + next)
        #expect(changed["indexChanged"] as? Bool == true)
      }
    }

    @Test("Answers are compressed where that is accepted, and HEAD says what GET has")
    func compression() async throws {
      let documents = try TestIndex(Array(Records.many.prefix(40)))
      try await documents.serve { server in
        let uri = "/v1/search?q=fietspaden&limit=40"
        let plain = try await server.get(uri)
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(plain.headers[.vary] == "Accept-Encoding")
        for accepted in ["gzip", "deflate, gzip", "br, gzip;q=0.5"] {
          let packed = try await server.get(uri, [.acceptEncoding: accepted])
          #expect(packed.headers[.contentEncoding] == "gzip")
          #expect(packed.body.count * 3 < plain.body.count)
        }
        let refused = try await server.get(uri, [.acceptEncoding: "gzip;q=0"])
        #expect(refused.headers[.contentEncoding] == nil)
        // Not worth it.
        let small = try await server.get("/healthz", [.acceptEncoding: "gzip"])
        #expect(small.headers[.contentEncoding] == nil)

        let port = server.port
        let get = try await RawConnection.answer(
          to: "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", port: port,
          patience: 5)
        let head = try await RawConnection.answer(
          to:
            "HEAD /healthz HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n",
          port: port, patience: 5)
        #expect(get.hasSuffix("{\"status\":\"ok\"}"))
        #expect(head.hasPrefix("HTTP/1.1 200") && head.hasSuffix("\r\n\r\n"))
        #expect(head.lowercased().contains("content-length: 15"))
        #expect(!head.lowercased().contains("vraagbaak-identity"))
      }
    }
  }
}
