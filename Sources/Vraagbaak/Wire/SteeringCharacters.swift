extension Unicode.Scalar {
  /// Whether it is not seen, but steers a terminal, the direction of text or where lines end.
  package var steersText: Bool {
    // Most letters outside ASCII; the properties of the others take long to find.
    if 0xa0..<0x600 ~= value { return value == 0xad }
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
