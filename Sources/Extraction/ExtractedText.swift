/// The text of one document, and where its pages begin.
public struct ExtractedText: Sendable, Hashable {
  /// UTF-8.
  public let bytes: [UInt8]
  /// Offset in `bytes` at which each page begins, ascending from 0; empty for a document without
  /// pages.
  public let pageStarts: [Int]
  /// Of a text file: where each byte stands in it.
  private var decoded: DecodedText?

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
  public init(pages: [String]) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for page in pages {
      starts.append(bytes.count)
      bytes += page.utf8
      bytes.append(0x0c)
    }
    self.init(bytes: bytes, pageStarts: starts)
  }

  /// Of a text file; UTF-8 for a text that was extracted.
  public var encoding: TextEncoding { decoded?.encoding ?? .utf8 }

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
}

extension ExtractedText: Codable {
  private enum CodingKeys: String, CodingKey { case text, pageStarts }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    bytes = Array(try container.decode(String.self, forKey: .text).utf8)
    pageStarts = try container.decode([Int].self, forKey: .pageStarts)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(String(decoding: bytes, as: UTF8.self), forKey: .text)
    try container.encode(pageStarts, forKey: .pageStarts)
  }
}
