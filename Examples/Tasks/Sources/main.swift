// search-tasks: a package of its own, with a form of documents of its own and many tasks on one searcher.
// Run it where the sample is:
//
//     swift run --package-path Examples/Tasks
//
// Builds an index of the sample, of documents composed of its sentences and of a memo, which only the
// readers of this package know; runs 64 searches at once, each with a deadline; and cancels costly searches.
// It says how long after its deadline the latest came, and for
// how long a core went on with what was cancelled, and ends with status 1 where either is over 50 ms.
import Extraction
import Glibc
import Vraagbaak
import WrittenQuestions

let most = Duration.milliseconds(50)
let directory = try TemporaryDirectory()
var readers = ReaderRegistry.standard
readers.extractors.append(MemoPages())
readers.textReaders.insert(MemoReader(), at: 0)
let index = Index(at: directory.path + "/index", readers: readers)
let documents = try ComposedDocuments(of: "indexes/voorbeeld/documenten")
try documents.write(1_000, to: directory.path + "/vragen.jsonl")
try Array("MEMO 7 Zeppelins\nHoeveel zeppelins?\n--\nEn waar landen ze?\n".utf8)
  .write(to: directory.path + "/zeppelins.memo")
let sources = ["vragen.jsonl", "zeppelins.memo"].map { directory.path + "/" + $0 }
let built = try index.build(from: ["indexes/voorbeeld/documenten"] + sources, wordList: nil)
print(
  "an index of \(built.documents) documents, read by",
  built.readers.keys.sorted().joined(separator: "; "))

// The standard limits refuse what takes so long.
var limits = QueryLimits.standard
limits.looks = .max
let searcher = try index.searcher(limits: limits)
let stopWords = ["de", "van", "het", "een", "in", "en", "dat", "te"]
let phrases = SearchQuery.any(
  stopWords.flatMap { first in stopWords.map { .phrase("\(first) \($0)") } })

// MARK: A reader of one's own

let memo = try await searcher.search(.parse("landen titel:zeppelins")).hits.first
guard let memo, memo.document.id == "memo-7", memo.passage.passage.place.pages == 2...2,
  built.readers["memo-pages 1, memo 1"] == 1
else { fail("the memo was not read") }
print("found on page 2 of \(memo.document.id): \(memo.passage.passage.text)")

// MARK: Deadlines

/// How a search came, beside a task that only slept for as long.
struct Arrival {
  let isAnswered: Bool
  let late, sleeperLate: Duration
}

func arrival(of query: SearchQuery, deadline: Duration) async throws -> Arrival {
  let start = ContinuousClock.now
  async let sleeperLate = sleep(for: deadline)
  do {
    _ = try await searcher.search(query, deadline: deadline)
    let late = start.duration(to: .now) - deadline
    return Arrival(isAnswered: true, late: late, sleeperLate: try await sleeperLate)
  } catch SearchError.deadlineExceeded {
    let late = start.duration(to: .now) - deadline
    return Arrival(isAnswered: false, late: late, sleeperLate: try await sleeperLate)
  }
}

/// How much longer it took.
func sleep(for time: Duration) async throws -> Duration {
  let start = ContinuousClock.now
  try await Task.sleep(for: time)
  return start.duration(to: .now) - time
}

let arrivals = try await withThrowingTaskGroup(of: Arrival.self) { group in
  for number in 0..<64 {
    // Every fourth is costly, and the others wait behind it.
    let query = number.isMultiple(of: 4) ? phrases : .words("inburgering en wonen")
    group.addTask { try await arrival(of: query, deadline: .milliseconds(100 + 10 * number)) }
  }
  var arrivals: [Arrival] = []
  for try await arrival in group { arrivals.append(arrival) }
  return arrivals
}
let answered = arrivals.count { $0.isAnswered }
let latest = arrivals.map(\.late).max() ?? .zero
let sleeper = arrivals.map(\.sleeperLate).max() ?? .zero
print(
  "64 searches at once: \(answered) answered, \(64 - answered) ended by their deadlines, the latest",
  "\(milliseconds(latest)) after its own; tasks that only sleep, \(milliseconds(sleeper))")
guard answered > 0, answered < 64 else { fail("the deadlines tell nothing") }

// MARK: Cancellation

/// Cancels a search that has run for a while, and says for how long cores worked before and after.
func cancel(
  _ query: SearchQuery, _ options: SearchOptions
) async throws -> (before: Duration, after: Duration) {
  let start = processorTime()
  let task = Task { try await searcher.search(query, options) }
  for _ in 0..<200 where processorTime() - start < most * 3 {
    try await Task.sleep(for: .milliseconds(10))
  }
  let cancelled = processorTime()
  task.cancel()
  guard case .failure = await task.result else { fail("the search ended before it was cancelled") }
  try await Task.sleep(for: .milliseconds(500))
  return (cancelled - start, processorTime() - cancelled)
}

var longest = Duration.zero
for (name, query, options) in [
  ("phrases", phrases, SearchOptions()),
  ("passages", .words("de van"), SearchOptions(limit: 2_000, unit: .passages)),
  ("facets and snippets", .everything, SearchOptions(limit: 2_000, facets: FacetField.allCases)),
] {
  let (before, after) = try await cancel(query, options)
  print(
    "a search for \(name): cores worked \(milliseconds(before)) for it, and \(milliseconds(after))",
    "after it was cancelled")
  guard before > most else { fail("the search for \(name) is too cheap to tell") }
  longest = max(longest, after)
}

// Other programs may have all cores for a while; then sleepers are late too.
guard latest <= max(most, sleeper + most / 2), longest <= most else {
  fail("later than \(milliseconds(most))")
}
