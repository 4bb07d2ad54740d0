import Glibc
import TestSupport
import Testing

@testable import Vraagbaak

/// Queries that nobody would type. `VRAAGBAAK_FUZZ=1000000` makes it a long run, in which no query may
/// take 50 ms either.
struct QueryFuzzTests {
  private static let pieces = [
    "\"", "(", ")", "+", "-", "*", ":", "|", " ", "AND", "OR", "NOT", "NEAR/3", "vrager:", "datum:",
    "soort:", "titel:", "2022..", "taal", "é", "\u{301}", "👩‍👩‍👧", "“", "”", "'s", "welk(e)", "\u{0}",
    "\n", "https://", "12bis",
  ]
  private static let valid = [
    #"inburgering +"Van Rooy" datum:2022..2023-03 -sport"#,
    "taal AND (werk OR sport) AND NOT soort:antwoord", "titel:fiets* taal NEAR/5 werk",
    #"partij:N-VA|Vooruit minister:"gelijke kansen" (a OR (b AND (c OR d)))"#,
  ]

  private static func random(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...12, using: &generator)
    let chosen = (0..<count).map { _ in piece(&generator) }
    return chosen.joined(separator: Bool.random(using: &generator) ? " " : "")
  }

  private static func piece(_ generator: inout SeededGenerator) -> String {
    pieces[Int.random(in: 0..<pieces.count, using: &generator)]
  }

  /// A good query with characters taken out, doubled or replaced.
  private static func mutated(_ generator: inout SeededGenerator) -> String {
    var characters = Array(valid[Int.random(in: 0..<valid.count, using: &generator)])
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !characters.isEmpty {
      let index = Int.random(in: 0..<characters.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: characters.remove(at: index)
      case 1: characters.insert(characters[index], at: index)
      case 2: characters.insert(contentsOf: piece(&generator), at: index)
      default: characters += characters[index...]
      }
    }
    return String(characters)
  }

  @Test("Random and mutated queries are parsed or refused at a place in them, never worse")
  func fuzz() {
    let asked = getenv("VRAAGBAAK_FUZZ").flatMap { Int(String(cString: $0)) }
    let count = asked ?? 20_000
    var generator = SeededGenerator()
    var refused = 0
    var slowest = Duration.zero
    for number in 0..<count {
      let text =
        number.isMultiple(of: 2) ? Self.random(&generator) : Self.mutated(&generator)
      let start = ContinuousClock.now
      do {
        _ = try SearchQuery.parse(text)
      } catch {
        refused += 1
        #expect(error.isStrict, "\(text): \(error), \(generator)")
        #expect(
          (error.position ?? -1) >= 0 && (error.position ?? 0) <= text.count,
          "\(text), \(generator)")
      }
      slowest = max(slowest, start.duration(to: .now))
    }
    #expect(refused > 0 && refused < count, "\(generator)")
    if asked != nil { #expect(slowest < .milliseconds(50), "of \(count) queries, \(generator)") }
  }

  @Test("The longest queries that are allowed are parsed")
  func longest() throws {
    for piece in ["a ", "\"b c\" ", "d OR ", "(e) ", "+f -g ", "titel:he* "] {
      let text = String(repeating: piece, count: 240) + "z"
      #expect(throws: Never.self) { try SearchQuery.parse(text) }
    }
  }
}

extension QueryError {
  /// What is meant as syntax and is wrong, or empty, or too much.
  fileprivate var isStrict: Bool {
    switch problem {
    case .noWords, .emptyValue, .unknownField, .unknownKind, .badDate, .badAnswered,
      .endsBeforeItBegins,
      .nearNeedsWords, .badDistance, .wildcardInPhrase, .wildcardTooShort, .tooLong,
      .tooManyParts, .tooDeep:
      true
    default: false
    }
  }
}
