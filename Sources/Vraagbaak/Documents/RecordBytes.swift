/// Writes numbers, and strings and lists with their length before them.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first. A reader refuses negative ones.
  mutating func number(_ value: Int) {
    var value = UInt(bitPattern: value)
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  mutating func block(_ block: some Collection<UInt8>) {
    number(block.count)
    bytes.append(contentsOf: block)
  }

  mutating func string(_ text: String) { block(text.utf8) }

  mutating func optional(_ text: String?) {
    list(text.map { [$0] } ?? []) { $0.string($1) }
  }

  mutating func range(_ range: Range<Int>) {
    number(range.lowerBound)
    number(range.count)
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout RecordWriter, Element) -> Void
  ) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }
}

/// Reads what `RecordWriter` wrote. Any bytes can be read: once they do not fit, `isValid` is false
/// and all that follows is empty.
struct RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// How many bytes are read.
  private(set) var index = 0
  private(set) var isValid = true

  var isAtEnd: Bool { index == bytes.count }

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func fail() { isValid = false }

  /// At most 56 bits, so that two can be added.
  mutating func number() -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while isValid, index < bytes.count, shift < 56 {
      let byte = bytes[index]
      index += 1
      value |= UInt(byte & 0x7f) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    fail()
    return 0
  }

  mutating func block() -> UnsafeBufferPointer<UInt8> {
    let count = number()
    guard isValid, count <= bytes.count - index else {
      fail()
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    defer { index += count }
    return UnsafeBufferPointer(rebasing: bytes[index..<(index + count)])
  }

  mutating func string() -> String { String(decoding: block(), as: UTF8.self) }

  mutating func optional() -> String? { list { $0.string() }.first }

  mutating func range() -> Range<Int> {
    let start = number()
    return start..<(start + number())
  }

  mutating func list<Element>(_ read: (inout RecordReader) -> Element) -> [Element] {
    let count = number()
    // Each element takes a byte at least.
    guard isValid, count <= bytes.count - index else {
      fail()
      return []
    }
    var elements: [Element] = []
    for _ in 0..<count where isValid { elements.append(read(&self)) }
    return elements
  }
}
