import TestSupport
import Testing

struct SeededGeneratorTests {
  @Test("A seed gives the numbers that SplitMix64 has for it, each time")
  func known() {
    for _ in 0..<2 {
      var generator = SeededGenerator(seed: 1_234_567)
      let numbers = (0..<3).map { _ in generator.next() }
      #expect(
        numbers == [
          6_457_827_717_110_365_317, 3_203_168_211_198_807_973,
          9_817_491_932_198_370_423,
        ])
      #expect(generator.description == "VRAAGBAAK_SEED=1234567")
    }
  }
}
