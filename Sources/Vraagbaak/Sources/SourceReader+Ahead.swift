import Extraction
import Synchronization
import WrittenQuestions

extension SourceReader {
  /// Extracts the texts of documents on all cores, so that who reads them one after the other finds them
  /// kept. What fails is left to that reading, which says so.
  func extractAhead(_ paths: [SourcePath]) {
    guard paths.count > 1, Workers.count > 1 else { return }
    let next = Atomic(0)
    _ = Workers.run { _ in
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < paths.count else { return }
        guard let opened = try? open(paths[number]), case .document(let extractor) = opened.format,
          extractor.isKept, let record = try? opened.records.next()?.get()
        else { continue }
        _ = try? extraction.text(
          of: record.bytes, content: SHA256.hex(of: record.bytes), name: record.path.name,
          by: extractor)
      }
    }
  }
}
