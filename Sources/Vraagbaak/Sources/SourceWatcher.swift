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
  private static let fileEvents = UInt32(IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB)

  private let queue: Int32
  private let roots: [SourcePath]
  private let places: SourcePaths
  private let sources: SourceFiles
  /// The directory that each watch is on, as the index names it.
  private var directories: [Int32: SourcePath] = [:]
  /// The link to a file that each of the other watches is on.
  private var linked: [Int32: SourcePath] = [:]
  /// Directories that are gone, and are watched again when they are back.
  private var lost: Set<SourcePath> = []
  /// Roots that are files: their directories are watched for them.
  private let files: Set<SourcePath>

  /// - Throws: `IndexError.cannotWatch`.
  init(_ roots: [SourcePath], _ reader: SourceReader) throws(IndexError) {
    // What came from standard input never changes.
    let roots = roots.filter { $0 != .standardInput }
    self.roots = roots
    let places = reader.places
    self.places = places
    sources = SourceFiles(reader)
    files = Set(roots.filter { !FileSystem.isDirectory(places.file($0)) })
    queue = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard queue >= 0 else {
      throw .cannotWatch(path: "sources", reason: FileFault(errno).description)
    }
    try watch(roots.filter { !files.contains($0) })
    for file in files.sorted() {
      _ = try watch(directory: file.parent)
      watch(link: file)
    }
  }

  deinit { if queue >= 0 { close(queue) } }

  /// Waits for changes and returns the paths that changed; nil when `isStopped` became true.
  /// - Parameters:
  ///   - quiet: seconds without a change after which those before are returned.
  ///   - longest: seconds after which they are returned although more come.
  func next(quiet: Double = 0.2, longest: Double = 5, isStopped: () -> Bool) throws(IndexError)
    -> Set<SourcePath>?
  {
    var changed: Set<SourcePath> = []
    var first: ContinuousClock.Instant?
    while !isStopped() {
      var descriptor = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
      let pause = changed.isEmpty ? 200 : Int32(quiet * 1_000)
      let ready = poll(&descriptor, 1, pause)
      if ready > 0 { try read(into: &changed) }
      for root in lost where FileSystem.isDirectory(places.file(root)) {
        lost.remove(root)
        try watch([root])
        changed.insert(root)
      }
      guard !changed.isEmpty else { continue }
      let start = first ?? .now
      first = start
      if ready == 0 || start.duration(to: .now).seconds > longest { return changed }
    }
    return nil
  }

  /// Watches directories and all below them, also behind links, each under the shortest of its paths.
  private func watch(_ directories: [SourcePath]) throws(IndexError) {
    var next = directories
    while !next.isEmpty {
      let level = next
      next = []
      for directory in level where try watch(directory: directory) {
        let entries = (try? FileSystem.list(places.file(directory))) ?? []
        for entry in entries where !entry.name.hasPrefix(".") {
          let path = directory.appending(entry.name)
          switch entry.kind {
          case .directory: next.append(path)
          case .link where FileSystem.isDirectory(places.file(path)): next.append(path)
          case .link: watch(link: path)
          default: break
          }
        }
      }
    }
  }

  /// False where it is watched already, under another name perhaps, or went away again.
  private func watch(directory: SourcePath) throws(IndexError) -> Bool {
    let file = places.file(directory)
    let watch = PathText.withSystemPath(file) { inotify_add_watch(queue, $0, Self.events) }
    guard watch >= 0 else {
      let fault = FileFault(errno)
      // Whoever removed it is told of by its parent.
      if fault.code == ENOSPC || roots.contains(directory) || isParent(directory) {
        throw .cannotWatch(
          path: file,
          reason: fault.code == ENOSPC
            ? "too many directories; raise fs.inotify.max_user_watches" : fault.description
        )
      }
      return false
    }
    guard directories[watch] == nil else { return false }
    directories[watch] = directory
    return true
  }

  /// Whether it is watched for a root that is a file.
  private func isParent(_ directory: SourcePath) -> Bool {
    files.contains { $0.parent == directory }
  }

  /// What a link leads to may lie in a directory that is not watched.
  private func watch(link: SourcePath) {
    guard places.isLink(link), files.contains(link) || sources.isSource(link) else { return }
    let watch = PathText.withSystemPath(places.file(link)) {
      inotify_add_watch(queue, $0, Self.fileEvents)
    }
    if watch >= 0, directories[watch] == nil { linked[watch] = link }
  }

  /// What is gone, or has another name, is no longer watched under this one. False where it was not.
  private func forget(_ path: SourcePath) -> Bool {
    var isKnown = false
    for (watch, directory) in directories
    where directory.isBelow(path) && !roots.contains(directory) {
      directories[watch] = nil
      inotify_rm_watch(queue, watch)
      isKnown = true
    }
    for (watch, link) in linked where link.isBelow(path) {
      linked[watch] = nil
      inotify_rm_watch(queue, watch)
      isKnown = true
    }
    return isKnown
  }

  private func read(into changed: inout Set<SourcePath>) throws(IndexError) {
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
        let name = PathText.decode(buffer[start..<end].map { CChar(bitPattern: $0) } + [0])
        try note(event, name, &changed)
        offset = end
      }
    }
  }

  private func note(_ event: inotify_event, _ name: String, _ changed: inout Set<SourcePath>)
    throws(IndexError)
  {
    func isOf(_ events: Int32) -> Bool { event.mask & UInt32(bitPattern: events) != 0 }
    if isOf(Int32(IN_Q_OVERFLOW)) {
      // Some were lost: all are looked at.
      changed.formUnion(roots)
      return
    }
    if let link = linked[event.wd] {
      changed.insert(link)
      if isOf(Int32(IN_IGNORED)) {
        linked[event.wd] = nil
        watch(link: link)
      }
      return
    }
    guard let directory = directories[event.wd] else { return }
    if isOf(Int32(IN_IGNORED)) {
      directories[event.wd] = nil
      if roots.contains(directory) { lost.insert(directory) }
      return
    }
    if isOf(Int32(IN_MOVE_SELF)), roots.contains(directory) {
      inotify_rm_watch(queue, event.wd)
      return
    }
    guard !name.isEmpty, !name.hasPrefix(".") else { return }
    let path =
      directory == "." && files.contains(SourcePath(name))
      ? SourcePath(name) : directory.appending(name)
    let isInRoot = roots.contains { path.isBelow($0) && !files.contains($0) }
    guard isInRoot || files.contains(path) else { return }
    var isChange = files.contains(path) || sources.isSource(path)
    if isOf(Int32(IN_DELETE | IN_MOVED_FROM)) {
      if forget(path) { isChange = true }
    } else if isOf(Int32(IN_CREATE | IN_MOVED_TO)) {
      switch try watchNew(path, isWhole: isOf(Int32(IN_MOVED_TO))) {
      case .directory: isChange = true
      case .unwritten: isChange = false
      case .file: break
      }
    }
    if isChange { changed.insert(path) }
  }

  private enum New {
    case directory, file
    /// It is told of again when it has been written.
    case unwritten
  }

  /// Watches what is new, where it is a directory or a link.
  private func watchNew(_ path: SourcePath, isWhole: Bool) throws(IndexError) -> New {
    let file = places.file(path)
    if FileSystem.isDirectory(file) {
      try watch([path])
      return .directory
    }
    watch(link: path)
    guard !isWhole, let status = try? FileSystem.status(file, followsLinks: false) else {
      return .file
    }
    // Nobody writes to a link, or to another name of a file that is there.
    return status.isLink || status.names > 1 ? .file : .unwritten
  }
}
