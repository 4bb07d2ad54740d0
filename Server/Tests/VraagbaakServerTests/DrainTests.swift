import Foundation
import Testing

@testable import VraagbaakServer

extension ServerTests {
  /// The end of the server.
  struct DrainTests {
    @Test("What is under way when the server is told to end is answered whole")
    func drains() async throws {
      let documents = try TestIndex()
      let port = try await documents.serve { server in
        let idle = try #require(RawConnection(port: server.port))
        let busy = try #require(RawConnection(port: server.port, receiveBuffer: 4_096))
        busy.send("GET /v1/search.csv?q=fietspaden&passages=1 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        // Under way, and stopped by what the other side does not take.
        try await Task.sleep(for: .milliseconds(300))
        await server.group.triggerGracefulShutdown()
        let answer = await busy.read(patience: 20)
        #expect(answer.hasPrefix("HTTP/1.1 200"))
        #expect(answer.hasSuffix("\r\n0\r\n\r\n"))
        #expect(await idle.read(patience: 20) == "")
        return server.port
      }
      #expect(RawConnection(port: port) == nil)
    }
  }
}
