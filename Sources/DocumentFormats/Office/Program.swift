import Extraction
import Glibc

/// An installed program, run in the process group of this one, so that it ends with it.
struct Program {
  private let path: String

  /// Nil where no directory of `PATH` has it.
  init?(_ name: String) {
    guard let path = ChildProcess.path(of: name) else { return nil }
    self.path = path
  }

  /// Makes a `.docx` beside the source, by LibreOffice.
  /// - Parameter filter: how it is to be read; by itself LibreOffice takes anything for text.
  func convert(_ source: String, by filter: String, in directory: WorkDirectory)
    throws(ExtractionError)
  {
    try directory.writeProfile()
    let switches = ["headless", "norestore", "nolockcheck", "nologo", "nodefault"]
    let values = [("infilter", filter), ("convert-to", "docx"), ("outdir", directory.path(""))]
    let options =
      switches.map { "--" + $0 }
      // The filter is one word with its name, the others are two.
      + values.flatMap { $0.0 == "infilter" ? ["--\($0.0)=\($0.1)"] : ["--" + $0.0, $0.1] }
    let profile = "-env:UserInstallation=file://" + directory.path("profile")
    try run(options + [profile, source], output: "/dev/null")
  }

  /// - Parameter output: the file that it prints to.
  func run(_ arguments: [String], output: String) throws(ExtractionError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // No file that it writes is larger than 256 MB.
    let shell = "/bin/sh"
    let words = [shell, "-c", "ulimit -f 524288; exec \"$0\" \"$@\"", path] + arguments
    let list = words.map { strdup($0) } + [nil]
    defer { for word in list { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, shell, &actions, nil, list, environ)
    guard code == 0 else {
      throw .failed(reason: "\(path) cannot be started: \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
