/// A secret that requests have to name: `Authorization: Bearer …`.
public struct BearerToken: Sendable {
  /// Fewer characters could be guessed.
  public static let shortest = 16

  private let bytes: [UInt8]

  /// Nil for one that is too short, or has other signs than a header may have.
  public init?(_ text: String) {
    bytes = Array(text.utf8)
    guard bytes.count >= Self.shortest, bytes.allSatisfy({ 0x21...0x7e ~= $0 }) else { return nil }
  }

  /// Whether the value of the header names it, in the same time whatever it names.
  func admits(_ authorization: String?) -> Bool {
    let given = Array((authorization ?? "").utf8)
    let scheme = Array("bearer ".utf8)
    let isBearer =
      given.count > scheme.count
      && zip(given, scheme).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    let named = isBearer ? Array(given[scheme.count...]) : []
    var difference = UInt8(isBearer && named.count == bytes.count ? 0 : 1)
    for place in bytes.indices {
      difference |= bytes[place] ^ (place < named.count ? named[place] : 0)
    }
    return difference == 0
  }
}
