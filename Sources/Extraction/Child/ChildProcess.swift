import Glibc
import Synchronization

/// Runs a program on some bytes, within limits of time and output. It and all that it starts are ended
/// when one is reached. Limits of memory it sets itself, before it reads.
///
/// Extracting blocks its thread. swift-subprocess needs one of the pool of tasks meanwhile: where 40 tasks
/// extracted at once, all of that pool waited and none was left for it.
package struct ChildProcess {
  package enum Failure: Error, Equatable {
    case cannotStart(Int32)
    case timedOut
    /// More output than the limit.
    case tooMuch
    /// Ended by a signal, or with a status other than 0.
    case ended(signal: Int32?, status: Int32)
  }

  let program: String
  let arguments: [String]
  /// Whether it ends with the process that started it, where that is ended as a group.
  let staysInGroup: Bool

  package init(program: String, arguments: [String], staysInGroup: Bool = false) {
    self.program = program
    self.arguments = arguments
    self.staysInGroup = staysInGroup
  }

  /// The path of a program that is found as commands are.
  package static func path(of name: String) -> String? {
    getenv("PATH").map { String(cString: $0) }?.split(separator: ":").lazy
      .map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }

  /// What the program writes to its standard output.
  /// - Parameter seconds: of the clock.
  package func run(_ input: [UInt8], seconds: Double, outputLimit: Int) throws(Failure) -> [UInt8] {
    let input = try Self.file(of: input)
    defer { close(input) }
    return try run(file: input, seconds: seconds, outputLimit: outputLimit)
  }

  /// - Parameter input: an open file, which the program reads from where it is.
  func run(file input: Int32, seconds: Double, outputLimit: Int) throws(Failure) -> [UInt8] {
    let deadline = ContinuousClock.now + .seconds(seconds)
    let (process, output) = try start(input)
    defer { close(output) }
    let result = Result { () throws(Failure) in
      try Self.read(output, until: deadline, limit: outputLimit)
    }
    let status = end(process, gently: (try? result.get()) != nil)
    let bytes = try result.get()
    let signal = status & 0x7f
    guard status == 0 else {
      throw .ended(signal: signal == 0 ? nil : signal, status: (status >> 8) & 0xff)
    }
    return bytes
  }

  /// Ends it with all that it started, and returns its status.
  /// - Parameter gently: it has closed its output, and has a moment to end by itself.
  private func end(_ process: pid_t, gently: Bool) -> Int32 {
    var info = siginfo_t()
    for _ in 0..<(gently ? 1_000 : 0) {
      info = siginfo_t()
      // It stays unreaped, so that its number still means its group.
      guard waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0,
        info.si_signo == 0
      else { break }
      usleep(1_000)
    }
    kill(staysInGroup ? process : -process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// A file without a name, so that the program may read it in any order and nothing waits for it.
  private static func file(of bytes: [UInt8]) throws(Failure) -> Int32 {
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array((directory + "/vraagbaak-XXXXXX").utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { throw .cannotStart(errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(path)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      guard count > 0 else {
        let code = errno
        close(file)
        throw .cannotStart(code)
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  /// Held while a pipe is open that every process started meanwhile would have too.
  private static let starting = Mutex(())

  /// Returns the process, and the end of the pipe that it writes to.
  private func start(_ input: Int32) throws(Failure) -> (pid_t, Int32) {
    try Self.starting.withLock { _ throws(Failure) in
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw .cannotStart(errno) }
      defer { close(ends[1]) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      do throws(Failure) {
        return (try spawn(input: input, output: ends[1]), ends[0])
      } catch {
        close(ends[0])
        throw error
      }
    }
  }

  private func spawn(input: Int32, output: Int32) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What interrupts the command ends the program by its closed pipe, and not in the middle.
    let group = staysInGroup ? 0 : POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(
      &attributes, Int16(group | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let words = Self.list([program] + arguments)
    let environment = Self.list(Self.environment)
    defer { for word in words + environment { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, &attributes, words, environment)
    guard code == 0 else { throw .cannotStart(code) }
    return process
  }

  /// As C has lists of strings; each is to be freed.
  private static func list(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// The same for every file, whoever builds.
  private static let environment: [String] = {
    let kept = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "TESSDATA_PREFIX"]
    let values = kept.compactMap { (name: String) in
      getenv(name).map { name + "=" + String(cString: $0) }
    }
    return values + ["LANG=C.UTF-8"]
  }()

  private static func read(
    _ output: Int32, until deadline: ContinuousClock.Instant, limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw .timedOut }
      var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let milliseconds = left.components.seconds * 1_000 + 1
      guard poll(&descriptor, 1, Int32(min(milliseconds, 60_000))) != 0 else { continue }
      let count = Glibc.read(output, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { throw .tooMuch }
      bytes += buffer[..<count]
    }
  }
}
