import CXapianShim

/// Reads what the shim wrote: numbers in the machine's order and strings with their length before.
struct BlockReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func u32() -> Int {
    defer { offset += 4 }
    return Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  mutating func f64() -> Double {
    defer { offset += 8 }
    return bytes.loadUnaligned(fromByteOffset: offset, as: Double.self)
  }

  mutating func bytesWithLength() -> [UInt8] {
    let count = u32()
    defer { offset += count }
    return [UInt8](bytes[offset..<(offset + count)])
  }

  mutating func string() -> String {
    let count = u32()
    defer { offset += count }
    return String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
  }

  mutating func rest() -> [UInt8] {
    defer { offset = bytes.count }
    return [UInt8](bytes[offset...])
  }

  mutating func list<Element>(_ element: (inout BlockReader) -> Element) -> [Element] {
    (0..<u32()).map { _ in element(&self) }
  }

  /// Elements up to the end.
  mutating func all<Element>(_ element: (inout BlockReader) -> Element) -> [Element] {
    var elements: [Element] = []
    while !isAtEnd { elements.append(element(&self)) }
    return elements
  }
}

/// Writes what the shim reads.
struct BlockWriter {
  private(set) var bytes: [UInt8] = []

  mutating func u8(_ value: Int32) { bytes.append(UInt8(value)) }

  mutating func u32(_ value: Int) {
    withUnsafeBytes(of: UInt32(clamping: value)) { bytes.append(contentsOf: $0) }
  }

  mutating func u64(_ value: UInt64) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func f64(_ value: Double) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func string(_ value: String) {
    u32(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func string(_ value: [UInt8]) {
    u32(value.count)
    bytes.append(contentsOf: value)
  }
}

/// Lends the bytes of a string to a call of the shim.
func withShimString<Result>(_ string: String, _ body: (xap_string) -> Result) -> Result {
  var string = string
  return string.withUTF8 { withShimString($0, body) }
}

func withShimString<Result>(_ bytes: [UInt8], _ body: (xap_string) -> Result) -> Result {
  bytes.withUnsafeBufferPointer { withShimString($0, body) }
}

/// Lends several strings at once.
func withShimStrings<Result>(
  _ strings: [some Collection<UInt8>], _ body: (UnsafeBufferPointer<xap_string>) -> Result
) -> Result {
  let bytes = strings.flatMap { $0 }
  return bytes.withUnsafeBufferPointer { buffer in
    buffer.withMemoryRebound(to: CChar.self) { buffer in
      var offset = 0
      let parts = strings.map { string in
        defer { offset += string.count }
        return xap_string(data: buffer.baseAddress.map { $0 + offset }, size: string.count)
      }
      return parts.withUnsafeBufferPointer(body)
    }
  }
}

private func withShimString<Result>(
  _ bytes: UnsafeBufferPointer<UInt8>, _ body: (xap_string) -> Result
) -> Result {
  bytes.withMemoryRebound(to: CChar.self) { bytes in
    body(xap_string(data: bytes.baseAddress, size: bytes.count))
  }
}
