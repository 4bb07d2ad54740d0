import CLibArchive
import Extraction
import Glibc

/// Zip and tar archives, by libarchive. What they hold is written as files and directories; links,
/// devices and names that lead elsewhere are refused, and nothing that is written is ever followed.
package enum ArchiveFormat {
  /// - Parameters:
  ///   - file: open, at the archive's beginning.
  ///   - directory: is there and empty.
  ///   - most: entries, and bytes of all that is written.
  package static func unpack(
    file: Int32, into directory: String, most: (entries: Int, bytes: Int)
  ) throws(ExtractionError) -> UnpackedArchive {
    // For names outside of ASCII, which libarchive reads by the locale.
    setlocale(LC_CTYPE, "C.UTF-8")
    guard let archive = archive_read_new() else { throw .failed(reason: "no memory") }
    defer { archive_read_free(archive) }
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_zip_streamable(archive)
    // Of one that breaks off the last directory may be that of an archive in it.
    if ZipEnd.isWhole(file) { archive_read_support_format_zip_seekable(archive) }
    guard archive_read_open_fd(archive, file, 1 << 16) == ARCHIVE_OK else {
      throw .malformed(reason: reason(archive))
    }
    var unpacking = Unpacking(archive: archive, directory: directory, most: most)
    return try unpacking.run()
  }

  fileprivate static func reason(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "it is no archive"
  }
}

/// One archive on its way to the disk.
private struct Unpacking {
  let archive: OpaquePointer
  let directory: String
  let most: (entries: Int, bytes: Int)
  private var unpacked = UnpackedArchive()
  /// Why a password is needed for some of it.
  private var encrypted = 0
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)

  init(archive: OpaquePointer, directory: String, most: (entries: Int, bytes: Int)) {
    self.archive = archive
    self.directory = directory
    self.most = most
  }

  mutating func run() throws(ExtractionError) -> UnpackedArchive {
    while true {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard status >= ARCHIVE_WARN, let entry else {
        try breakOff()
        break
      }
      unpacked.entries += 1
      guard unpacked.entries <= most.entries else {
        throw .failed(reason: "it has more than \(most.entries) entries")
      }
      try write(entry)
    }
    guard unpacked.entries > encrypted || encrypted == 0 else { throw .encrypted }
    guard unpacked.bytes > 0 || !unpacked.refused.isEmpty else {
      throw .malformed(reason: "no member is found that has anything in it")
    }
    return unpacked
  }

  /// What was whole stays.
  private mutating func breakOff() throws(ExtractionError) {
    let reason = ArchiveFormat.reason(archive)
    guard unpacked.entries > 0 else { throw .malformed(reason: reason) }
    unpacked.refused.append(.init(name: nil, reason: "it breaks off: \(reason)"))
  }

  private mutating func refuse(_ name: String, _ reason: String) {
    unpacked.refused.append(.init(name: name, reason: reason))
  }

  private mutating func write(_ entry: OpaquePointer) throws(ExtractionError) {
    let isZip = archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP
    let name = MemberName(entry, isZip: isZip)
    guard let names = name.parts else {
      return refuse(name.text, "its name leads out of the archive")
    }
    // The archive's own top, as `./`.
    guard !names.isEmpty else { return }
    let isLink = archive_entry_hardlink(entry) != nil
    switch archive_entry_filetype(entry) & S_IFMT {
    case S_IFDIR: make(names, name.text)
    case S_IFREG where !isLink, 0 where !isLink: try writeFile(entry, names, name.text)
    default: refuse(name.text, "it is a link or a device")
    }
  }

  /// Makes directories, one in another. False where something else has such a name.
  @discardableResult
  private mutating func make(_ names: ArraySlice<[UInt8]>, _ text: String) -> Bool {
    var path = directory
    var bytes = Array(path.utf8)
    for name in names {
      bytes += [UInt8(ascii: "/")] + name
      path = ""
      let code = bytes.withPath { mkdir($0, 0o777) == 0 ? 0 : errno }
      guard code != 0, code != EEXIST else { continue }
      refuse(text, String(cString: strerror(code)))
      return false
    }
    return true
  }

  private mutating func make(_ names: [[UInt8]], _ text: String) { make(names[...], text) }

  private mutating func writeFile(_ entry: OpaquePointer, _ names: [[UInt8]], _ text: String)
    throws(ExtractionError)
  {
    guard archive_entry_is_data_encrypted(entry) == 0 else {
      encrypted += 1
      return refuse(text, ExtractionError.encrypted.description)
    }
    guard make(names.dropLast(), text) else { return }
    let path = names.reduce(into: Array(directory.utf8)) { $0 += [UInt8(ascii: "/")] + $1 }
    let isRepeated = path.withPath { unlink($0) } == 0
    if isRepeated { refuse(text, "a later member has the same name and takes its place") }
    let file = path.withPath {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
    guard file >= 0 else { return refuse(text, String(cString: strerror(errno))) }
    defer { close(file) }
    guard try copy(to: file) else {
      let reason = ArchiveFormat.reason(archive)
      path.withPath { _ = unlink($0) }
      return refuse(text, "it cannot be unpacked: \(reason)")
    }
    makeOld(file)
  }

  /// False where its data are damaged.
  private mutating func copy(to file: Int32) throws(ExtractionError) -> Bool {
    while true {
      let count = archive_read_data(archive, &buffer, buffer.count)
      if count == 0 { return true }
      guard count > 0 else { return false }
      unpacked.bytes += count
      guard unpacked.bytes <= most.bytes else { throw .tooLarge(limit: most.bytes) }
      var written = 0
      while written < count {
        let done = buffer.withUnsafeBytes { bytes in
          Glibc.write(file, bytes.baseAddress.map { $0 + written }, count - written)
        }
        guard done > 0 else { throw .failed(reason: String(cString: strerror(errno))) }
        written += done
      }
    }
  }

  /// Nobody changes it any more: it need not be read again because it is so new.
  private func makeOld(_ file: Int32) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    now.tv_sec -= 10
    _ = withUnsafeTemporaryAllocation(of: timespec.self, capacity: 2) { times in
      times.initialize(repeating: now)
      return futimens(file, times.baseAddress)
    }
  }
}

/// The name of a member.
private struct MemberName {
  private let bytes: [UInt8]

  init(_ entry: OpaquePointer, isZip: Bool) {
    var bytes: [UInt8] = []
    if let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) {
      bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
    }
    guard isZip else {
      self.bytes = bytes
      return
    }
    // Windows writes either slash, and names without a mark in the code page of the PC.
    let isUTF8 = TextEncoding.firstInvalidUTF8(in: bytes) == nil
    let slashed =
      bytes.contains(UInt8(ascii: "/"))
      ? bytes : bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    self.bytes = isUTF8 ? slashed : slashed.flatMap { Self.codePage850($0) }
  }

  /// From one directory to the next; nil where they would lead out of the archive.
  var parts: [[UInt8]]? {
    guard bytes.first != UInt8(ascii: "/"), !bytes.isEmpty else { return nil }
    let names = bytes.split(separator: UInt8(ascii: "/")).map(Array.init)
    guard !names.contains(Array("..".utf8)) else { return nil }
    return names.filter { $0 != [UInt8(ascii: ".")] }
  }

  /// For people.
  var text: String { bytes.withPath { PathText.decode($0) } }

  private static func codePage850(_ byte: UInt8) -> [UInt8] {
    guard byte >= 0x80 else { return [byte] }
    return Array(String(upperHalf[Int(byte) - 0x80]).utf8)
  }

  private static let upperHalf = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"
  )
}

extension [UInt8] {
  /// Lends it to a call of the system as the name of a file.
  fileprivate func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    body(map { CChar(bitPattern: $0) } + [0])
  }
}
