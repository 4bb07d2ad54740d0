import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// A connection of HTTP/1.1 with the server's limits, and answers compressed where they are asked for so.
struct GuardedConnection: ServerChildChannel, HTTPChannelHandler {
  typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  let responder: HTTPChannelHandler.Responder
  let limits: RequestLimits

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      var decoding = NIOHTTPDecoderLimitConfiguration()
      // Path and headers together: the guard tells which of them is too large, if the parser has them whole.
      decoding.maxHeaderFieldSize = 2 * (limits.target + limits.headers)
      decoding.maxHeaderListSize = 2 * (limits.target + limits.headers)
      decoding.maxHeaderFieldCount = limits.headerFields
      let pipeline = channel.pipeline.syncOperations
      try pipeline.configureHTTPServerPipeline(
        withPipeliningAssistance: false, withErrorHandling: false,
        withOutboundHeaderValidation: false, withEncoderConfiguration: .init(),
        withDecoderLimitConfiguration: decoding)
      try pipeline.addHandler(ConnectionGuard(limits))
      try pipeline.addHandler(
        HTTPResponseCompressor(initialByteBufferCapacity: 16_384) { head, _ in
          Compression.isWorthIt(&head) ? .compressIfPossible : .doNotCompress
        })
      try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
      // For connections that are idle when the server ends.
      try pipeline.addHandler(HTTPConnectionStateHandler(idleTimeout: nil, logger: logger))
      return try NIOAsyncChannel(
        wrappingChannelSynchronously: channel,
        configuration: .init(isOutboundHalfClosureEnabled: true))
    }
  }

  func handle(value: Value, logger: Logger) async {
    await handleHTTP(asyncChannel: value, logger: logger)
  }
}

/// Which answers are compressed.
enum Compression {
  private static let least = 1_024

  /// Leaves gzip alone where it is accepted: the compressor would take deflate, which some programs read in
  /// another way.
  static func preferGzip(_ head: inout HTTPRequestHead) {
    let accepted = head.headers[canonicalForm: "accept-encoding"].contains { coding in
      let parts = coding.lowercased().filter { !$0.isWhitespace }.split(separator: ";")
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
      return ["gzip", "x-gzip"].contains(parts.first)
        && weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1 > 0
    }
    if accepted { head.headers.replaceOrAdd(name: "accept-encoding", value: "gzip") }
  }

  static func isWorthIt(_ head: inout HTTPResponseHead) -> Bool {
    let isMarked = head.headers.contains(name: HTTPField.Name.identity.rawName)
    head.headers.remove(name: HTTPField.Name.identity.rawName)
    let length = head.headers.first(name: "content-length").flatMap { Int($0) }
    return !isMarked && (length ?? .max) >= least
  }
}
