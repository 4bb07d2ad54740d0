/// Archives by hand, also such as no program writes.
public enum ArchiveBytes {
  /// A member of a tar archive.
  public struct TarMember {
    /// As the format has it: "0" a file, "1" a hard link, "2" a link, "3" a device, "5" a directory.
    public var type: Character
    public var name: String
    public var content: [UInt8]
    public var link: String

    public init(_ name: String, _ content: String = "", type: Character = "0", link: String = "") {
      self.type = type
      self.name = name
      self.content = Array(content.utf8)
      self.link = link
    }
  }

  public static func zip(_ members: KeyValuePairs<String, String>) -> [UInt8] {
    zip(members.map { (Array($0.key.utf8), Array($0.value.utf8)) })
  }

  /// Without compression.
  public static func zip(_ members: [(name: [UInt8], content: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in members {
      let sizes = bytes(content.count, 4) + bytes(content.count, 4) + bytes(name.count, 2)
      let common = bytes(20, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0, 4) + bytes(crc(content), 4)
      let offset = archive.count
      archive += bytes(0x0403_4b50, 4) + common + sizes + bytes(0, 2) + name + content
      directory +=
        bytes(0x0201_4b50, 4) + bytes(20, 2) + common + sizes + bytes(0, 12) + bytes(offset, 4)
        + name
    }
    let count = bytes(members.count, 2)
    return archive + directory + bytes(0x0605_4b50, 4) + bytes(0, 4) + count + count
      + bytes(directory.count, 4) + bytes(archive.count, 4) + bytes(0, 2)
  }

  public static func tar(_ members: [TarMember]) -> [UInt8] {
    members.flatMap { member in
      var header = padded(member.name, 100)
      header += Array("0000644\u{0}0000000\u{0}0000000\u{0}".utf8)
      header += octal(member.content.count, 11) + octal(0, 11)
      let rest =
        Array(String(member.type).utf8) + padded(member.link, 100) + Array("ustar\u{0}00".utf8)
        + [UInt8](repeating: 0, count: 247)
      let sum = (header + rest).reduce(8 * 0x20) { $0 + Int($1) }
      header += octal(sum, 6) + [0x20]
      let filled = (member.content.count + 511) / 512 * 512
      return header + rest + member.content
        + [UInt8](repeating: 0, count: filled - member.content.count)
    } + [UInt8](repeating: 0, count: 1_024)
  }

  /// Without compression.
  public static func gzip(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
    for start in stride(from: 0, to: content.count, by: 0xffff) {
      let end = min(start + 0xffff, content.count)
      bytes += [end == content.count ? 1 : 0] + self.bytes(end - start, 2)
      bytes += self.bytes(0xffff - (end - start), 2) + content[start..<end]
    }
    return bytes + self.bytes(crc(content), 4) + self.bytes(content.count, 4)
  }

  private static func padded(_ text: String, _ count: Int) -> [UInt8] {
    let bytes = Array(text.utf8.prefix(count))
    return bytes + [UInt8](repeating: 0, count: count - bytes.count)
  }

  private static func octal(_ number: Int, _ digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return Array((String(repeating: "0", count: digits - text.utf8.count) + text).utf8) + [0]
  }

  /// Little-endian.
  private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> ($0 * 8) : 0) }
  }

  private static func crc(_ content: [UInt8]) -> Int {
    var crc: UInt32 = .max
    for byte in content {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
