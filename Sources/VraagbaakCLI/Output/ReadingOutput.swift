import Extraction
import Rainbow
import Vraagbaak
import WrittenQuestions

/// How files are read, one after the other.
struct ReadingOutput {
  private let format: PlainFormat
  private var isFirst = true

  init(_ format: PlainFormat) { self.format = format }

  mutating func write(_ reading: FileReading) throws {
    defer { isFirst = false }
    switch format {
    case .text: write(asText: reading)
    case .json:
      let json = String(decoding: try WireFormat.encode(reading), as: UTF8.self)
      Terminal.write((isFirst ? "{\"files\":[\n" : ",\n") + json)
    }
  }

  func finish() {
    guard format == .json else { return }
    let files = isFirst ? "{\"files\":[]" : "\n]"
    Terminal.write(files + ",\"schema\":\(WireFormat.schema)}\n")
  }

  private func write(asText reading: FileReading) {
    let report = reading.report
    if !isFirst { Terminal.write("\n") }
    Terminal.write("\(Terminal.clean(report.path.description))\n".bold)
    for line in Self.reader(report) { Terminal.write((Terminal.clean(line) + "\n").dim) }
    for page in reading.pages {
      if let number = page.number { Terminal.write("\n[page \(number)]\n".cyan) }
      Terminal.write("\n")
      for line in page.text.split(separator: "\n", omittingEmptySubsequences: false) {
        Terminal.write(Terminal.clean(String(line)) + "\n")
      }
    }
    write("page headers and footers taken out", Self.furniture(reading.furniture))
    write("notes", reading.notes.map(Self.note))
    if reading.pages.isEmpty {
      for document in reading.documents {
        Terminal.write("\n[\(Terminal.clean(document.id))]\n".cyan)
        for passage in document.passages {
          Terminal.write(
            "\(DocumentOutput.heading(of: passage)): \(Terminal.clean(passage.text))\n")
        }
      }
      let more = report.documents - reading.documents.count
      if more > 0 { Terminal.write("\nand \(IndexReport.count(more, "more record"))\n") }
    }
    for failure in report.failures {
      let line = failure.line.map { "line \($0): " } ?? ""
      Terminal.warn("\(report.path): \(line)\(failure.reason)")
    }
    let rest = report.failureCount - report.failures.count
    if rest > 0 { Terminal.warn("\(report.path): \(rest) more that could not be read") }
    Terminal.warn(of: reading.warnings)
  }

  /// What read it and why, and what was found.
  private static func reader(_ report: FileReport) -> [String] {
    let why =
      switch report.recognition {
      case .byContent: " (by its bytes)"
      case .byName: " (by its name)"
      case .possible: " (as any text)"
      case .no, nil: ""
      }
    var lines = ["read by \(report.reader.isEmpty ? "nothing" : report.reader)\(why)"]
    lines += report.refusals.map { "refused by \($0.reader): \($0.reason)" }
    guard let found = report.found, found.documents > 0 else { return lines }
    let counts = [
      (found.documents, "document"), (found.pages, "page"), (found.questions, "question"),
      (found.answers, "answer"), (found.pairs, "pair"), (found.notes, "note"),
    ]
    lines.append(
      counts.filter { $0.0 > 0 }.map { IndexReport.count($0.0, $0.1) }.joined(separator: ", "))
    if found.text.total > 0 {
      let share = (found.text.share * 1_000).rounded() / 10
      lines.append("\(share) % of the text stands in no passage")
    }
    return lines
  }

  /// Each text once, with how often.
  private static func furniture(_ lines: [PageLine]) -> [String] {
    var counts: [String: Int] = [:]
    for line in lines { counts[line.text, default: 0] += 1 }
    return lines.compactMap { line in
      counts.removeValue(forKey: line.text).map {
        $0 > 1 ? "\(line.text) (\($0) times)" : line.text
      }
    }
  }

  private static func note(_ note: FileReading.Note) -> String {
    let place = note.page.map { "page \($0)" }
    let after = note.after.map { "after “\($0)”" } ?? "its mark was not found"
    return
      "\(note.mark) (\([place, after].compactMap { $0 }.joined(separator: ", "))): \(note.text)"
  }

  private func write(_ title: String, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    Terminal.write("\n[\(title)]\n".cyan)
    for line in lines { Terminal.write("  " + Terminal.clean(line) + "\n") }
  }
}
