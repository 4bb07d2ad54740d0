import CXapianShim

/// Documents, postings, metadata and spelling words.
extension Database {
  public func document(_ id: Int, withTerms: Bool = false) throws(XapianError) -> StoredDocument {
    let id = try engineNumber(id)
    return try attemptBlock {
      xap_document(handle, id, withTerms, &$0, &$1)
    } read: { block in
      let data = block.bytesWithLength()
      let values = block.list { ($0.u32(), $0.bytesWithLength()) }
      let terms = block.list {
        StoredDocument.Term(term: $0.string(), wdf: $0.u32(), documentFrequency: $0.u32())
      }
      return StoredDocument(
        data: data, values: Dictionary(uniqueKeysWithValues: values), terms: terms)
    }
  }

  /// A document's data alone, which is less to read than all of it.
  public func data(of id: Int) throws(XapianError) -> [UInt8] {
    try attemptBlock {
      xap_document_data(handle, UInt32(clamping: id), &$0, &$1)
    } read: {
      $0.rest()
    }
  }

  public struct Posting: Sendable, Equatable {
    public let documentID, wdf: Int
  }

  /// Documents that have the term, in order; at most `limit`, from document `first`.
  public func postings(of term: String, from first: Int = 1, limit: Int) throws(XapianError)
    -> [Posting]
  {
    try attemptBlock { block, error in
      withShimString(term) {
        xap_postings(
          handle, $0, UInt32(clamping: first), UInt32(clamping: limit), &block, &error)
      }
    } read: {
      $0.all { Posting(documentID: $0.u32(), wdf: $0.u32()) }
    }
  }

  /// Terms that documents have and that begin with the prefix, in order; at most `limit`.
  public func terms(prefix: String, limit: Int = .max) throws(XapianError) -> [String] {
    try attemptBlock { block, error in
      withShimString(prefix) {
        xap_terms(handle, $0, UInt32(clamping: limit), &block, &error)
      }
    } read: {
      $0.all { $0.string() }
    }
  }

  /// Empty when the key was never set.
  public func metadata(_ key: String) throws(XapianError) -> [UInt8] {
    try attemptBlock { block, error in
      withShimString(key) { xap_get_metadata(handle, $0, &block, &error) }
    } read: {
      $0.rest()
    }
  }

  /// Keys that begin with the prefix, in order; at most `limit`.
  public func metadataKeys(prefix: String = "", limit: Int = .max) throws(XapianError) -> [String] {
    try attemptBlock { block, error in
      withShimString(prefix) {
        xap_metadata_keys(handle, $0, UInt32(clamping: limit), &block, &error)
      }
    } read: {
      $0.all { $0.string() }
    }
  }

  /// The spelling word nearest to this one, the more frequent first; nil when none is near enough.
  public func spellingSuggestion(for word: String, maxEdits: Int = 2) throws(XapianError)
    -> String?
  {
    let found = try attemptBlock { block, error in
      withShimString(word) {
        xap_spelling_suggestion(handle, $0, UInt32(clamping: maxEdits), &block, &error)
      }
    } read: {
      String(decoding: $0.rest(), as: UTF8.self)
    }
    return found.isEmpty ? nil : found
  }

  /// All spelling words with their counts.
  public func spellings() throws(XapianError) -> [(word: String, count: Int)] {
    try attemptBlock {
      xap_spellings(handle, &$0, &$1)
    } read: {
      $0.all { ($0.string(), $0.u32()) }
    }
  }
}
