import Text

/// An address of mail: `an@voorbeeld.nl`, or with a name before it, `An Peeters <an@voorbeeld.nl>`.
public struct MailAddress: Sendable, Hashable {
  let name: String?
  /// ASCII, with one `@`.
  let address: String

  /// - Throws: `.badAddress`.
  public init(_ text: String) throws(AlertsError) {
    guard !text.unicodeScalars.contains(where: \.steersText) else { throw .badAddress(text) }
    let trimmed = String(text.trimming(where: \.isWhitespace))
    let address: String
    if let open = trimmed.lastIndex(of: "<"), trimmed.hasSuffix(">") {
      address = String(trimmed[trimmed.index(after: open)...].dropLast())
      let name = trimmed[..<open].trimming { $0.isWhitespace || $0 == "\"" }
      self.name = name.isEmpty ? nil : String(name)
    } else {
      address = trimmed
      name = nil
    }
    guard Self.isAddress(address) else { throw .badAddress(text) }
    self.address = address
  }

  /// Several, with commas or semicolons between.
  public static func list(_ text: String) throws(AlertsError) -> [MailAddress] {
    var addresses: [MailAddress] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      addresses.append(try MailAddress(String(part)))
    }
    guard !addresses.isEmpty else { throw .badAddress(text) }
    return addresses
  }

  var domain: Substring {
    address[(address.lastIndex(of: "@") ?? address.startIndex)...].dropFirst()
  }

  /// As a header has it.
  var header: String { name.map { "\(MailHeader.phrase($0)) <\(address)>" } ?? address }

  /// Dots between atoms of RFC 5322 on both sides; no quoted local parts, and no domains in brackets.
  private static func isAddress(_ text: String) -> Bool {
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, text.utf8.count <= 254 else { return false }
    return zip(sides, ["!#$%&'*+-/=?^_`{|}~", "-"]).allSatisfy { side, signs in
      let atoms = side.split(separator: ".", omittingEmptySubsequences: false)
      return atoms.allSatisfy { atom in
        !atom.isEmpty && !(signs == "-" && atom.hasPrefix("-"))
          && atom.utf8.allSatisfy { byte in
            0x30...0x39 ~= byte || 0x41...0x5a ~= byte || 0x61...0x7a ~= byte
              || signs.utf8.contains(byte)
          }
      }
    }
  }
}
