import Extraction
import Glibc
import SystemPackage

/// The few file operations whose order decides whether an index survives a crash.
package enum FileSystem {
  package static func exists(_ path: String) -> Bool {
    PathText.withSystemPath(path) { access($0, F_OK) } == 0
  }

  package static func isDirectory(_ path: String) -> Bool {
    (try? status(path).isDirectory) == true
  }

  /// What keeps a file from being opened to read; nil: nothing does.
  static func fault(opening path: String) -> FileFault? {
    do throws(FileFault) {
      try open(path) { _ in }
      return nil
    } catch {
      return error
    }
  }

  /// Opens a file, to read unless told otherwise, for as long as the body runs. What a signal
  /// interrupts is tried again, here and in all calls of a descriptor.
  private static func open(
    _ path: String, _ mode: FileDescriptor.AccessMode = .readOnly,
    options: FileDescriptor.OpenOptions = [], _ body: (FileDescriptor) throws -> Void
  ) throws(FileFault) {
    do {
      let file = try FileDescriptor.open(
        FilePath(text: path), mode, options: options.union(.closeOnExec),
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try file.closeAfter { try body(file) }
    } catch {
      throw error as? FileFault ?? FileFault(error)
    }
  }

  /// Opens a file anew, and has what the body writes on the disk when it returns.
  private static func create(_ path: String, _ body: (FileDescriptor) throws -> Void)
    throws(FileFault)
  {
    try open(path, .writeOnly, options: [.create, .truncate]) { file in
      try body(file)
      try sync(file)
    }
  }

  private static func sync(_ file: FileDescriptor) throws(FileFault) {
    guard uninterrupted({ fsync(file.rawValue) }) == 0 else { throw FileFault(errno) }
  }

  /// Makes a directory, and those around it that are missing.
  /// - Returns: those that it made, the outermost first.
  @discardableResult
  static func createDirectory(_ path: String) throws(IndexError) -> [String] {
    let outer = parent(of: path)
    let made = !exists(outer) && outer != path ? try createDirectory(outer) : []
    let result = uninterrupted { PathText.withSystemPath(path) { mkdir($0, 0o777) } }
    guard result != 0 else { return made + [path] }
    let fault = FileFault(errno)
    guard fault.code == EEXIST, isDirectory(path) else {
      removeEmpty(made)
      throw .cannotWrite(path: path, reason: fault.description)
    }
    return made
  }

  /// Removes directories that hold nothing, the last first.
  static func removeEmpty(_ directories: [String]) {
    for path in directories.reversed() {
      _ = uninterrupted { PathText.withSystemPath(path) { rmdir($0) } }
    }
  }

  /// Removes a file or a whole directory; what is not there is no error.
  static func remove(_ path: String) throws(IndexError) {
    var status = stat()
    var result = uninterrupted { PathText.withSystemPath(path) { lstat($0, &status) } }
    if result == 0, status.st_mode & S_IFMT == S_IFDIR {
      for name in try namesToWrite(in: path) { try remove(path + "/" + name) }
      result = uninterrupted { PathText.withSystemPath(path) { rmdir($0) } }
    } else if result == 0 {
      result = uninterrupted { PathText.withSystemPath(path) { unlink($0) } }
    }
    let fault = FileFault(errno)
    guard result == 0 || fault.isAbsence else {
      throw .cannotWrite(path: path, reason: fault.description)
    }
  }

  /// The names in a directory, sorted; none when it cannot be read.
  package static func names(in directory: String) -> [String] {
    (try? entries(of: directory)) ?? []
  }

  /// The names in a directory, sorted; none when it is not there.
  /// - Throws: `.unavailable` for one that cannot be looked into.
  package static func names(ofThoseIn directory: String) throws(IndexError) -> [String] {
    do throws(FileFault) {
      return try entries(of: directory)
    } catch {
      if error.isAbsence { return [] }
      throw .unavailable(path: directory, reason: error.description)
    }
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
    try list(directory).map(\.name)
  }

  /// What is in a directory, by the bytes of the names.
  static func list(_ directory: String) throws(FileFault) -> [Entry] {
    var opened: OpaquePointer?
    repeat {
      opened = PathText.withSystemPath(directory) { opendir($0) }
    } while opened == nil && errno == EINTR
    guard let stream = opened else { throw FileFault(errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { PathText.decode($0) }
      }
      guard name != ".", name != ".." else { continue }
      entries.append(Entry(name: name, kind: kind(entry.pointee.d_type, name, in: directory)))
    }
    guard errno == 0 else { throw FileFault(errno) }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The whole content.
  static func read(_ path: String) throws(FileFault) -> [UInt8] {
    try SourceFile(path, isHashed: false).rest() ?? []
  }

  /// The whole content of a file that the user names.
  static func read(source path: String) throws(IndexError) -> [UInt8] {
    do throws(FileFault) {
      return try read(path)
    } catch {
      throw IndexError(error, source: path)
    }
  }

  /// The whole content of a file without which an index is damaged.
  static func read(
    _ name: String, in directory: String, of index: String
  ) throws(IndexError) -> [UInt8] {
    do throws(FileFault) {
      return try read(directory + "/" + name)
    } catch {
      throw IndexError(error, reading: index, name)
    }
  }

  /// Writes a file and makes sure that it is on the disk.
  static func write(_ bytes: [UInt8], to path: String) throws(IndexError) {
    do throws(FileFault) {
      try create(path) { try $0.writeAll(bytes) }
    } catch {
      throw .cannotWrite(path: path, reason: error.description)
    }
  }

  /// Copies a file's content, piece by piece.
  static func copy(_ path: String, to new: String) throws(FileFault) {
    let source = try SourceFile(path, isHashed: false)
    try create(new) { target in
      while let bytes = try source.next() { try target.writeAll(bytes) }
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
    do throws(FileFault) {
      try open(path) { try sync($0) }
    } catch {
      throw .cannotWrite(path: path, reason: error.description)
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
    guard
      uninterrupted({
        PathText.withSystemPath(path) { path in
          PathText.withSystemPath(new) { rename(path, $0) }
        }
      }) == 0
    else {
      throw .cannotWrite(path: new, reason: FileFault(errno).description)
    }
  }

  /// Calls the system again while a signal interrupts it.
  static func uninterrupted(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      guard result < 0, errno == EINTR else { return result }
    }
  }

  /// The directory that holds it: `.` for a name alone.
  static func parent(of path: String) -> String {
    SourcePath(path).parent.text
  }

  /// Bytes of all files below a directory.
  static func size(ofDirectory directory: String) -> Int {
    names(in: directory).reduce(0) { sum, name in
      let path = directory + "/" + name
      guard let status = try? status(path) else { return sum }
      return sum + (status.isDirectory ? size(ofDirectory: path) : status.size)
    }
  }
}
