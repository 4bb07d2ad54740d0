import CXapianShim

/// A Snowball stemmer: `Stem("kraaij_pohlmann").stem("fietsen")`. Not thread-safe: one for each
/// task.
public final class Stem {
  public let language: String
  private let handle: OpaquePointer

  /// - Throws: `.invalidArgument` for a language that Xapian has no stemmer for.
  public init(_ language: String) throws(XapianError) {
    self.language = language
    handle = try attemptHandle { error in
      withShimString(language) { xap_stem_create($0, &error) }
    }
  }

  deinit { xap_stem_free(handle) }

  /// The stem of a word in small letters.
  public func stem(_ word: String) throws(XapianError) -> String {
    var stem = xap_string()
    try attempt { error in withShimString(word) { xap_stem_word(handle, $0, &stem, &error) } }
    let bytes = UnsafeBufferPointer(start: stem.data, count: stem.size)
    return String(decoding: bytes.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
