import CXapianShim

/// Numbers as strings of bytes with the same order, for value slots.
public enum SortableNumber {
  public static func bytes(_ number: Double) -> [UInt8] {
    var buffer: [CChar] = Array(repeating: 0, count: 9)
    let count = xap_sortable_serialise(number, &buffer)
    return buffer[..<count].map { UInt8(bitPattern: $0) }
  }

  public static func number(_ bytes: [UInt8]) -> Double {
    withShimString(bytes) { xap_sortable_unserialise($0) }
  }
}
