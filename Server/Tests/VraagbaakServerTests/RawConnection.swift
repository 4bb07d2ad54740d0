import Foundation
import Glibc

/// A connection on which anything can be sent, and nothing has to be read.
final class RawConnection: Sendable {
  private let file: Int32

  init?(port: Int, receiveBuffer: Int32? = nil) {
    file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if var size = receiveBuffer {
      setsockopt(file, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(clamping: port)).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { return nil }
  }

  deinit { close(file) }

  func send(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  }

  /// What comes until the other side closes, or nothing comes for so many seconds; then `…` ends it.
  func read(patience: Double) async -> String {
    let (bytes, isClosed) = await bytes(patience: patience)
    return String(decoding: bytes, as: UTF8.self) + (isClosed ? "" : "…")
  }

  func bytes(patience: Double) async -> (bytes: [UInt8], isClosed: Bool) {
    await Self.blocking {
      let seconds = patience.rounded(.down)
      var time = timeval(tv_sec: Int(seconds), tv_usec: Int((patience - seconds) * 1e6))
      let size = socklen_t(MemoryLayout<timeval>.size)
      setsockopt(self.file, SOL_SOCKET, SO_RCVTIMEO, &time, size)
      var received: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = recv(self.file, &buffer, buffer.count, 0)
        guard count > 0 else { return (received, count == 0 || errno != EAGAIN) }
        received += buffer[..<count]
      }
    }
  }

  static func answer(to request: String, port: Int, patience: Double) async throws -> String {
    guard let connection = RawConnection(port: port) else { return "" }
    connection.send(request)
    return await connection.read(patience: patience)
  }

  /// On a thread of its own: those of the system's queues are the ones that searches need.
  static func blocking<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: work()) }
    }
  }
}
