import Hummingbird
import Vraagbaak

extension Response {
  /// One line of JSON in the shape that the command prints.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    .bytes(try WireFormat.encode(value), MediaType.json, status: status)
  }

  static func bytes(
    _ bytes: [UInt8], _ type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  static func text(_ text: String, _ type: String) -> Response { .bytes(Array(text.utf8), type) }

  init(_ problem: Problem) {
    self.init(
      status: problem.status, headers: problem.headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: problem.json)))
  }
}
