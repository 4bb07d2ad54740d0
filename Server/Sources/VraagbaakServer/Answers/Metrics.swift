import Glibc
import Synchronization
import Vraagbaak

/// How many requests there were, and how long they took, in Prometheus' text format.
final class Metrics: Sendable {
  /// In seconds.
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

  private struct Route {
    var counts = [Int](repeating: 0, count: bounds.count + 1)
    var seconds = 0.0
    var statuses: [Int: Int] = [:]
  }

  private let routes = Mutex<[String: Route]>([:])

  /// - Parameter route: the path as the router has it, so that there are only so many.
  func count(_ route: String, status: Int, _ duration: Duration) {
    let seconds =
      Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    routes.withLock { routes in
      routes[route, default: Route()].counts[bucket] += 1
      routes[route, default: Route()].seconds += seconds
      routes[route, default: Route()].statuses[status, default: 0] += 1
    }
  }

  func text(_ state: IndexState) -> String {
    let routes = routes.withLock { $0 }.sorted { $0.key < $1.key }
    var lines = Self.heading("vraagbaak_http_requests_total", "counter", "Requests answered.")
    for (name, route) in routes {
      for (status, count) in route.statuses.sorted(by: { $0.key < $1.key }) {
        lines.append(
          "vraagbaak_http_requests_total{route=\"\(name)\",status=\"\(status)\"} \(count)")
      }
    }
    let histogram = "vraagbaak_http_request_duration_seconds"
    lines += Self.heading(histogram, "histogram", "Until the answer began.")
    for (name, route) in routes {
      var sum = 0
      for (count, bound) in zip(route.counts, Self.bounds.map { "\($0)" } + ["+Inf"]) {
        sum += count
        lines.append("\(histogram)_bucket{route=\"\(name)\",le=\"\(bound)\"} \(sum)")
      }
      lines.append("\(histogram)_sum{route=\"\(name)\"} \(route.seconds)")
      lines.append("\(histogram)_count{route=\"\(name)\"} \(sum)")
    }
    for (name, help, value) in [
      ("vraagbaak_index_generation", "The generation that serves.", state.generation),
      ("vraagbaak_index_revision", "The commit in it.", state.revision),
      ("vraagbaak_index_documents", "Documents in the index.", state.documents),
      ("process_resident_memory_bytes", "Memory in use.", Process.residentBytes),
      ("process_open_fds", "Open files and connections.", Process.openFiles),
    ] {
      lines += Self.heading(name, "gauge", help) + ["\(name) \(value)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func heading(_ name: String, _ type: String, _ help: String) -> [String] {
    ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
  }
}

/// What the system says of this process.
private enum Process {
  static var residentBytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }

  static var openFiles: Int {
    guard let directory = opendir("/proc/self/fd") else { return 0 }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    // Itself, its parent, and the one that is being read.
    return max(0, count - 3)
  }
}
