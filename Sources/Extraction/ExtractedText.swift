/// The text of one document, where its pages begin, and what is known of its parts.
///
/// All that the document says is in `bytes`, in reading order. A paragraph, or a row of a table with
/// tabs between its cells, is one line; a blank line stands between paragraphs, and none where a
/// paragraph goes on behind a page's end. What is no part of the running text stands there too, on lines
/// of its own, and is named by `furniture` and `notes`. The lines of a text file are as they are in it.
public struct ExtractedText: Sendable, Hashable {
  /// UTF-8.
  public let bytes: [UInt8]
  /// Offset in `bytes` at which each page begins, ascending from 0; empty for a document without
  /// pages.
  public let pageStarts: [Int]
  /// Lines that belong to pages, not to the text: headers, footers, page numbers. Ascending.
  public var furniture: [Range<Int>] = []
  /// Notes at the foot of pages or at the end, in order.
  public var notes: [Note] = []
  /// Parts that are set apart by their letters, ascending.
  public var styles: [Styled] = []
  /// Parts in another language than Dutch, ascending.
  public var foreign: [Range<Int>] = []
  /// What the file says of itself beside its text, as the title that a PDF names: in the file's order,
  /// a name perhaps several times.
  public var properties: [Property] = []
  /// Of a text file: where each byte stands in it.
  private var decoded: DecodedText?
  /// Of a text that somebody else extracted, with its lines as they were printed.
  private var hasPrintedLines = false

  /// A note, without its mark in the text.
  public struct Note: Sendable, Hashable, Codable {
    /// As it is written: "1", "*".
    public var mark: String
    /// Where its mark stood in the text; nil where none was found. The mark itself is left out there.
    public var anchor: Int?
    /// Of `bytes`, without the mark.
    public var range: Range<Int>

    public init(mark: String, anchor: Int?, range: Range<Int>) {
      self.mark = mark
      self.anchor = anchor
      self.range = range
    }
  }

  public struct Style: OptionSet, Sendable, Hashable, Codable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let bold = Style(rawValue: 1)
    public static let italic = Style(rawValue: 2)
    /// The source says that it is a heading.
    public static let heading = Style(rawValue: 4)
  }

  public struct Styled: Sendable, Hashable, Codable {
    public var range: Range<Int>
    public var style: Style

    public init(_ range: Range<Int>, _ style: Style) {
      self.range = range
      self.style = style
    }
  }

  public struct Property: Sendable, Hashable, Codable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(bytes: [UInt8], pageStarts: [Int] = []) {
    self.bytes = bytes
    self.pageStarts = pageStarts
  }

  /// The text of a text file.
  package init(_ decoded: DecodedText) {
    self.init(bytes: decoded.bytes)
    self.decoded = decoded
  }

  /// A document of pages, each a text that ends in a form feed here.
  /// - Parameter hasPrintedLines: whether its lines are not paragraphs, but those of the pages.
  public init(pages: [String], hasPrintedLines: Bool = false) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for page in pages {
      starts.append(bytes.count)
      bytes += page.utf8
      bytes.append(0x0c)
    }
    self.init(bytes: bytes, pageStarts: starts)
    self.hasPrintedLines = hasPrintedLines
  }

  /// Of a text file; UTF-8 for a text that was extracted.
  public var encoding: TextEncoding { decoded?.encoding ?? .utf8 }

  /// Whether the lines are paragraphs, and not those of a text file or as they were printed.
  public var isExtracted: Bool { decoded == nil && !hasPrintedLines }

  /// The bytes of a text file that a part of the text came from; nil for a text that was extracted.
  public func fileRange(of range: Range<Int>) -> Range<Int>? { decoded?.fileRange(of: range) }

  /// The pages, from 1, that a range of the text touches; nil for a document without pages.
  public func pages(of range: Range<Int>) -> ClosedRange<Int>? {
    guard !pageStarts.isEmpty else { return nil }
    let first = page(at: range.lowerBound)
    return first...max(first, page(at: max(range.lowerBound, range.upperBound - 1)))
  }

  private func page(at offset: Int) -> Int {
    var low = 0
    var high = pageStarts.count
    while low < high {
      let middle = (low + high) / 2
      if pageStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  /// Whether every place that it names is one of its text.
  private var isConsistent: Bool {
    let ranges = furniture + notes.map(\.range) + styles.map(\.range) + foreign
    let offsets = pageStarts + notes.compactMap(\.anchor)
    return ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= bytes.count }
      && offsets.allSatisfy { 0...bytes.count ~= $0 }
      && zip(pageStarts, pageStarts.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

extension ExtractedText: Codable {
  private enum CodingKeys: String, CodingKey {
    case text, pageStarts, furniture, notes, styles, foreign, properties
  }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func list<Element: Decodable>(_ key: CodingKeys) throws -> [Element] {
      try members.decodeIfPresent([Element].self, forKey: key) ?? []
    }
    bytes = Array(try members.decode(String.self, forKey: .text).utf8)
    pageStarts = try list(.pageStarts)
    furniture = try list(.furniture)
    notes = try list(.notes)
    styles = try list(.styles)
    foreign = try list(.foreign)
    properties = try list(.properties)
    guard isConsistent else {
      throw DecodingError.dataCorruptedError(
        forKey: .text, in: members, debugDescription: "a place is not in the text")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    func list(_ elements: [some Encodable], _ key: CodingKeys) throws {
      if !elements.isEmpty { try members.encode(elements, forKey: key) }
    }
    try members.encode(String(decoding: bytes, as: UTF8.self), forKey: .text)
    try list(pageStarts, .pageStarts)
    try list(furniture, .furniture)
    try list(notes, .notes)
    try list(styles, .styles)
    try list(foreign, .foreign)
    try list(properties, .properties)
  }
}
