import Foundation
import Logging
import ServiceLifecycle
import Vraagbaak

@testable import VraagbaakServer

/// An index of documents of our own in a directory that goes with it.
final class TestIndex: Sendable {
  let directory: String
  var index: Index { Index(at: directory + "/index") }
  private var source: String { directory + "/geheime-map/vragen.jsonl" }

  /// - Parameter records: lines of JSON.
  init(_ records: [String] = Records.all) throws {
    directory = NSTemporaryDirectory() + "vraagbaak-server-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: directory + "/geheime-map", withIntermediateDirectories: true)
    try write(records)
    try build()
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  func write(_ records: [String]) throws {
    try (records.joined(separator: "\n") + "\n").write(
      toFile: source, atomically: true, encoding: .utf8)
  }

  func build() throws { try index.build(from: [directory + "/geheime-map"], wordList: nil) }

  /// A server on it, as others reach it.
  func serve<Value: Sendable>(
    _ settings: ServerSettings = ServerSettings(),
    _ test: @Sendable (TestServer) async throws -> Value
  ) async throws -> Value {
    var settings = settings
    settings.port = 0
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let server = try VraagbaakServer(index, settings, logger: logger)
    let (ports, port) = AsyncStream<Int>.makeStream()
    let group = ServiceGroup(
      services: [server.application { port.yield($0) }], logger: logger)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { port.finish() }
        try await group.run()
      }
      var iterator = ports.makeAsyncIterator()
      guard let number = await iterator.next() else {
        try await tasks.waitForAll()
        throw CancellationError()
      }
      let outcome: Result<Value, any Error>
      do {
        outcome = .success(try await test(TestServer(port: number, group: group)))
      } catch {
        outcome = .failure(error)
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
      return try outcome.get()
    }
  }
}

enum Records {
  /// More than an export takes in one piece.
  static let many = (1...450).map { number in
    """
    {"id": "\(number > 225 ? "nieuw" : "oud")/\(number)", "title": "Fietspaden langs weg \(number)", \
    "question": "Hoeveel fietspaden zijn er langs weg \(number)?", "answer": "Er zijn er \(number).", \
    "date": "20\(10 + number % 12)-03-\(10 + number % 20)", "asker": "Jan Peeters", "party": "Groen", \
    "minister": "Zuhal Demir"}
    """
  }

  /// What would do harm where it is not escaped.
  static let hostile = """
    {"id": "kwaad", "title": "=HYPERLINK(\\"http://kwaad.example\\")<script>alert(1)</script>", \
    "question": "Werkt \\u001b[31mrood\\u001b[0m en \\u202egekeerd\\u202c <img src=x onerror=alert(1)>?", \
    "answer": "@SUM(1) ]]> & 'nee'", "date": "2024-05-06", "asker": "+Piet Janssens"}
    """

  static let inburgering = """
    {"id": "inburgering", "title": "Inburgering in de gemeenten", "question": "Hoeveel inburgeraars zijn er?", \
    "answer": "Er zijn er 12.", "date": "2023-02-01", "asker": "An Willems", "party": "N-VA", "thema": "inburgering"}
    """

  static let all = many + [hostile, inburgering]
}
