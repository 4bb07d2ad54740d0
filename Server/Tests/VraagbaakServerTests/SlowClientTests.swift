import Foundation
import Testing

@testable import VraagbaakServer

extension ServerTests {
  /// Who sends or takes too slowly, or keeps connections for nothing.
  struct SlowClientTests {
    private static let documents = Result { try TestIndex() }

    @Test(
      "A request that does not come whole in time is cut off",
      arguments: [
        "", "GET /v1/cou", "GET /v1/count HTTP/1.1\r\nHost: loc", "GET /v1/count HTTP/1.1\r\n",
      ])
    func slowHead(beginning: String) async throws {
      var settings = ServerSettings()
      settings.limits.reading = .milliseconds(200)
      try await Self.documents.get().serve(settings) { server in
        // Closed by the server: the patience of the reader is longer.
        let answer = try await server.raw(beginning, patience: 20)
        #expect(answer == "")
      }
    }

    @Test("A byte now and then does not keep a connection")
    func dripping() async throws {
      var settings = ServerSettings()
      settings.limits.reading = .milliseconds(400)
      try await Self.documents.get().serve(settings) { server in
        let connection = try #require(RawConnection(port: server.port))
        connection.send("GET /v1/count HTTP/1.1\r\nHost: localhost\r\n")
        let dripping = Task {
          while !Task.isCancelled {
            connection.send("X: y\r\n")
            try await Task.sleep(for: .milliseconds(50))
          }
        }
        #expect(await connection.read(patience: 20) == "")
        dripping.cancel()
      }
    }

    @Test("A body that does not come is not waited for")
    func slowBody() async throws {
      var settings = ServerSettings()
      settings.limits.reading = .milliseconds(200)
      try await Self.documents.get().serve(settings) { server in
        let answer = try await server.raw(
          "POST /v1/count HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc",
          patience: 20)
        #expect(answer.hasPrefix("HTTP/1.1 405 "))
        #expect(!answer.hasSuffix("…"))
      }
    }

    @Test("Who asks for much and takes nothing is cut off, and memory is given back")
    func neverReading() async throws {
      var settings = ServerSettings()
      settings.limits.writing = .milliseconds(300)
      settings.limits.page = 500
      try await Self.documents.get().serve(settings) { server in
        let connection = try #require(
          RawConnection(port: server.port, receiveBuffer: 4_096))
        let request = "GET /v1/search?q=fietspaden&limit=500 HTTP/1.1\r\nHost: localhost\r\n\r\n"
        connection.send(String(repeating: request, count: 40))
        // Until it answers no more of them.
        let total = #"vraagbaak_http_requests_total{route="/v1/search",status="200"} "#
        var counts: [Substring] = ["", "-"]
        while counts.suffix(2).first != counts.last || counts.last == "" {
          try await Task.sleep(for: .seconds(1))
          let figures = try await server.get("/metrics").text
          let count = figures.split(separator: "\n").first { $0.hasPrefix(total) }
          counts.append(count?.dropFirst(total.count) ?? "")
        }
        let received = await connection.read(patience: 20)
        #expect(!received.hasSuffix("…"))
        // Not all forty.
        #expect(received.components(separatedBy: "HTTP/1.1 200").count < 41)
        #expect(try await server.get("/healthz").status == .ok)
      }
    }

    @Test("Who takes a long answer slowly gets all of it, also where it is the last")
    func slowReading() async throws {
      let text = String(repeating: "Er zijn fietspaden langs de weg. ", count: 100_000)
      let documents = try TestIndex([
        #"{"id": "lang", "title": "Lang", "question": "Hoe?", "answer": "\#(text)"}"#
      ])
      try await documents.serve { server in
        let connection = try #require(RawConnection(port: server.port, receiveBuffer: 4_096))
        connection.send(
          "GET /v1/documents/lang HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        try await Task.sleep(for: .seconds(2))
        let answer = try TestAnswer(await connection.bytes(patience: 30).bytes)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentLength] == String(answer.body.count))
        #expect(answer.body.count > 2 * text.utf8.count)
      }
    }

    @Test("More connections than are allowed wait until one ends")
    func connections() async throws {
      var settings = ServerSettings()
      settings.limits.connections = 3
      settings.limits.reading = .milliseconds(500)
      try await Self.documents.get().serve(settings) { server in
        let port = server.port
        let idle = (0..<6).compactMap { _ in RawConnection(port: port) }
        #expect(idle.count == 6)
        // It is answered once idle ones were cut off.
        let answer = try await server.raw(
          "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", patience: 20)
        #expect(answer.hasPrefix("HTTP/1.1 200"))
        withExtendedLifetime(idle) {}
      }
    }

    @Test("A connection is closed where that is asked for, or where none can be kept")
    func closing() async throws {
      try await Self.documents.get().serve { server in
        for request in [
          "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: Close\r\n\r\n",
          "GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n",
        ] {
          let answer = try await server.raw(request, patience: 10)
          #expect(answer.hasPrefix("HTTP/1.1 200"))
          #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
          #expect(!answer.hasSuffix("…"))
        }
      }
    }
  }
}
