import Extraction
import WrittenQuestions
import Xapian

/// What becomes of whole files.
extension Updater {
  func remove(_ entry: SourceEntry) throws {
    for stored in try documents(of: entry.path) { try delete(stored) }
    for record in try join.table.records(of: entry.path) { try join.table.remove(record) }
    try removeEntry(entry.path)
  }

  func keep(_ entry: SourceEntry, _ reason: String) throws {
    note(entry.path, .kept(reason: reason), documents: entry.documents)
    // One that could never be read is remembered, so that it is looked for again.
    if try table.entry(entry.path) == nil { try write(entry) }
  }

  /// The same content under another name: only where it comes from changes, and the id that a name
  /// gives.
  func move(_ before: SourceEntry, to entry: SourceEntry) throws {
    var entry = entry
    entry.documents = 0
    entry.repeated = before.repeated
    entry.reader = before.reader
    entry.failure = before.failure
    let stored = try documents(of: before.path)
    let onlyID = stored.count == 1 ? onlyID(in: entry.path) : nil
    for stored in stored {
      var header = stored.header
      header.id = onlyID ?? header.id
      header.source.path = entry.path
      let id = header.id
      if !id.utf8.elementsEqual(stored.header.id.utf8),
        try claims[Array(id.utf8)] != nil || holder(of: id) != nil
      {
        // Under its new name it is another's.
        try delete(stored)
        entry.repeated += 1
        skipped[entry.path, default: []].append(.repeated(id: id, path: entry.path, line: nil))
        continue
      }
      try move(stored, to: header)
      claims[Array(id.utf8)] = Claim(path: entry.path, offset: header.source.range.lowerBound)
      entry.documents += 1
    }
    for record in try join.table.records(of: before.path) {
      var question = record.question
      question.source.path = entry.path
      try join.table.remove(record)
      try join.table.put(RegisterRecord(question, hash: record.hash))
    }
    try removeEntry(before.path)
    try write(entry)
    note(entry.path, .renamed(from: before.path), documents: entry.documents)
  }

  /// The id of a file's one record, which may come from its name.
  private func onlyID(in path: SourcePath) -> String? {
    guard let opened = try? reader.open(path) else { return nil }
    for record in opened.records {
      if let record = try? record.get(),
        let parsed = try? reader.parse(record, as: opened.format)
      {
        return parsed.question.id
      }
    }
    return nil
  }

  /// Reads a file that is new or changed. While some of it cannot be read, nothing of it is deleted:
  /// what is missing may be in the part that cannot.
  /// - Parameter keepsKnown: whether records with known bytes stay as they are.
  /// - Returns: false where all stays as it was before.
  @discardableResult
  func read(_ entry: SourceEntry, before: SourceEntry?, keepsKnown: Bool = true) throws -> Bool {
    var entry = entry
    entry.reader = before?.reader ?? ""
    entry.documents = 0
    var old = IndexedDocuments(try documents(of: entry.path), byRecord: keepsKnown)
    var registers = IndexedRegisters(
      try join.table.records(of: entry.path), byRecord: keepsKnown)
    // Those of registers alone are the join's affair.
    entry.documents = try registerDocuments(of: entry.path)
    var problems: [BuildSummary.Skip] = []
    var failures = 0
    var failure: ReadError?
    var isRegister = false
    try forEachRecord(of: entry.path) { record, format in
      switch try index(record, format, &old, &registers) {
      case .indexed(let reader):
        entry.documents += 1
        entry.reader = reader ?? entry.reader
      case .register(let reader):
        isRegister = true
        entry.reader = reader ?? entry.reader
      case .repeated(let id):
        entry.repeated += 1
        problems.append(.repeated(id: id, path: record.path, line: record.line))
      case .refused(let skip):
        failures += 1
        problems.append(skip)
      }
    } onFailure: { error in
      failures += 1
      failure = failure ?? error
      if reader.counts { accounts[entry.path, default: FileAccount()].add(error) }
      problems.append(.unreadable(error))
    }
    skipped[entry.path] = problems.isEmpty ? nil : problems
    let rest = old.rest
    if failures == 0 {
      for stored in rest { try delete(stored) }
      for record in registers.rest { try join.table.remove(record) }
    } else if let before, entry.documents == 0, !rest.isEmpty {
      // The entry of before stays, so that it is read again until it can be.
      try keep(before, problems.first?.description ?? "")
      return false
    } else if !rest.isEmpty {
      entry.documents += rest.count
      entry.isDue = true
    }
    entry.note(failure, isRegister: isRegister)
    try write(entry)
    // What could not be read, and cannot be now, is what it was.
    let isAsBefore = failure != nil && before?.hash == entry.hash && before?.documents == 0
    if files[entry.path] == nil, !(isAsBefore && entry.documents == 0) {
      note(entry.path, before == nil ? .new : .changed, documents: entry.documents)
    }
    return true
  }

  /// Where ids came free, records may be indexed now that were passed over before.
  func readRepeated() throws {
    guard !deleted.isEmpty || !renamed.isEmpty else { return }
    for path in repeatedPaths.sorted() {
      guard let entry = try? reader.entry(of: path) else { continue }
      try read(entry, before: try table.entry(path))
    }
  }

  private func forEachRecord(
    of path: SourcePath, _ body: (SourceRecord, FileFormat) throws -> Void,
    onFailure: (ReadError) -> Void
  ) throws {
    do {
      let opened = try reader.open(path)
      if reader.counts {
        accounts[path, default: FileAccount()].recognition = opened.recognition
      }
      for record in opened.records {
        do {
          try body(try record.get(), opened.format)
        } catch let error as ReadError {
          onFailure(error)
        }
      }
    } catch let error as ReadError {
      onFailure(error)
    }
  }
}
