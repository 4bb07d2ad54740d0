import CXapianShim

/// What a database stores for one document: terms with their frequencies, values, data.
///
/// ```swift
/// var document = Document()
/// document.addTerm("inburger", wdf: 10)
/// document.addBooleanTerm("Q184501")
/// document.setValue(0, SortableNumber.bytes(20230310))
/// document.data = Array("…".utf8)
/// ```
///
/// Terms are at most 245 bytes; a longer one makes adding the document fail.
public struct Document: Sendable {
  /// What comes back with a hit; the engine does not look into it.
  public var data: [UInt8] = []
  private var termBytes: [UInt8] = []
  /// Each term once.
  private var postings: [xap_posting] = []
  private var places: [TermHash: Int] = [:]
  private var valueBytes: [UInt8] = []
  private var values: [xap_value] = []

  public init() {}

  /// Adds to the term's within-document frequency.
  @discardableResult
  public mutating func addTerm(_ term: String, wdf: Int = 1) -> TermHash {
    let hash = TermHash.of(term)
    if let place = places[hash] {
      postings[place].wdf += UInt32(wdf)
      return hash
    }
    places[hash] = postings.count
    let offset = termBytes.count
    termBytes.append(contentsOf: term.utf8)
    postings.append(
      xap_posting(
        offset: UInt32(offset), length: UInt32(termBytes.count - offset), wdf: UInt32(wdf)))
    return hash
  }

  /// A term that only filters: frequency 0, so that it weighs nothing and lengthens nothing.
  public mutating func addBooleanTerm(_ term: String) {
    addTerm(term, wdf: 0)
  }

  public mutating func setValue(_ slot: Int, _ bytes: [UInt8]) {
    values.append(
      xap_value(
        slot: UInt32(slot), offset: UInt32(valueBytes.count), length: UInt32(bytes.count)))
    valueBytes.append(contentsOf: bytes)
  }

  /// Lends the document to a call of the shim, whole.
  func withParts<Result>(_ body: (UnsafePointer<xap_document_parts>) -> Result) -> Result {
    withShimString(termBytes) { terms in
      withShimString(valueBytes) { valueText in
        withShimString(data) { data in
          postings.withUnsafeBufferPointer { postings in
            values.withUnsafeBufferPointer { values in
              var parts = xap_document_parts(
                terms: terms.data, postings: postings.baseAddress, posting_count: postings.count,
                values: valueText.data, value_entries: values.baseAddress,
                value_count: values.count, data: data)
              return body(&parts)
            }
          }
        }
      }
    }
  }
}

/// A document as a database gives it back.
public struct StoredDocument: Sendable, Equatable {
  public struct Term: Sendable, Equatable {
    public let term: String
    /// Within-document frequency.
    public let wdf: Int
    /// In how many documents the term occurs.
    public let documentFrequency: Int
  }

  public let data: [UInt8]
  public let values: [Int: [UInt8]]
  /// Sorted; empty unless asked for.
  public let terms: [Term]
}
