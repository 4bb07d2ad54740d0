import Foundation
import Testing

/// How a command ends by a signal of a crash.
struct SignalTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("vragen.jsonl", #"{"id": "1", "question": "Hoeveel trams?"}"#)
  }

  /// Runs a script beside a command that waits for changes of its sources, and ends that.
  private func whileWatching(_ script: String) throws -> Command.Outcome {
    try place.shell(
      """
      vraagbaak index --word-list /dev/null --quiet --index './een ix' vragen.jsonl
      export SWIFT_BACKTRACE=enable=no
      vraagbaak update --watch --index './een ix' > gezegd &
      until [ -s gezegd ]; do sleep 0.05; done
      \(script)
      wait $!
      """)
  }

  @Test(
    "Where the engine reads what it must not, a line says what to do", arguments: ["SEGV", "BUS"])
  func engine(signal: String) throws {
    let outcome = try whileWatching("kill -\(signal) $!")
    #expect(outcome.status == 3)
    #expect(outcome.errors.hasPrefix("vraagbaak: stopped inside the search engine"))
    #expect(outcome.errors.hasSuffix("vraagbaak check --index './een ix'\n"))
  }

  @Test("A broken rule of the program itself stays a crash")
  func own() throws {
    let outcome = try whileWatching("grep SigCgt /proc/$!/status; kill $!")
    let digits = try #require(outcome.output.split(whereSeparator: \.isWhitespace).last)
    let caught = try #require(UInt64(digits, radix: 16))
    let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]
    #expect(
      signals.map { caught >> UInt64($0 - 1) & 1 == 1 } == [true, true, false, false, false, false])
  }
}
