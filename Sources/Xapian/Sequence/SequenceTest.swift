import CXapianShim

/// Whether terms stand in a document as they should, by its stored `TermSequence`.
///
/// ```swift
/// let test = SequenceTest(.phrase, ["asymmetrisch", "beleid"])
/// let page = try Enquire(.sequence(test, slot: 7)).run(on: database, maxItems: 10)
/// let isThere = try test.matches(hit.values[7] ?? [])  // the same, of a sequence that was read
/// ```
///
/// It is exact for documents that have all the terms. A query sees to that; who tests by `matches`
/// has to. Of another document a term may be taken for one that it has. Where forms are asked for, one
/// of some 65,000 other words of a term is taken for the right one.
public struct SequenceTest: Sendable, Hashable {
  public enum Order: Sendable, Hashable {
    /// Next to each other, in this order.
    case phrase
    /// All within so many places, in any order; one occurrence is enough for equal terms.
    case near(window: Int)
    /// One of them, anywhere, and also without a place of its own.
    case occurs
  }

  /// The forms that a phrase's words have to stand in.
  public struct Forms: Sendable, Hashable {
    /// For each term its form, as it was given to `TermSequence.append`; nil: any will do.
    public var wanted: [UInt16?]
    /// Where documents have theirs.
    public var slot: Int

    public init(_ wanted: [UInt16?], slot: Int) {
      self.wanted = wanted
      self.slot = slot
    }
  }

  public var order: Order
  public var terms: [String]
  /// Of a phrase; nil: any will do.
  public var forms: Forms?
  /// Only here; none: nowhere.
  public var sections: Set<TermSequence.Section>

  /// - Precondition: forms are only of a phrase, as many as terms.
  public init(
    _ order: Order, _ terms: [String], forms: Forms? = nil,
    sections: Set<TermSequence.Section> = Set(TermSequence.Section.allCases)
  ) {
    precondition(forms == nil || order == .phrase && forms?.wanted.count == terms.count)
    self.order = order
    self.terms = terms
    self.forms = forms
    self.sections = sections
  }

  /// Whether the document with this sequence passes, whatever the forms of its words; false for bytes
  /// that are no sequence.
  public func matches(_ sequence: [UInt8]) throws(XapianError) -> Bool {
    try matches([sequence])[0]
  }

  /// For many documents in one call, which prepares the test once; as many answers as sequences.
  public func matches(_ sequences: [[UInt8]]) throws(XapianError) -> [Bool] {
    var block = BlockWriter()
    write(to: &block)
    var passes = [Bool](repeating: false, count: sequences.count)
    try attempt { error in
      withShimString(block.bytes) { test in
        withShimStrings(sequences) { sequences in
          xap_test_sequences(test, sequences.baseAddress, sequences.count, &passes, &error)
        }
      }
    }
    return passes
  }

  func write(to block: inout BlockWriter) {
    var window = 0
    switch order {
    case .phrase: block.u32(Int(XAP_SEQUENCE_PHRASE))
    case .near(let places):
      block.u32(Int(XAP_SEQUENCE_NEAR))
      window = places
    case .occurs: block.u32(Int(XAP_SEQUENCE_OCCURS))
    }
    block.u32(sections.reduce(0) { $0 | 1 << Int($1.rawValue) })
    block.u32(window)
    block.u32(terms.count)
    for term in terms { block.u64(TermHash.of(term).value) }
    guard let forms, forms.wanted.contains(where: { $0 != nil }) else {
      block.u32(Int(XAP_SEQUENCE_NO_FORMS))
      return
    }
    block.u32(forms.slot)
    for form in forms.wanted { block.u32(form.map { Int($0) } ?? Int(XAP_SEQUENCE_ANY_FORM)) }
  }
}

extension Query {
  /// Terms next to each other in this order.
  public static func phrase(
    _ terms: [String], slot: Int,
    sections: Set<TermSequence.Section> = Set(TermSequence.Section.allCases)
  ) -> Query {
    .sequence(SequenceTest(.phrase, terms, sections: sections), slot: slot)
  }

  /// Terms within so many places, in any order.
  public static func near(
    _ terms: [String], window: Int, slot: Int,
    sections: Set<TermSequence.Section> = Set(TermSequence.Section.allCases)
  ) -> Query {
    .sequence(SequenceTest(.near(window: window), terms, sections: sections), slot: slot)
  }

  /// One of the terms in some kinds of section; as many as there are, each document is read once.
  public static func occurs(
    _ terms: [String], slot: Int, sections: Set<TermSequence.Section>
  ) -> Query {
    .sequence(SequenceTest(.occurs, terms, sections: sections), slot: slot)
  }
}
