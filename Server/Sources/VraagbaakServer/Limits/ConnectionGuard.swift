import Hummingbird
import NIOCore
import NIOHTTP1

/// Stands right behind the parser of a connection: answers what is no request that is let in, and cuts off
/// who sends or takes too slowly.
///
/// It stands before what compresses, which must not see an answer without its request.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let limits: RequestLimits
  /// Requests that came and have no whole answer yet.
  private var unanswered = 0
  private var bodyBytes = 0
  /// Whether the head of a request came, and not yet its end.
  private var isInRequest = false
  /// Whether no request is to follow the one that came last.
  private var isLast = false
  /// Whether nothing is read any more, and the connection is closed behind the answer under way.
  private var isEnding = false
  private var refusal: Problem?
  private var reading: Scheduled<Void>?
  private var writing: Scheduled<Void>?
  /// Pieces that were handed to the system and not taken yet.
  private var untaken = 0

  init(_ limits: RequestLimits) { self.limits = limits }

  // MARK: Time

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { awaitRequest(context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { cancelAll() }

  func channelActive(context: ChannelHandlerContext) {
    awaitRequest(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    cancelAll()
    context.fireChannelInactive()
  }

  private func cancelAll() {
    reading?.cancel()
    writing?.cancel()
  }

  private func awaitRequest(_ context: ChannelHandlerContext) {
    reading?.cancel()
    reading = closing(context, after: limits.reading)
  }

  private func closing(_ context: ChannelHandlerContext, after time: Duration) -> Scheduled<Void> {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    return context.eventLoop.scheduleTask(in: TimeAmount(time)) {
      bound.value.close(promise: nil)
    }
  }

  // MARK: Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isEnding else { return }
    switch unwrapInboundIn(data) {
    case .head(var head):
      guard head.uri.utf8.count <= limits.target else {
        return refuse(.targetTooLong(limit: limits.target), context)
      }
      let size = head.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
      guard size <= limits.headers else {
        return refuse(.headersTooLarge(limits), context)
      }
      guard head.headers["host"].count <= 1 else {
        return refuse(.badHost("it names several hosts"), context)
      }
      bodyBytes = 0
      unanswered += 1
      isInRequest = true
      isLast = !head.isKeepAlive
      if reading == nil { awaitRequest(context) }
      Compression.preferGzip(&head)
      context.fireChannelRead(wrapInboundOut(.head(head)))
      return
    case .body(let bytes):
      bodyBytes += bytes.readableBytes
      // A little more is read and dropped, so that the answer to what was too large arrives.
      guard bodyBytes <= 4 * limits.body else {
        context.close(promise: nil)
        return
      }
    case .end:
      reading?.cancel()
      reading = nil
      isInRequest = false
      isEnding = isLast
    }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else {
      context.fireErrorCaught(error)
      return
    }
    refuse(Problem(error, limits), context)
  }

  /// Answers at once, or behind the answers to what came before. Where the head of the same request was
  /// taken already, its answer is the only one.
  private func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
    guard !isEnding else { return }
    isEnding = true
    refusal = isInRequest ? nil : problem
    if unanswered == 0 { writeRefusal(context) }
    // Otherwise the answer that is under way ends it.
  }

  private func writeRefusal(_ context: ChannelHandlerContext) {
    guard let problem = refusal else { return }
    refusal = nil
    let body = problem.json
    var headers = HTTPHeaders(problem.headers)
    headers.add(name: "content-length", value: String(body.count))
    headers.add(name: "connection", value: "close")
    let status = HTTPResponseStatus(statusCode: problem.status.code)
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
    let written = context.eventLoop.makePromise(of: Void.self)
    close(context, behind: written)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
  }

  private func close(_ context: ChannelHandlerContext, behind written: EventLoopPromise<Void>) {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    written.futureResult.whenComplete { _ in bound.value.close(promise: nil) }
  }

  // MARK: Answers

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part = unwrapOutboundIn(data)
    let taken = promise ?? context.eventLoop.makePromise()
    untaken += 1
    if writing == nil { writing = closing(context, after: limits.writing) }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    taken.futureResult.whenComplete { _ in bound.value.0.pieceTaken(bound.value.1) }
    if case .head(var head) = part, isEnding || isLast, unanswered == 1, refusal == nil {
      head.headers.replaceOrAdd(name: "connection", value: "close")
      context.write(wrapOutboundOut(.head(head)), promise: taken)
      return
    }
    context.write(data, promise: taken)
    guard case .end = part else { return }
    unanswered -= 1
    guard unanswered == 0 else { return }
    if refusal != nil {
      writeRefusal(context)
    } else if isEnding {
      // Not before the other side has taken all of it.
      close(context, behind: taken)
    } else if reading == nil {
      awaitRequest(context)
    }
  }

  private func pieceTaken(_ context: ChannelHandlerContext) {
    untaken -= 1
    writing?.cancel()
    writing =
      untaken > 0 && context.channel.isActive ? closing(context, after: limits.writing) : nil
  }
}

extension HTTPHeaders {
  fileprivate init(_ fields: HTTPFields) {
    self.init(fields.map { ($0.name.rawName, $0.value) })
  }
}
