import CXapianShim

/// A document's terms in their order, as the value of a slot: what finds phrases, terms near each
/// other, and terms in one kind of section.
///
/// ```swift
/// var sequence = TermSequence()
/// sequence.beginSection(.b)
/// for word in ["asymmetrisch", "beleid"] { sequence.append(document.addTerm(word)) }
/// document.setSequence(sequence, slot: 7)
///
/// let test = SequenceTest(.phrase, ["asymmetrisch", "beleid"], sections: [.b])
/// let query = Query.sequence(test, slot: 7)
/// ```
///
/// Xapian's own positions have a key for each term of each document: on 10,000 records they were
/// 1.5 times as large as the source text, where this is two fifths of it. The shim's `Sequence.h`
/// has the form.
public struct TermSequence: Sendable {
  /// The numbers that a section can have; they mean what the caller has them mean. A phrase never
  /// reaches from one section into the next.
  public enum Section: UInt8, Sendable, CaseIterable {
    case a, b, c, d, e
  }

  /// As the codes, but with the terms' numbers in the document.
  private var items: [UInt32] = []
  private var forms = WordForms()
  private static let terms = UInt32(XAP_SEQUENCE_TERMS)

  public init() {}

  /// Comes before the first term.
  public mutating func beginSection(_ section: Section) {
    items.append(UInt32(section.rawValue))
  }

  /// The term at the next place, by its number in the document.
  /// - Parameter form: tells apart words that are one term; 0 for that which is usual.
  public mutating func append(_ term: Document.TermNumber, form: UInt16 = 0) {
    items.append(Self.terms + UInt32(term) << 1)
    forms.append(form)
  }

  /// A term without a place of its own, beside the one before: of a phrase it is no part.
  public mutating func append(beside term: Document.TermNumber) {
    items.append(Self.terms + UInt32(term) << 1 | 1)
  }

  /// A term without a place of its own that is beside no other.
  public mutating func append(apart term: Document.TermNumber) {
    items.append(UInt32(XAP_SEQUENCE_APART))
    append(beside: term)
  }

  /// The value to store, for a document with these terms.
  func bytes(terms: [TermHash], leastWidth: Int = Coding.leastWidth) -> [UInt8] {
    let coding = Coding(for: terms, leastWidth: leastWidth)
    let codes = terms.map { coding.number($0) << 1 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 + items.count * coding.width)
    bytes.append(UInt8(coding.width))
    bytes.append(UInt8(coding.seed))
    for item in items {
      var code =
        item < Self.terms
        ? UInt64(item) : codes[Int((item - Self.terms) >> 1)] | UInt64(item & 1)
      for _ in 0..<coding.width {
        bytes.append(UInt8(truncatingIfNeeded: code))
        code >>= 8
      }
    }
    return bytes
  }
}

extension TermSequence {
  /// The forms of the words with a place, as the shim's `Sequence.h` has them.
  private struct WordForms {
    private(set) var bytes: [UInt8] = []
    private var count = 0
    /// Where the bits of the last eight words are, and the least that is worth keeping.
    private var bits = 0
    private(set) var end = 0

    mutating func append(_ form: UInt16) {
      if count % 8 == 0 {
        bits = bytes.count
        bytes.append(0)
      }
      if form != 0 {
        bytes[bits] |= 1 << UInt8(count % 8)
        bytes.append(UInt8(truncatingIfNeeded: form))
        bytes.append(UInt8(truncatingIfNeeded: form >> 8))
        end = bytes.count
      }
      count += 1
    }
  }

  /// Without those at the end that are usual.
  fileprivate var formBytes: [UInt8] { Array(forms.bytes[..<forms.end]) }
}

extension Document {
  /// Keeps the order of terms for `Query.phrase` and the like, and their forms where a slot is given.
  public mutating func setSequence(_ sequence: TermSequence, slot: Int, forms: Int? = nil) {
    setValue(slot, sequence.bytes(terms: hashes))
    let bytes = sequence.formBytes
    if let forms, !bytes.isEmpty { setValue(forms, bytes) }
  }
}
