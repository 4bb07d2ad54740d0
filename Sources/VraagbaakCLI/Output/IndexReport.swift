import Extraction
import Vraagbaak

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is said of an index and of building one.
enum IndexReport {
  static func progress(_ progress: BuildProgress) -> String {
    let rate = progress.seconds > 0 ? Double(progress.bytesDone) / 1e6 / progress.seconds : 0
    let left = progress.secondsLeft.map { ", \(Int($0.rounded(.up))) s left" } ?? ""
    let percent = progress.bytesTotal > 0 ? progress.bytesDone * 100 / progress.bytesTotal : 0
    return "\(count(progress.documents, "document")), \(percent) %, \(tenths(rate)) MB/s\(left)"
  }

  /// What a build did, and what it could not read.
  static func write(_ summary: BuildSummary, path: String, quiet: Bool) {
    if !quiet { Terminal.showProgress("") }
    Terminal.warn(of: summary.skipped)
    Terminal.warn(of: summary.warnings)
    if let list = summary.missingWordList {
      let remedy = list == Index.wordListPath ? " (Debian: wdutch)" : ""
      Terminal.warn(
        "no word list at \(list)\(remedy): compounds are split by the documents' own words, which finds fewer of them"
      )
    }
    if !quiet { Terminal.write(Self.summary(summary, path: path)) }
  }

  /// What there would be to read.
  static func plan(_ plan: (files: [SourcePath], bytes: Int)) -> String {
    plan.files.map { Terminal.clean($0.description) + "\n" }.joined()
      + "\(count(plan.files.count, "file")), \(megabytes(plan.bytes)) would be indexed\n"
  }

  private static func summary(_ summary: BuildSummary, path: String) -> String {
    """
    \(count(summary.documents, "document")), \(count(summary.passages, "passage")), \(summary.skipped.count) skipped
    \(megabytes(summary.sourceBytes)) of sources in \(tenths(summary.seconds)) s \
    (\(tenths(summary.megabytesPerSecond)) MB/s), index \(megabytes(summary.indexBytes))
    \(readers(summary.readers))
    \(reading(summary))
    \(forms(summary.forms))\(path), generation \(summary.generation)

    """
  }

  /// A line for each thing that a reader of the report would not expect.
  static func forms(_ forms: FormCounts) -> String {
    (forms.unstructured > 0
      ? "\(count(forms.unstructured, "document")) without a known form, indexed as plain text\n"
      : "")
      + (forms.leftOutLines > 0
        ? "\(count(forms.leftOutLines, "line")) of page headers and footers left out of \(count(forms.paged, "document"))\n"
        : "")
  }

  /// `read 1990 of 2000 files: 7 could not be read, 3 say the same as others; 12 of other formats (jpg 12)`
  private static func reading(_ summary: BuildSummary) -> String {
    let read = summary.files - summary.unreadFiles - summary.copies
    let parts = [
      summary.unreadFiles > 0 ? "\(summary.unreadFiles) could not be read" : nil,
      summary.copies > 0 ? "\(count(summary.copies, "copy", "copies")) of others" : nil,
    ].compactMap { $0 }
    let others = summary.otherFormats.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let sum = others.reduce(0) { $0 + $1.value }
    let names = others.prefix(5).map {
      "\($0.value) \($0.key.isEmpty ? "without a suffix" : $0.key)"
    }
    let rest = [
      sum > 0
        ? "\(count(sum, "file")) of formats that are not read (\(names.joined(separator: ", ")))"
        : nil,
      summary.excluded > 0 ? "\(summary.excluded) left out as asked" : nil,
    ].compactMap { $0 }
    let files =
      "read \(read == summary.files ? "all" : "\(read) of") \(count(summary.files, "file"))"
    let first = parts.isEmpty ? files : files + ": " + parts.joined(separator: ", ")
    return ([first] + rest).joined(separator: "; ")
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  static func count(_ number: Int, _ name: String) -> String {
    "\(number) \(name)\(number == 1 ? "" : "s")"
  }

  /// `18 files by plain-text 1, flemish 3; 2 by jsonl 2; 1 by none`
  private static func readers(_ readers: [String: Int]) -> String {
    readers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.enumerated()
      .map { index, entry in
        let unit = index > 0 ? "" : entry.value == 1 ? "file " : "files "
        return "\(entry.value) \(unit)by \(entry.key.isEmpty ? "none" : entry.key)"
      }.joined(separator: "; ")
  }

  static func info(_ info: IndexInfo) -> String {
    let manifest = info.manifest
    let made = manifest.fingerprint
    let sources = info.sources.map { source in
      "  \(Terminal.clean(source.path.description)): \(count(source.documents, "document")), \(megabytes(source.size)), \(source.isStale ? "to be read again" : "sha256 \(source.hash.prefix(12))…")\(source.reader.isEmpty ? "" : ", " + source.reader)\n"
    }
    let unstructured =
      info.unstructured > 0
      ? ", of which \(info.unstructured) without a known form, as plain text" : ""
    return """
      index      \(Terminal.clean(info.path)), generation \(info.generation) of \(info.generations.map { String($0) }.joined(separator: ", ")), \(megabytes(info.bytes))
      made       \(Date(timeIntervalSince1970: manifest.created).formatted(.iso8601))
      documents  \(info.documents)\(unstructured)
      passages   \(info.passages)
      schema     \(made.schema), analysis \(made.analysis)
      stemmer    \(made.stemmer)
      lexicon    sha256 \(made.lexicon.prefix(12))…
      sources    \(info.sources.count)

      """ + sources.joined()
  }

  private static func megabytes(_ bytes: Int) -> String {
    bytes < 100_000 ? "\(tenths(Double(bytes) / 1e3)) kB" : "\(tenths(Double(bytes) / 1e6)) MB"
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
