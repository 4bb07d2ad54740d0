import Text

/// Addresses of pages and people that go on in the next line.
enum BrokenAddress {
  static func goesOn(_ head: String, _ tail: String) -> Bool {
    guard let last = head.last, let first = tail.first else { return false }
    let isAddress = head.contains("://") || head.contains("www.") || isPath(head)
    if isAddress {
      if "/-_=&%?#~+@".contains(last) { return !first.isWhitespace }
      if "/_=&%?#~".contains(first) { return true }
      // "https://www.tweedekamer.nl/down" + "loads/document.pdf"
      let hasSigns = tail.contains("/") || tail.contains("%") || tail.contains("_")
      return last.isLetter || last.isNumber || last == "."
        ? hasSigns && !tail.hasPrefix("http") && !tail.hasPrefix("www")
          && (first.isLetter || first.isNumber) && !tail.contains("(")
        : false
    }
    // "info@" + "voorbeeld.be", "jan.jans@voorbeeld" + ".nl"
    if head.contains("@") || last == "@" {
      return last == "@" || last == "-" || last == "." || first == "."
    }
    return tail.hasPrefix("@") && tail.contains(".")
  }

  /// "/sites/default/files/…": what goes on an address from a line before.
  private static func isPath(_ text: String) -> Bool {
    text.count { $0 == "/" } >= 2 && text.count > 15 && !text.contains(",")
  }
}
