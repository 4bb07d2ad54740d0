import SystemPackage

/// A file that is read once, from its beginning.
///
/// ```swift
/// let file = try SourceFile("vragen.jsonl")
/// while let bytes = try file.next() { use(bytes) }
/// ```
///
/// It knows what the file was when it was opened, and in the end the hash of what was read; so what is
/// noted of a file is true of the bytes that were indexed, also when somebody writes to it meanwhile.
/// Not thread-safe.
public final class SourceFile {
  private static let chunkSize = 1 << 20

  /// The path by which errors name it.
  public let path: SourcePath
  package let stamp: FileStamp
  /// When it was opened, in nanoseconds since 1970.
  package let opened: Int
  let descriptor: FileDescriptor
  /// Nil: nobody asks for it.
  private var hash: SHA256?
  private var isAtEnd = false
  /// The SHA-256 of the whole content, in hexadecimal; nil until all was read.
  package private(set) var digest: String?

  /// - Parameter file: where it lies, when that is not `path`.
  /// - Throws: `FileFault`; a directory is no file, nor is a pipe.
  public convenience init(_ path: String, at file: String? = nil) throws(FileFault) {
    try self.init(path, at: file, isHashed: true, isRegular: true)
  }

  /// - Parameters:
  ///   - isHashed: false: it has no digest.
  ///   - isRegular: false: it may be a pipe, which is waited for.
  package init(_ path: String, at file: String? = nil, isHashed: Bool, isRegular: Bool = false)
    throws(FileFault)
  {
    self.path = SourcePath(path)
    hash = isHashed ? SHA256() : nil
    opened = FileStamp.now()
    do {
      descriptor = try FileDescriptor.open(
        FilePath(text: file ?? path), .readOnly,
        options: isRegular ? [.closeOnExec, .nonBlocking] : .closeOnExec)
    } catch {
      throw FileFault(error)
    }
    do {
      let status = try descriptor.stat()
      guard status.type != .directory else { throw Errno.isDirectory }
      guard !isRegular || status.type == .regular else { throw FileFault.noRegularFile }
      stamp = FileStamp(status)
    } catch {
      try? descriptor.close()
      throw error as? FileFault ?? FileFault(error)
    }
  }

  deinit { try? descriptor.close() }

  /// The next bytes, at most about a megabyte; nil at the end.
  public func next() throws(FileFault) -> [UInt8]? {
    guard !isAtEnd else { return nil }
    var failure: (any Error)?
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
      do {
        count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw FileFault(failure) }
    guard !bytes.isEmpty else {
      isAtEnd = true
      digest = hash.map { hash in
        var hash = hash
        return SHA256.hex(hash.finish())
      }
      return nil
    }
    bytes.withUnsafeBytes { hash?.update($0) }
    return bytes
  }

  /// All that is left; nil when that is more than `limit` bytes.
  public func rest(limit: Int = .max) throws(FileFault) -> [UInt8]? {
    var all: [UInt8] = []
    all.reserveCapacity(min(stamp.size, limit) + 1)
    while let bytes = try next() {
      guard all.count + bytes.count <= limit else { return nil }
      all += bytes
    }
    return all
  }

  /// The first bytes, at most `count`, without reading on.
  package func head(_ count: Int) throws(FileFault) -> [UInt8] { try read(at: 0, count) }

  /// Bytes of any place; nil for a range that is not inside the file.
  package func bytes(_ range: Range<Int>) throws(FileFault) -> [UInt8]? {
    guard range.upperBound <= stamp.size else { return nil }
    let bytes = try read(at: range.lowerBound, range.count)
    return bytes.count == range.count ? bytes : nil
  }

  private func read(at offset: Int, _ count: Int) throws(FileFault) -> [UInt8] {
    var failure: (any Error)?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      let buffer = UnsafeMutableRawBufferPointer(buffer)
      do {
        while done < count {
          let got = try descriptor.read(
            fromAbsoluteOffset: Int64(offset + done), into: .init(rebasing: buffer[done..<count]))
          guard got > 0 else { break }
          done += got
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw FileFault(failure) }
    return bytes
  }

  /// Reads what is left for its hash alone, and returns that.
  package func readDigest() throws(FileFault) -> String {
    while try next() != nil {}
    return digest ?? ""
  }
}
