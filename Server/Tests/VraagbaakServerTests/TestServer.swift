import Foundation
import HTTPTypes
import Hummingbird
import ServiceLifecycle

/// A server that runs, and who asks it.
struct TestServer: Sendable {
  let port: Int
  let group: ServiceGroup

  func post(_ target: String, _ body: String, _ headers: HTTPFields) async throws -> TestAnswer {
    var headers = headers
    headers[.contentLength] = String(body.utf8.count)
    return try await get(target, headers, method: .post, body: body)
  }

  func get(
    _ target: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get,
    body: String = ""
  ) async throws -> TestAnswer {
    let fields = headers.map { "\($0.name): \($0.value)\r\n" }.joined()
    let request =
      "\(method) \(target) HTTP/1.1\r\nHost: localhost:\(port)\r\n\(fields)Connection: close\r\n\r\n"
    guard let connection = RawConnection(port: port) else { throw TestAnswer.Malformed() }
    connection.send(request + body)
    return try TestAnswer(await connection.bytes(patience: 30).bytes)
  }

  /// An answer in JSON.
  func json(_ target: String) async throws -> [String: Any] {
    let response = try await get(target)
    return try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any] ?? [:]
  }

  /// What comes for bytes as they are, in a connection of their own.
  func raw(_ request: String, patience: Double = 5) async throws -> String {
    try await RawConnection.answer(to: request, port: port, patience: patience)
  }
}

/// An answer, taken apart.
struct TestAnswer: Sendable {
  struct Malformed: Error {}

  let status: HTTPResponse.Status
  let headers: HTTPFields
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  /// - Parameter bytes: of the whole answer.
  init(_ bytes: [UInt8]) throws {
    let end = bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) }
    guard let end else { throw Malformed() }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    guard let code = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Malformed()
    }
    status = HTTPResponse.Status(code: code)
    var headers: HTTPFields = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"),
        let name = HTTPField.Name(String(line[..<colon]))
      else { throw Malformed() }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      headers.append(HTTPField(name: name, value: String(value)))
    }
    self.headers = headers
    let rest = bytes[(end + 4)...]
    body = headers[.transferEncoding] == "chunked" ? try Self.joined(rest) : Array(rest)
    if code != 304, let length = headers[.contentLength].flatMap({ Int($0) }), !body.isEmpty {
      guard length == body.count else { throw Malformed() }
    }
  }

  /// A body that came in chunks; it has to have its end.
  private static func joined(_ chunks: ArraySlice<UInt8>) throws -> [UInt8] {
    var body: [UInt8] = []
    var rest = chunks
    while true {
      guard let line = rest.firstIndex(of: 0x0d),
        let size = Int(String(decoding: rest[..<line], as: UTF8.self), radix: 16)
      else { throw Malformed() }
      rest = rest[(line + 2)...]
      if size == 0 { return body }
      guard rest.count >= size + 2 else { throw Malformed() }
      body += rest.prefix(size)
      rest = rest.dropFirst(size + 2)
    }
  }
}
