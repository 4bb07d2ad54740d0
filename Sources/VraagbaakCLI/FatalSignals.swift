import Glibc

/// What the process says when a signal ends it.
///
/// The engine trusts its files: a damaged block may make it read where it must not, and no error can
/// be thrown from there. What was not committed is not done. Signals that a broken rule of this
/// program raises are left alone, so that the crash is seen as what it is.
enum FatalSignals {
  private static let signals = [SIGSEGV, SIGBUS]
  private static let stackSize = 1 << 16

  /// Ends with a line and a status in place of a crash.
  static func install() {
    // The stack itself may be what is broken. It is used until the process ends.
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    stack.ss_size = stackSize
    sigaltstack(&stack, nil)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      FatalSignals.end(
        "vraagbaak: stopped inside the search engine, perhaps by a damaged index; verify it with: vraagbaak check"
      )
    }
    action.sa_flags = Int32(SA_ONSTACK)
    for signal in signals { sigaction(signal, &action, nil) }
    unblock(signals)
  }

  /// A program that starts this one may have blocked them, as many threads do.
  static func unblock(_ signals: [Int32]) {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Writes the message and the option that names the index, and ends the process. Nothing here may
  /// allocate.
  static func end(_ message: StaticString) -> Never {
    let option = ChosenIndex.option
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    _ = write(STDERR_FILENO, option, strlen(option))
    _ = write(STDERR_FILENO, "\n", 1)
    _exit(ExitStatus.noIndex)
  }
}
