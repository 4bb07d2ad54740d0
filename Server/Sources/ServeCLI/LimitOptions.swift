import ArgumentParser
import VraagbaakServer

/// What requests may cost.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Hits of a page at most.", valueName: "n"))
  var maxLimit = RequestLimits().page

  @Option(help: ArgumentHelp("Hits that may be passed over.", valueName: "n"))
  var maxOffset = RequestLimits().offset

  @Option(help: ArgumentHelp("Characters of a query at most.", valueName: "n"))
  var maxQuery = RequestLimits().query

  @Option(help: ArgumentHelp("Documents of an export at most.", valueName: "n"))
  var maxRows = RequestLimits().rows

  @Option(help: ArgumentHelp("Seconds that one search may take.", valueName: "s"))
  var deadline = 5.0

  @Option(
    help: ArgumentHelp(
      "Searches at once. Default: as many as the machine has cores.", valueName: "n"))
  var searches: Int?

  @Option(help: ArgumentHelp("Searches that may wait.", valueName: "n"))
  var maxWaiting = RequestLimits().waiting

  @Option(help: ArgumentHelp("Connections at once.", valueName: "n"))
  var maxConnections = RequestLimits().connections

  @Option(help: ArgumentHelp("Seconds in which a request has to come.", valueName: "s"))
  var readTimeout = 15.0

  @Option(
    help: ArgumentHelp("Seconds in which each piece of an answer has to be taken.", valueName: "s"))
  var writeTimeout = 30.0

  func validate() throws {
    let counts = [
      ("max-limit", maxLimit, 1...10_000), ("max-offset", maxOffset, 0...1_000_000),
      ("max-query", maxQuery, 1...5_000), ("max-rows", maxRows, 1...1_000_000),
      ("searches", searches ?? 1, 1...1_000), ("max-waiting", maxWaiting, 0...100_000),
      ("max-connections", maxConnections, 1...100_000),
    ]
    for (name, value, range) in counts where !range.contains(value) {
      throw ValidationError("--\(name) is from \(range.lowerBound) to \(range.upperBound)")
    }
    for (name, value) in [
      ("deadline", deadline), ("read-timeout", readTimeout), ("write-timeout", writeTimeout),
    ] where !(0.01...86_400).contains(value) {
      throw ValidationError("--\(name) is from 0.01 to 86400 seconds")
    }
  }

  var limits: RequestLimits {
    var limits = RequestLimits()
    limits.page = maxLimit
    limits.offset = maxOffset
    limits.query = maxQuery
    limits.rows = maxRows
    limits.deadline = .seconds(deadline)
    limits.searches = searches
    limits.waiting = maxWaiting
    limits.connections = maxConnections
    limits.reading = .seconds(readTimeout)
    limits.writing = .seconds(writeTimeout)
    return limits
  }
}
