import CXapianShim

/// What a database stores for one document: terms with their frequencies, values, data.
///
/// ```swift
/// var document = Document()
/// document.addTerm("inburger", wdf: 10)
/// document.addBooleanTerm("Q184501")
/// document.setValue(0, Array("20230310".utf8))
/// document.data = Array("…".utf8)
/// ```
///
/// Terms are at most 245 bytes, where each NUL counts as two; one that is longer makes adding the
/// document fail.
public struct Document: Sendable {
  /// As keys of a table, where a NUL takes two bytes.
  private static let longestTerm = 245

  /// Counts a document's different terms from 0.
  public typealias TermNumber = Int

  /// What comes back with a hit; the engine does not look into it.
  public var data: [UInt8] = []
  private var termBytes: [UInt8] = []
  /// Each term once, with its hash.
  private var postings: [xap_posting] = []
  private(set) var hashes: [TermHash] = []
  /// Where a hash leads to: a posting's number, or -1.
  private var slots = [Int32](repeating: -1, count: 1024)
  private var valueBytes: [UInt8] = []
  private var values: [xap_value] = []

  public init() {}

  /// Adds to the term's within-document frequency.
  @discardableResult
  public mutating func addTerm(_ term: String, wdf: Int = 1) -> TermNumber {
    var term = term
    return term.withUTF8 { bytes in
      let hash = TermHash.of(bytes)
      var slot = slot(of: hash, bytes)
      if slots[slot] < 0 {
        if postings.count * 2 > slots.count {
          grow()
          slot = self.slot(of: hash, bytes)
        }
        slots[slot] = Int32(postings.count)
        hashes.append(hash)
        postings.append(
          xap_posting(offset: UInt32(termBytes.count), length: UInt32(bytes.count), wdf: 0))
        termBytes.append(contentsOf: bytes)
      }
      let number = Int(slots[slot])
      postings[number].wdf += UInt32(clamping: wdf)
      return number
    }
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

  /// The slot that has the term, or the empty one where it belongs.
  private func slot(of hash: TermHash, _ term: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash.value) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash {
        let start = Int(postings[number].offset)
        let known = termBytes[start..<(start + Int(postings[number].length))]
        if known.elementsEqual(term) { break }
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash.value) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// Refuses before the engine does, which then takes back all that was not committed; and what it
  /// would only refuse when it commits, with all else.
  /// - Throws: `.invalidArgument`.
  func validate() throws(XapianError) {
    for posting in postings where posting.length > Self.longestTerm / 2 {
      let start = Int(posting.offset)
      let term = termBytes[start..<(start + Int(posting.length))]
      guard term.count + term.count(where: { $0 == 0 }) > Self.longestTerm else { continue }
      let beginning = String(decoding: term.prefix(40), as: UTF8.self)
      throw XapianError(.invalidArgument, "Term too long (> \(Self.longestTerm)): \(beginning)…")
    }
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
