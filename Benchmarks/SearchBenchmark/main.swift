// search-benchmark [--facets] INDEX QUERIES.tsv [REPEATS [TASKS]]: runs every query (lines of id, tab,
// text) in a warm process, all of it: parse, match, passages, snippets, counterparts, the first ten hits,
// and with --facets counts over all matches. Prints how many queries parse and how many are refused, the
// median, the 99th percentile and the longest of the last repeat in microseconds, and queries in a
// second. Every task runs all queries, on a searcher that has a session for each.
import Glibc
import Vraagbaak

func fail(_ message: String, _ status: Int32) -> Never {
  var line = message + "\n"
  line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(status)
}

func run(
  _ queries: [String], _ options: SearchOptions, repeats: Int, on searcher: Searcher
) async throws -> [Duration] {
  var durations: [Duration] = []
  for _ in 0..<repeats {
    durations = []
    for query in queries {
      let start = ContinuousClock.now
      _ = try await searcher.search(.parse(query), options)
      durations.append(start.duration(to: .now))
    }
  }
  return durations
}

let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--facets" }
guard arguments.count >= 2 else {
  fail("search-benchmark [--facets] INDEX QUERIES.tsv [REPEATS [TASKS]]", 2)
}
let hasFacets = CommandLine.arguments.contains("--facets")
let options = SearchOptions(facets: hasFacets ? [.minister, .party, .year, .theme] : [])
// What parses: a query may name a field with a value that it cannot have.
let typed = try Topics.read(arguments[1]) { fail("\($0)", 2) }.map(\.text)
let queries = typed.filter { (try? SearchQuery.parse($0)) != nil }
let repeats = arguments.count > 2 ? Int(arguments[2]) ?? 3 : 3
let tasks = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
let searcher = try Index(at: arguments[0]).searcher(sessions: tasks)
let start = ContinuousClock.now
let durations = try await withThrowingTaskGroup(of: [Duration].self) { group in
  for _ in 0..<tasks {
    group.addTask { try await run(queries, options, repeats: repeats, on: searcher) }
  }
  var all: [Duration] = []
  for try await durations in group { all += durations }
  return all
}
let seconds = start.duration(to: .now) / .seconds(1)
guard !durations.isEmpty else { fail("search-benchmark: no query parses", 1) }
let sorted = durations.sorted()
let median = sorted[sorted.count / 2] / .microseconds(1)
let slow = sorted[sorted.count * 99 / 100] / .microseconds(1)
let rate = Double(queries.count * repeats * tasks) / seconds
let slowest = sorted[sorted.count - 1] / .microseconds(1)
print(
  "n=\(queries.count) refused=\(typed.count - queries.count) p50_us=\(Int(median)) "
    + "p99_us=\(Int(slow)) max_us=\(Int(slowest)) per_second=\(Int(rate))")
