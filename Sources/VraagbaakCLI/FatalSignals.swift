import Glibc

/// What the process says when a signal ends it.
///
/// The engine trusts its files: a damaged block may make it read or free where it must not, and no
/// error can be thrown from there. What was not committed is not done.
enum FatalSignals {
  private static let signals = [SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP]
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
      // Nothing here may allocate.
      let message: StaticString =
        "vraagbaak: stopped inside the search engine, perhaps by a damaged index; verify it with: vraagbaak check, or make it anew with: vraagbaak rebuild\n"
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(ExitStatus.noIndex)
    }
    action.sa_flags = Int32(SA_ONSTACK)
    for signal in signals { sigaction(signal, &action, nil) }
  }
}
