import Dispatch
import Synchronization
import TestSupport
import Testing
import Xapian

/// What another thread stops, and that asking whether it did changes nothing.
struct StopTests {
  private static let built: Result<TemporaryDirectory, any Error> = Result {
    let directory = try TemporaryDirectory()
    let writer = try WritableDatabase(path: directory.path + "/db", mode: .create)
    var words = Words()
    for number in 1...1_000 {
      var item = document((0..<40).map { _ in words.next() }.joined(separator: " "), number: number)
      item.setValue(2, Array("\(number * 7_919 % 1_000)".utf8))
      try writer.add(item)
    }
    for number in 0..<5_000 { try writer.setMetadata("W\(number)", to: [1]) }
    try writer.commit()
    return directory
  }

  private let database: Database

  init() throws { database = try Database(path: Self.built.get().path + "/db") }

  private static func sequence(_ order: SequenceTest.Order, _ terms: [String]) -> Query {
    .sequence(SequenceTest(order, terms), slot: 7)
  }
  private static let all = Query.or((0..<40).map { .term("w\($0)") })
  private static let phrases = Query.or(
    (0..<6).map { sequence(.phrase, ["w\($0)", "w\($0 + 1)", "w\($0 + 2)"]) })

  private static let searches: [(Enquire, Int, Int)] = {
    var searches: [(Enquire, Int, Int)] = []
    let queries: [Query] = [
      all, phrases, .term("w3", wqf: 2), .everything, .nothing, .scale(all, by: 0),
      .and([.term("w1"), .term("w7"), .term("w30")]), .andNot(all, .term("w2")),
      .andMaybe(.term("w20"), phrases), .filter(.term("w5"), phrases),
      .synonym([.term("w38"), all]),
      sequence(.near(window: 4), ["w9", "w14"]),
      .valueRange(slot: 2, Array("3".utf8), Array("5".utf8)),
      .or([.scale(.term("w39"), by: 3.5), sequence(.occurs, ["w12"])]),
    ]
    for query in queries {
      for (order, facets) in [
        (Enquire.Order.relevance, [2]), (.relevance, []),
        (.valueThenRelevance(slot: 2, descending: true), []),
        (.valueThenRelevance(slot: 2, descending: false), [1, 2]),
      ] {
        var enquire = Enquire(query)
        enquire.weighting = .bm25(k1: 12, k2: 0, k3: 1, b: 0.85, minNormLength: 0.1)
        enquire.order = order
        enquire.facetSlots = facets
        enquire.valueSlots = [0]
        for (first, least) in [(0, 0), (0, 100), (20, 10_000)] {
          searches.append((enquire, first, least))
        }
      }
    }
    return searches
  }()

  @Test("Watched or not, hits, scores, counts and facets are the same to the last bit")
  func identical() throws {
    for (enquire, first, least) in Self.searches {
      let free = try enquire.run(on: database, first: first, maxItems: 10, checkAtLeast: least)
      let watched = try StopFlag().watched { () throws(XapianError) in
        try enquire.run(on: database, first: first, maxItems: 10, checkAtLeast: least)
      }
      #expect(free == watched, "\(enquire)")
    }
    let free = try Enquire(Self.all).expansion(on: database, relevant: [1, 2, 9], maxItems: 20)
    let watched = try StopFlag().watched { () throws(XapianError) in
      try Enquire(Self.all).expansion(on: database, relevant: [1, 2, 9], maxItems: 20)
    }
    #expect(free == watched && !free.isEmpty)
  }

  @Test(
    "A call stops in its middle",
    arguments: ["weights", "phrases", "matches", "facets", "documents", "keys"])
  func stops(_ what: String) throws {
    let database = database
    #expect(
      try stopsInside {
        switch what {
        case "weights":
          _ = try Enquire(Self.all).run(on: database, maxItems: 10, checkAtLeast: 10_000)
        case "phrases":
          // That nobody has: else the matches stop it.
          let query = Self.sequence(.phrase, Array(repeating: "w0", count: 9))
          _ = try Enquire(query).run(on: database, maxItems: 0, checkAtLeast: 10_000)
        case "matches":
          var enquire = Enquire(.everything)
          enquire.order = .valueThenRelevance(slot: 2, descending: true)
          _ = try enquire.run(on: database, maxItems: 10, checkAtLeast: 10_000)
        case "facets":
          var enquire = Enquire(.everything)
          enquire.facetSlots = [1, 2]
          _ = try enquire.run(on: database, maxItems: 1, checkAtLeast: 10_000)
        case "documents": _ = try Enquire(.everything).run(on: database, maxItems: 1_000)
        default: _ = try database.metadataKeys(prefix: "W")
        }
      })
  }

  @Test("A thread asks for its own flag only, and only while it watches")
  func scope() throws {
    let stop = StopFlag()
    stop.set()
    #expect(throws: Never.self) { try StopFlag.check() }
    #expect(throws: Never.self) { try Enquire(Self.all).run(on: database, maxItems: 1) }
    let kind = { () -> XapianError.Kind? in
      do throws(XapianError) {
        try StopFlag.check()
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(stop.watched(kind) == .stopped)
    #expect(stop.watched { StopFlag().watched(kind) } == nil)
    #expect(kind() == nil)
    stop.watched {
      _ = #expect(throws: XapianError.self) {
        try Enquire(Self.all).run(on: database, maxItems: 1)
      }
    }
    #expect(throws: Never.self) { try Enquire(Self.all).run(on: database, maxItems: 1) }
  }

  /// Whether the body throws `.stopped` when its flag is set after it began; it is run again and again
  /// until that happens.
  private func stopsInside(_ body: () throws -> Void) throws -> Bool {
    for attempt in 1...50 {
      let stop = StopFlag()
      let isSet = Atomic(false)
      // The global queues have no thread left where tests take all.
      DispatchQueue(label: "stop").asyncAfter(deadline: .now() + .microseconds(300 * attempt)) {
        isSet.store(true, ordering: .sequentiallyConsistent)
        stop.set()
      }
      var hasBegun = true
      do {
        try stop.watched {
          while hasBegun {
            hasBegun = !isSet.load(ordering: .sequentiallyConsistent)
            try body()
          }
        }
      } catch let error as XapianError where error.kind == .stopped {
        if hasBegun { return true }
      }
    }
    return false
  }
}

/// Words of which the first are frequent, always the same ones.
private struct Words {
  private var generator = SeededGenerator(seed: 7)

  mutating func next() -> String {
    let share = Double.random(in: 0..<1, using: &generator)
    return "w\(Int(share * share * 40))"
  }
}
