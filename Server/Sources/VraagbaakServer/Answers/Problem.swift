import HTTPTypes
import NIOHTTP1
import Vraagbaak

/// Why a request has no answer, as `application/problem+json` (RFC 9457).
struct Problem: Error, Sendable {
  let status: HTTPResponse.Status
  let detail: String
  /// Where in the query, in characters from 0.
  var position: Int?
  /// Which parameter is meant.
  var parameter: String?
  var headers: HTTPFields = [:]

  init(
    _ status: HTTPResponse.Status, _ detail: String, position: Int? = nil,
    parameter: String? = nil, headers: HTTPFields = [:]
  ) {
    self.status = status
    self.detail = detail
    self.position = position
    self.parameter = parameter
    self.headers = headers
    self.headers[.contentType] = MediaType.problem
    self.headers.merge(SecurityHeaders.ofData)
  }

  var json: [UInt8] {
    // Nothing in it can fail to be encoded.
    (try? WireFormat.encode(self)) ?? Array("{}".utf8)
  }
}

extension Problem: Encodable {
  private enum Member: String, CodingKey { case type, title, status, detail, position, parameter }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode("about:blank", forKey: .type)
    try members.encode(status.reasonPhrase, forKey: .title)
    try members.encode(status.code, forKey: .status)
    try members.encode(detail, forKey: .detail)
    try members.encodeIfPresent(position, forKey: .position)
    try members.encodeIfPresent(parameter, forKey: .parameter)
  }
}

extension Problem {
  static let notFound = Problem(.notFound, "there is nothing at this path; see /openapi.json")
  static let internalError = Problem(.internalServerError, "something went wrong on the server")

  static func methodNotAllowed(_ allowed: String) -> Problem {
    Problem(
      .methodNotAllowed, "this path is for \(allowed) alone", headers: [.allow: allowed])
  }

  static func targetTooLong(limit: Int) -> Problem {
    Problem(.uriTooLong, "path and query are longer than \(limit) bytes; shorten the query")
  }

  static func bodyTooLarge(limit: Int) -> Problem {
    Problem(.contentTooLarge, "a body has at most \(limit) bytes here, of a length said beforehand")
  }

  static func headersTooLarge(_ limits: RequestLimits) -> Problem {
    Problem(
      .requestHeaderFieldsTooLarge,
      "headers are at most \(limits.headerFields), of \(limits.headers) bytes together")
  }

  static func badHost(_ reason: String) -> Problem {
    Problem(.badRequest, "the request's Host is not right: \(reason)")
  }

  static let misdirected = Problem(
    .misdirectedRequest, "this server does not answer for the Host of the request")

  static let unauthorized = Problem(
    .unauthorized, "name the token of this server: Authorization: Bearer TOKEN",
    headers: [.wwwAuthenticate: "Bearer realm=\"vraagbaak\""])

  /// Too much at once: the same request may succeed a little later.
  static func busy(_ detail: String) -> Problem {
    Problem(.serviceUnavailable, detail, headers: [.retryAfter: "1"])
  }

  static func badParameter(_ name: String, _ detail: String) -> Problem {
    Problem(.badRequest, "\(name): \(detail)", parameter: name)
  }

  /// What no parser of HTTP takes.
  init(_ error: HTTPParserError, _ limits: RequestLimits) {
    switch error {
    case .headerOverflow: self = .headersTooLarge(limits)
    case .invalidMethod: self.init(.notImplemented, "there is no such method")
    default: self.init(.badRequest, "this is no request of HTTP/1.1")
    }
  }

  /// What a search threw. Where the index lies is nobody's business; the server's log has it.
  init(_ error: SearchError, id: String? = nil) {
    switch error {
    case .query(let error):
      self.init(.unprocessableContent, error.message, position: error.position)
    case .index(.noSuchDocument(let id)):
      self.init(.notFound, "no document is called \(WireFormat.line(id))")
    case .index(.severalDocuments(let candidates)):
      self.init(.multipleChoices, candidates.description)
    case .index: self = .busy("the index cannot be read now")
    case .deadlineExceeded: self = .busy("the search took too long; ask for less")
    case .overloaded: self = .busy("too many searches wait already")
    case .cancelled: self = .busy("the search was cancelled")
    }
  }
}
