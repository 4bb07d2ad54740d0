// search-benchmark [--facets] INDEX QUERIES.tsv [REPEATS [THREADS]]: runs every query (lines of id, tab,
// text) in a warm process, all of it: parse, match, passages, snippets, counterparts, the first ten hits,
// and with --facets counts over all matches. Prints how many queries parse, the median and the 99th
// percentile of the last repeat in microseconds, and queries in a second.
import Dispatch
import Glibc
import Synchronization
import Vraagbaak

func fail(_ message: String, _ status: Int32) -> Never {
  var line = message + "\n"
  line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(status)
}

func run(
  _ queries: [String], _ options: SearchOptions, repeats: Int, on index: Index
) throws -> [Duration] {
  let searcher = try index.searcher()
  var durations: [Duration] = []
  for _ in 0..<repeats {
    durations = try queries.map { query in
      let start = ContinuousClock.now
      _ = try searcher.search(.parse(query), options)
      return start.duration(to: .now)
    }
  }
  return durations
}

let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--facets" }
guard arguments.count >= 2 else {
  fail("search-benchmark [--facets] INDEX QUERIES.tsv [REPEATS [THREADS]]", 2)
}
let hasFacets = CommandLine.arguments.contains("--facets")
let options = SearchOptions(facets: hasFacets ? [.minister, .party, .year, .theme] : [])
let index = Index(at: arguments[0])
// What parses: a title may look like an operator.
let queries = try Topics.read(arguments[1]).map(\.text).filter { text in
  (try? SearchQuery.parse(text)) != nil
}
let repeats = arguments.count > 2 ? Int(arguments[2]) ?? 3 : 3
let threads = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
let all = Mutex<[Duration]>([])
let start = ContinuousClock.now
DispatchQueue.concurrentPerform(iterations: threads) { _ in
  let durations = (try? run(queries, options, repeats: repeats, on: index)) ?? []
  all.withLock { $0 += durations }
}
let seconds = start.duration(to: .now) / .seconds(1)
let sorted = all.withLock { $0.sorted() }
guard sorted.count == queries.count * threads, !sorted.isEmpty else {
  fail("search-benchmark: the queries could not be run", 1)
}
let median = sorted[sorted.count / 2] / .microseconds(1)
let slow = sorted[sorted.count * 99 / 100] / .microseconds(1)
let rate = Double(queries.count * repeats * threads) / seconds
print(
  "n=\(queries.count) p50_us=\(Int(median)) p99_us=\(Int(slow)) per_second=\(Int(rate))")
