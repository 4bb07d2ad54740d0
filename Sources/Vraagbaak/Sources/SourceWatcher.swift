import Extraction
import Glibc

/// Tells which files change below some paths, by the system's notification of file changes.
///
/// Changes are gathered until none has come for a moment, so that a file that is written in pieces,
/// or a directory that is copied, is one update.
final class SourceWatcher {
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)

  private let queue: Int32
  private let roots: [String]
  private let places: SourcePaths
  private let sources: SourceFiles
  /// The directory that each watch is on, as the index names it.
  private var directories: [Int32: String] = [:]
  /// Directories that are gone, and are watched again when they are back.
  private var lost: Set<String> = []
  /// Roots that are files: their directories are watched for them.
  private let files: Set<String>

  /// - Throws: `IndexError.cannotWatch`.
  init(_ roots: [String], _ reader: SourceReader) throws(IndexError) {
    self.roots = roots
    let places = reader.places
    self.places = places
    sources = SourceFiles(reader)
    files = Set(roots.filter { !FileSystem.isDirectory(places.file($0)) })
    queue = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard queue >= 0 else {
      throw .cannotWatch(path: "sources", reason: FileFault(errno).description)
    }
    for root in roots {
      if files.contains(root) {
        try watch(FileSystem.parent(of: root), isRecursive: false)
      } else {
        try watch(root, isRecursive: true)
      }
    }
  }

  deinit { if queue >= 0 { close(queue) } }

  /// Waits for changes and returns the paths that changed; nil when `isStopped` became true.
  /// - Parameters:
  ///   - quiet: seconds without a change after which those before are returned.
  ///   - longest: seconds after which they are returned although more come.
  func next(quiet: Double = 0.2, longest: Double = 5, isStopped: () -> Bool) throws(IndexError)
    -> Set<String>?
  {
    var changed: Set<String> = []
    var first: ContinuousClock.Instant?
    while !isStopped() {
      var descriptor = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
      let pause = changed.isEmpty ? 200 : Int32(quiet * 1_000)
      let ready = poll(&descriptor, 1, pause)
      if ready > 0 { try read(into: &changed) }
      for root in lost where FileSystem.isDirectory(places.file(root)) {
        lost.remove(root)
        try watch(root, isRecursive: true)
        changed.insert(root)
      }
      guard !changed.isEmpty else { continue }
      let start = first ?? .now
      first = start
      if ready == 0 || start.duration(to: .now).seconds > longest { return changed }
    }
    return nil
  }

  private func watch(_ directory: String, isRecursive: Bool) throws(IndexError) {
    let file = places.file(directory)
    let watch = inotify_add_watch(queue, file, Self.events)
    guard watch >= 0 else {
      let fault = FileFault(errno)
      // It went away again: whoever removed it is told of by its parent.
      if !isRecursive || fault.code == ENOSPC || roots.contains(directory) {
        throw .cannotWatch(
          path: file,
          reason: fault.code == ENOSPC
            ? "too many directories; raise fs.inotify.max_user_watches" : fault.description
        )
      }
      return
    }
    directories[watch] = directory
    guard isRecursive else { return }
    for name in FileSystem.names(in: file) where !name.hasPrefix(".") {
      let path = directory + "/" + name
      if FileSystem.isDirectory(places.file(path)) { try self.watch(path, isRecursive: true) }
    }
  }

  private func read(into changed: inout Set<String>) throws(IndexError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(queue, &buffer, buffer.count)
      guard count > 0 else { return }
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= count {
        let event = buffer.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        }
        let start = offset + MemoryLayout<inotify_event>.size
        let end = start + Int(event.len)
        let name = String(decoding: buffer[start..<end].prefix { $0 != 0 }, as: UTF8.self)
        try note(event, name, &changed)
        offset = end
      }
    }
  }

  private func note(_ event: inotify_event, _ name: String, _ changed: inout Set<String>)
    throws(IndexError)
  {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      // Some were lost: all are looked at.
      changed.formUnion(roots)
      return
    }
    guard let directory = directories[event.wd] else { return }
    if event.mask & UInt32(IN_IGNORED) != 0 {
      directories[event.wd] = nil
      if roots.contains(directory) { lost.insert(directory) }
      return
    }
    if event.mask & UInt32(IN_MOVE_SELF) != 0, roots.contains(directory) {
      inotify_rm_watch(queue, event.wd)
      return
    }
    guard !name.isEmpty, !name.hasPrefix(".") else { return }
    let path = files.contains(name) && directory == "." ? name : directory + "/" + name
    let isInRoot = roots.contains { SourcePaths.isBelow(path, $0) && !files.contains($0) }
    guard isInRoot || files.contains(path) else { return }
    if event.mask & UInt32(IN_ISDIR) != 0 {
      if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 { try watch(path, isRecursive: true) }
    } else if event.mask & UInt32(IN_CREATE) != 0 {
      // It is told of again when it has been written.
      return
    } else if !files.contains(path), !sources.isKnown(path) {
      return
    }
    changed.insert(path)
  }
}
