import Foundation
import TestSupport
import Testing

/// The bundled sample, indexed by the command once for all tests, with the real word list.
enum Sample {
  static let documents = "indexes/voorbeeld/documenten"
  static let topics = "indexes/voorbeeld/topics.tsv"

  private static let built: Result<TemporaryDirectory, any Error> = Result {
    let directory = try TemporaryDirectory()
    let outcome = try Command(directory: directory.path).run(
      ["index", "--index", directory.path + "/voorbeeld", documents])
    try #require(outcome.status == 0, "\(outcome)")
    try #require(outcome.output.contains("18 documents"), "\(outcome)")
    return directory
  }

  /// Its directory; not to be written to.
  static func index() throws -> String { try built.get().path + "/voorbeeld" }
}
