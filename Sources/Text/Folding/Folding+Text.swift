extension StringProtocol {
  /// In small letters of ASCII, without diacritics; what has no such letter is left out.
  package var asciiFolded: String { folded { _ in [] } }

  /// In small letters without diacritics: composed and decomposed spellings give the same.
  package var folded: String { folded(Folding.other) }

  private func folded(_ other: (Unicode.Scalar) -> [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isASCII {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else if !Folding.isCombiningMark(scalar.value) {
        var letters = Folding.ascii(scalar.value)
        if letters == 0 { result.append(contentsOf: other(scalar)) }
        while letters != 0 {
          result.append(Unicode.Scalar(UInt8(truncatingIfNeeded: letters)))
          letters >>= 8
        }
      }
    }
    return String(result)
  }
}
