import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// What is news to saved searches, run after run.
struct AlertsTests {
  /// Questions in a file, an index of it, and saved searches beside.
  private final class Bench {
    let sources: Sources
    var file: String { sources.outside("z.json") }
    var state: String { file + ".state" }
    private var records: [String: String] = [:]
    private var time = 1_000_000

    init(_ searches: String, _ records: [String: String]) throws {
      sources = try Sources()
      self.records = records
      try save(searches)
      try write()
      try sources.build()
    }

    static func record(_ question: String, _ answer: String? = nil, _ more: String = "") -> String {
      let answer = answer.map { #", "answer": "\#($0)""# } ?? ""
      return #""question": "\#(question)", "title": "Over \#(question)"\#(answer)\#(more)"#
    }

    func save(_ searches: String) throws { try FileSystem.write(Array(searches.utf8), to: file) }

    private func write() throws {
      try sources.write(
        "a.jsonl",
        records.sorted { $0.key < $1.key }.map { #"{"id": "\#($0.key)", \#($0.value)}"# }
          .joined(separator: "\n") + "\n")
    }

    func update(_ changes: [String: String?]) throws {
      for (id, record) in changes { records[id] = record }
      try write()
      try sources.index.update()
    }

    /// - Parameter days: since the last run.
    func news(
      days: Double = 1, since: CalendarDate? = nil, isTold: Bool = true, isDryRun: Bool = false
    ) async throws -> Alerts.News {
      time += Int(days * 86_400)
      let alerts = try Alerts(file: file, isDryRun: isDryRun)
      let news = try await alerts.news(in: sources.index.searcher(), since: since, time: time)
      if isTold { try alerts.told(news) }
      return news
    }

    /// `Trams: 3 nieuw, 4 beantwoord`, a text for each group.
    func told(days: Double = 1, since: CalendarDate? = nil) async throws -> [String] {
      Self.shown(try await news(days: days, since: since).digest)
    }

    static func shown(_ digest: Digest) -> [String] {
      digest.groups.map { group in
        "\(group.name): "
          + group.items.map { item in
            "\(item.hit.document.id) \(item.news.rawValue)"
              + (item.alsoIn.isEmpty ? "" : " (\(item.alsoIn.joined(separator: ", ")))")
          }.sorted().joined(separator: ", ")
      }
    }
  }

  private static let trams = #"[{"name": "Trams", "query": "trams"}]"#
  private static let open = Bench.record("Hoeveel trams?")
  private static let answered = Bench.record("Hoeveel trams?", "Twaalf trams.")

  @Test("The first run tells nothing, later ones what is new, once")
  func new() async throws {
    let bench = try Bench(Self.trams, ["1": Self.open, "2": Bench.record("Hoeveel bussen?")])
    let first = try await bench.news()
    #expect(first.digest.isEmpty && first.notes == [.began("Trams", found: 1, told: 0)])
    #expect(try await bench.told() == [])
    try bench.update(["3": Self.open, "4": Bench.record("Welke veren?")])
    #expect(try await bench.told() == ["Trams: 3 nieuw"])
    #expect(try await bench.told() == [])
  }

  @Test("An answer to an open question is news, once; a correction is none")
  func answers() async throws {
    let bench = try Bench(Self.trams, ["1": Self.open, "2": Self.answered])
    #expect(try await bench.told() == [])
    try bench.update(["1": Self.answered, "2": Bench.record("Hoeveel trams dan?", "Elf.")])
    #expect(try await bench.told() == ["Trams: 1 beantwoord"])
    try bench.update(["1": Self.open])
    #expect(try await bench.told() == [])
    try bench.update(["1": Self.answered])
    #expect(try await bench.told() == [])
    // A question that is told and answered later is told twice, with its answer answered questions once.
    try bench.update(["3": Self.open, "4": Self.answered])
    #expect(try await bench.told() == ["Trams: 3 nieuw, 4 nieuw"])
    try bench.update(["3": Self.answered])
    #expect(try await bench.told() == ["Trams: 3 beantwoord"])
  }

  @Test("A rebuild is no news, nor are documents that go and come back")
  func rebuild() async throws {
    let bench = try Bench(Self.trams, ["1": Self.open, "2": Self.open])
    #expect(try await bench.told() == [])
    try bench.update(["2": nil, "3": Self.open])
    #expect(try await bench.told() == ["Trams: 3 nieuw"])
    try bench.sources.build()
    #expect(try await bench.told() == [])
    try bench.update(["2": Self.open])
    #expect(try await bench.told() == [])
  }

  @Test("What is found only because other words became known is no news")
  func knownWords() async throws {
    let bench = try Bench(
      #"[{"name": "Fiets", "query": "fiets"}]"#, ["1": #""question": "Welke fietspaden?""#])
    #expect(try await bench.news().notes == [.began("Fiets", found: 0, told: 0)])
    try bench.sources.build(words: "fiets", "fietsen", "pad", "paden", "fietspad")
    #expect(try await bench.sources.ids("fiets") == ["1"])
    #expect(try await bench.told() == [])
    // It counts as found from then on.
    try bench.update(["1": Bench.record("Welke fietspaden? En fietsen?")])
    #expect(try await bench.told() == [])
    try bench.update(["2": #""question": "Hoeveel fietspaden?""#])
    #expect(try await bench.told() == ["Fiets: 2 nieuw"])
  }

  @Test("A document stands once in a digest, with the other searches that find it")
  func once() async throws {
    let bench = try Bench(
      #"[{"name": "A", "query": "trams"}, {"name": "B", "query": "veren"}, {"name": "C", "query": "trams OR veren"}]"#,
      ["1": Self.open])
    #expect(try await bench.told() == [])
    try bench.update(["2": Bench.record("Trams en veren?"), "3": Bench.record("Veren?")])
    #expect(try await bench.told() == ["A: 2 nieuw (B, C)", "B: 3 nieuw (C)"])
  }

  @Test("The filters of a search hold")
  func filters() async throws {
    let bench = try Bench(
      #"[{"name": "Open", "query": "trams status:open"}]"#, ["1": Self.open])
    #expect(try await bench.told() == [])
    try bench.update(["1": Self.answered, "2": Self.answered, "3": Self.open])
    #expect(try await bench.told() == ["Open: 3 nieuw"])
  }

  @Test("A weekly search waits for its week, and tells all of it but what was told before")
  func every() async throws {
    let bench = try Bench(
      #"[{"name": "A", "query": "trams"}, {"name": "W", "query": "trams veren", "every": "week"}]"#,
      ["1": Self.open])
    #expect(try await bench.told() == [])
    try bench.update(["2": Self.open, "3": Bench.record("Welke veren?")])
    #expect(try await bench.told() == ["A: 2 nieuw"])
    try bench.update(["3": Bench.record("Welke veren?", "Alle.")])
    #expect(try await bench.told(days: 5) == [])
    #expect(try await bench.told(days: 0.9) == ["W: 3 beantwoord"])
    #expect(try await bench.told(days: 7) == [])
  }

  @Test("A new query of a search tells what is new since its last run; a new name changes nothing")
  func edited() async throws {
    let bench = try Bench(
      Self.trams,
      ["1": Self.open, "2": Bench.record("Veren?"), "3": Bench.record("Veren en boten?")])
    #expect(try await bench.told() == [])
    try bench.update(["4": Bench.record("Nog meer veren?"), "5": Self.open])
    try bench.save(#"[{"name": "Trams", "query": "veren"}]"#)
    let news = try await bench.news()
    #expect(Bench.shown(news.digest) == ["Trams: 4 nieuw"])
    #expect(news.notes == [.otherQuery("Trams", found: 3)])
    try bench.save(#"[{"name": "Boten", "query": "veren"}]"#)
    try bench.update(["6": Bench.record("Veren alweer?")])
    let renamed = try await bench.news()
    #expect(Bench.shown(renamed.digest) == ["Boten: 6 nieuw"] && renamed.notes.isEmpty)
  }

  @Test("A search that cannot be run keeps what is known of it")
  func broken() async throws {
    let bench = try Bench(Self.trams, ["1": Self.open])
    #expect(try await bench.told() == [])
    try bench.update(["2": Self.open])
    try bench.save(#"[{"name": "Trams", "query": "trams status:x"}]"#)
    #expect(try await bench.told() == [])
    try bench.save(Self.trams)
    #expect(try await bench.told() == ["Trams: 2 nieuw"])
  }

  @Test("With a day a first run tells what was asked or answered since then")
  func since() async throws {
    let answered = #", "answered": "2024-03-08""#
    func dated(_ day: String, _ answer: String? = nil, _ more: String = "") -> String {
      Bench.record("Trams?", answer, #", "date": "\#(day)""# + more)
    }
    let bench = try Bench(
      Self.trams,
      [
        "1": dated("2024-01-02"), "2": dated("2024-03-01"),
        "3": dated("2024-01-02", "Ja.", answered), "4": Self.open, "5": dated("2024-02-29"),
      ])
    let news = try await bench.news(since: CalendarDate("2024-03-01"))
    let isDated = news.digest.groups.first?.items.contains { $0.hit.document.answered != nil }
    // Whether the day of the answer is among the fields that are known decides.
    #expect(
      Bench.shown(news.digest)
        == [isDated == true ? "Trams: 2 nieuw, 3 beantwoord" : "Trams: 2 nieuw"])
    #expect(try await bench.told(since: CalendarDate("2024-01-01")) == [])
  }

  @Test("A digest that may not have arrived is told again, under its id, before anything else")
  func cutShort() async throws {
    let bench = try Bench(Self.trams, ["1": Self.open])
    #expect(try await bench.told() == [])
    try bench.update(["2": Self.open])
    let lost = try await bench.news(isTold: false)
    #expect(Bench.shown(lost.digest) == ["Trams: 2 nieuw"])
    try bench.update(["3": Self.open])
    let again = try await bench.news()
    #expect(again.digest == lost.digest && again.notes == [.repeated(id: lost.digest.id)])
    let next = try await bench.news()
    #expect(Bench.shown(next.digest) == ["Trams: 3 nieuw"] && next.digest.id != lost.digest.id)
  }

  @Test("A digest that arrived is not told again where only the removal of its copy was missed")
  func removalMissed() async throws {
    let bench = try Bench(Self.trams, ["1": Self.open])
    #expect(try await bench.told() == [])
    try bench.update(["2": Self.open])
    _ = try await bench.news(isTold: false)
    let pending = try FileSystem.read(bench.state + "/pending.json")
    _ = try await bench.news()
    try FileSystem.write(pending, to: bench.state + "/pending.json")
    #expect(try await bench.told() == [])
    #expect(!FileSystem.exists(bench.state + "/pending.json"))
  }

  @Test("A dry run keeps nothing")
  func dryRun() async throws {
    let bench = try Bench(Self.trams, ["1": Self.open])
    _ = try await bench.news(isDryRun: true)
    #expect(!FileSystem.exists(bench.state))
    _ = try await bench.news()
    try bench.update(["2": Self.open])
    for _ in 1...2 {
      #expect(Bench.shown(try await bench.news(isDryRun: true).digest) == ["Trams: 2 nieuw"])
    }
    #expect(try await bench.told() == ["Trams: 2 nieuw"])
  }

  @Test("One process at a time works with a file; a damaged state is said")
  func locked() async throws {
    let bench = try Bench(Self.trams, ["1": Self.open])
    let alerts = try Alerts(file: bench.file)
    let error = #expect(throws: AlertsError.self) { try Alerts(file: bench.file) }
    guard case .busy = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    try FileSystem.write(Array("{".utf8), to: bench.state + "/state.json")
    let damaged = await #expect(throws: AlertsError.self) {
      try await alerts.news(in: bench.sources.index.searcher())
    }
    #expect(damaged?.description.contains("remove it") == true)
  }

  @Test("Many news come with ids of any kind, also those that end in a star")
  func many() async throws {
    let bench = try Bench(Self.trams, ["1": Self.open])
    #expect(try await bench.told() == [])
    let long = String(repeating: "x", count: 90)
    var news = Dictionary(uniqueKeysWithValues: (1...450).map { ("\(long)\($0)", Self.open) })
    for id in ["e*", "ee", "caf\u{e9}", "cafe\u{301}", "a b/c"] { news[id] = Self.open }
    try bench.update(news.mapValues { $0 })
    let digest = try await bench.news().digest
    let ids = Set(digest.groups.flatMap(\.items).map { Array($0.hit.document.id.utf8) })
    // To Swift the two cafés are one key.
    #expect(ids.count == news.count)
  }
}
