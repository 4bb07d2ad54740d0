import Glibc

/// Random numbers that can be had again (SplitMix64): the same seed gives the same numbers.
///
/// ```swift
/// var generator = SeededGenerator()
/// let word = words.randomElement(using: &generator)
/// #expect(isRight(word), "\(generator)")
/// ```
///
/// A test draws all that is random in it from one generator, and says it as the comment of its
/// expectations: a failure then shows `VRAAGBAAK_SEED=123`, and with this before `swift test` the
/// same numbers come again. Each test, and each argument of one, makes its own generator.
public struct SeededGenerator: RandomNumberGenerator, CustomStringConvertible {
  public let seed: UInt64
  private var state: UInt64

  /// Begins with the seed, else with that of the environment's `VRAAGBAAK_SEED`, else with one that
  /// differs from run to run.
  public init(seed: UInt64? = nil) {
    self.seed = seed ?? Self.environment ?? .random(in: 0...999_999)
    state = self.seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  public var description: String { "VRAAGBAAK_SEED=\(seed)" }

  private static let environment = getenv("VRAAGBAAK_SEED").flatMap { UInt64(String(cString: $0)) }
}
