import Extraction
import Glibc

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The few file operations whose order decides whether an index survives a crash.
enum FileSystem {
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func createDirectory(_ path: String) throws(IndexError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: path, reason: reason(of: error))
    }
  }

  /// Removes a file or a whole directory; what is not there is no error.
  static func remove(_ path: String) throws(IndexError) {
    guard exists(path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .cannotWrite(path: path, reason: reason(of: error))
    }
  }

  /// The names in a directory, sorted; none when it cannot be read.
  static func names(in directory: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
  }

  /// The names in a directory, sorted, for a writer: one that cannot be read is not an empty one.
  static func namesToWrite(in directory: String) throws(IndexError) -> [String] {
    do throws(FileFault) {
      return try entries(of: directory)
    } catch {
      throw .cannotWrite(path: directory, reason: error.description)
    }
  }

  /// The names in a directory, sorted.
  static func entries(of directory: String) throws(FileFault) -> [String] {
    var opened = opendir(directory)
    while opened == nil, errno == EINTR { opened = opendir(directory) }
    guard let stream = opened else { throw FileFault(errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw FileFault(errno) }
    return names.sorted()
  }

  /// The whole content; nil when it cannot be read. What a signal interrupts is tried again.
  static func read(_ path: String) -> [UInt8]? {
    var file: Int32
    repeat { file = open(path, O_RDONLY | O_CLOEXEC) } while file < 0 && errno == EINTR
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file and makes sure that it is on the disk.
  static func write(_ bytes: [UInt8], to path: String) throws(IndexError) {
    let file = uninterrupted { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
    guard file >= 0 else { throw .cannotWrite(path: path, reason: errorText()) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(file, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .cannotWrite(path: path, reason: errorText()) }
      written += count
    }
    guard uninterrupted({ fsync(file) }) == 0 else {
      throw .cannotWrite(path: path, reason: errorText())
    }
  }

  /// Puts everything below a directory on the disk, the directory's own entries last.
  static func sync(directory: String) throws(IndexError) {
    for name in try namesToWrite(in: directory) {
      let path = directory + "/" + name
      if isDirectory(path) {
        try sync(directory: path)
      } else {
        try sync(path)
      }
    }
    try sync(directory)
  }

  /// Puts one file's content, or one directory's entries, on the disk.
  static func sync(_ path: String) throws(IndexError) {
    let file = uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else { throw .cannotWrite(path: path, reason: errorText()) }
    defer { close(file) }
    guard uninterrupted({ fsync(file) }) == 0 else {
      throw .cannotWrite(path: path, reason: errorText())
    }
  }

  /// Replaces a small file in one step: a reader sees the old content or the new.
  static func replace(_ path: String, with text: String) throws(IndexError) {
    let temporary = path + ".new"
    try write(Array(text.utf8), to: temporary)
    try move(temporary, to: path)
    try sync(parent(of: path))
  }

  /// Gives a file or directory another name, in one step.
  static func move(_ path: String, to new: String) throws(IndexError) {
    guard uninterrupted({ rename(path, new) }) == 0 else {
      throw .cannotWrite(path: new, reason: errorText())
    }
  }

  /// Calls the system again while a signal interrupts it.
  static func uninterrupted(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      guard result < 0, errno == EINTR else { return result }
    }
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Bytes of all files below a directory.
  static func size(ofDirectory directory: String) -> Int {
    names(in: directory).reduce(0) { sum, name in
      let path = directory + "/" + name
      var status = stat()
      guard stat(path, &status) == 0 else { return sum }
      return sum + (isDirectory(path) ? size(ofDirectory: path) : Int(status.st_size))
    }
  }

  static func errorText(_ code: Int32 = errno) -> String {
    String(cString: strerror(code))
  }

  private static func reason(of error: any Error) -> String {
    if let posix = error as? POSIXError { return errorText(posix.code.rawValue) }
    return "\(error)"
  }
}
