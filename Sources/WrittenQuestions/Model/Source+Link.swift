import Extraction

extension Source {
  /// The file with the page that a passage begins on, as browsers and readers of PDF open it:
  /// `documenten/230.pdf#page=3`; relative where the path is. Nil for files of another kind, those in
  /// archives, and passages without a page.
  public func link(to passage: Passage) -> String? {
    guard let page = passage.place.pages?.lowerBound, path.name.lowercased().hasSuffix(".pdf"),
      !path.text.split(separator: "/").dropLast().contains(where: ArchiveUnpacker.isArchive)
    else { return nil }
    let escaped = PathText.withSystemPath(path.text) { start in
      var bytes = start
      var escaped = ""
      while bytes.pointee != 0 {
        escaped += Self.escaped(UInt8(bitPattern: bytes.pointee))
        bytes += 1
      }
      return escaped
    }
    // What stands before a colon in the first part would be a scheme.
    let first = escaped.prefix { $0 != "/" }
    return (first.contains(":") ? "./" : "") + escaped + "#page=\(page)"
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
    default:
      "-._~/!$&'()*+,;=:@".utf8.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte >> 4) + hexadecimal(byte & 15)
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> String {
    String(digit, radix: 16, uppercase: true)
  }
}
