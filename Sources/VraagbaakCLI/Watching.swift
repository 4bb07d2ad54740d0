import Glibc
import Synchronization
import Vraagbaak

/// Updates an index whenever a source changes, until the process is told to end.
enum Watching {
  private static let isStopped = Atomic(false)

  static func run(_ index: Index, paths: [String], _ options: WriteOptions) throws {
    for number in [SIGINT, SIGTERM] {
      // Without restarting: waiting for changes ends at once, an update comes to its end.
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        Watching.isStopped.store(true, ordering: .relaxed)
      }
      sigaction(number, &action, nil)
    }
    // Whoever started the process may have blocked them.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    var isFirst = true
    try index.watch(
      paths, wait: max(options.wait, 60), isStopped: { isStopped.load(ordering: .relaxed) }
    ) { outcome in
      switch outcome {
      case .success(let summary):
        if isFirst || !summary.files.isEmpty {
          UpdateReport.write(
            summary, path: index.path, isDryRun: false, quiet: options.quiet)
        }
      case .failure(let error): Terminal.warn(error.description, advice: error.advice)
      }
      isFirst = false
      StandardOutput.flush()
    }
  }
}
