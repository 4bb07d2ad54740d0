extension String {
  /// In small letters of ASCII, without diacritics; what has no such letter is left out.
  package var asciiFolded: String {
    var bytes: [UInt8] = []
    for scalar in unicodeScalars {
      if scalar.isASCII {
        bytes.append(contentsOf: String(scalar).lowercased().utf8)
      } else {
        var letters = Folding.ascii(scalar.value)
        while letters != 0 {
          bytes.append(UInt8(truncatingIfNeeded: letters))
          letters >>= 8
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
