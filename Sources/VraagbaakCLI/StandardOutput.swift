import Glibc
import Synchronization

/// Standard output, written in large pieces. That it cannot be written ends the command with an
/// error: a file that is cut short must not look like the whole.
enum StandardOutput {
  private static let pieceSize = 1 << 16
  private static let pending = Mutex<[UInt8]>([])

  /// Occupies the standard files that are closed, so that no file of an index gets the number of
  /// one of them, and what is printed with it.
  static func prepare() {
    var file: Int32
    // To read only: writing to it fails, as it does to a closed one.
    repeat { file = open("/dev/null", O_RDONLY) } while 0...STDERR_FILENO ~= file
    close(file)
  }

  static func write(_ text: String) {
    pending.withLock { pending in
      pending.append(contentsOf: text.utf8)
      if pending.count >= pieceSize || Terminal.isOutputTerminal { empty(&pending) }
    }
  }

  /// Writes what was held back. Called before something is written to standard error, and at the end.
  static func flush() { pending.withLock { empty(&$0) } }

  private static func empty(_ pending: inout [UInt8]) {
    var rest = pending[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var descriptor = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&descriptor, 1, -1)
      } else if errno != EINTR {
        end(String(cString: strerror(errno)))
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func end(_ reason: String) -> Never {
    Terminal.writeLine("cannot write the output: \(reason)")
    // At once: other threads may be at work, and have nothing to finish.
    _exit(ExitStatus.noIndex)
  }
}
