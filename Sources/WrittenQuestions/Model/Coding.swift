extension Decoder {
  /// A value that is written as one string.
  /// - Parameters:
  ///   - read: nil for a string that is none.
  ///   - fault: what is wrong with that string.
  package func decode<Value>(
    _ read: (String) -> Value?, orSay fault: (String) -> String
  ) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = read(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: fault(text))
    }
    return value
  }
}

extension KeyedDecodingContainer {
  /// A range whose ends are members of their own.
  package func decodeRange(from start: Key, to end: Key) throws -> Range<Int> {
    let first = try decode(Int.self, forKey: start)
    let last = try decode(Int.self, forKey: end)
    guard 0 <= first, first <= last else {
      throw DecodingError.dataCorruptedError(
        forKey: end, in: self, debugDescription: "no range goes from \(first) to \(last)")
    }
    return first..<last
  }
}

extension KeyedEncodingContainer {
  package mutating func encode(_ range: Range<Int>, from start: Key, to end: Key) throws {
    try encode(range.lowerBound, forKey: start)
    try encode(range.upperBound, forKey: end)
  }
}
