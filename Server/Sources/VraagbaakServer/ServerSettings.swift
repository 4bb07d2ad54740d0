import Vraagbaak

/// Where the server listens, who may ask, and what a request may cost.
public struct ServerSettings: Sendable {
  public var host = "127.0.0.1"
  public var port = 8080
  /// Names by which it is asked besides those of the address that it listens on.
  public var allowedHosts: [String] = []
  /// Origins of web pages of others that may read its answers.
  public var origins: [String] = []
  /// What a request has to prove itself by; nil: nothing.
  public var token: BearerToken?
  public var limits = RequestLimits()

  public init() {}

  /// Whether only programs on this machine can reach it.
  public var isLoopback: Bool { HostName(host).isLoopback }
}

/// What a request may be and cost.
public struct RequestLimits: Sendable {
  /// Bytes of the headers together.
  public var headers = 16_384
  public var headerFields = 100
  /// Bytes of a body. No request of `/v1` needs one.
  public var body = 65_536
  /// Characters of a query.
  public var query = 2_000
  /// Hits of a page, and how many may stand before it.
  public var page = 100
  public var offset = 10_000
  /// Rows of an export, and how many exports run at once.
  public var rows = 100_000
  public var exports = 2
  /// For one search, waiting included.
  public var deadline = Duration.seconds(5)
  /// Searches that run at once; nil: as many as the machine has cores.
  public var searches: Int?
  /// Searches that wait.
  public var waiting = 200
  public var connections = 512
  /// Within so much time a request has to come whole, from the start of the connection or the end of the
  /// last answer.
  public var reading = Duration.seconds(15)
  /// Within so much time each piece of an answer has to be taken.
  public var writing = Duration.seconds(30)
  /// So long answers that are under way are waited for when the server ends.
  public var draining = Duration.seconds(20)

  public init() {}

  /// Bytes of the path with its query: a query of any letters, each in up to twelve signs of percent-encoding,
  /// and as much as anybody needs besides.
  var target: Int { 8_192 + 12 * query }

  var queryLimits: QueryLimits {
    var limits = QueryLimits.standard
    limits.characters = query
    limits.hits = max(page, limits.hits)
    limits.offset = max(offset, rows)
    limits.asksForFiles = false
    return limits
  }
}
