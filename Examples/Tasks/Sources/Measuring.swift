import Glibc

/// For how long the cores have worked for this process.
func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

func milliseconds(_ duration: Duration) -> String {
  "\((duration / .microseconds(100)).rounded() / 10) ms"
}

func fail(_ message: String) -> Never {
  print("search-tasks: \(message)")
  exit(1)
}
