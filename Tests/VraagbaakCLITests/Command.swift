import Foundation

/// Runs the command that was built, as a user does.
struct Command {
  struct Outcome {
    let status: Int32
    let output, errors: String

    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// The test bundle lies beside the products.
  static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// Where what it writes is gathered.
  let directory: String

  func run(_ arguments: [String], in current: String? = nil) throws -> Outcome {
    try run(process(arguments), in: current)
  }

  /// Runs a script in which `vraagbaak` is the command.
  func shell(_ script: String, in current: String? = nil) throws -> Outcome {
    let process = process(["-c", script], executable: URL(filePath: "/bin/bash"))
    process.environment?["PATH"] = Self.products.path + ":/usr/bin:/bin"
    return try run(process, in: current)
  }

  /// Starts it and goes on; what it says is lost.
  func start(_ arguments: [String]) throws -> Process {
    let process = process(arguments)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func run(_ process: Process, in current: String?) throws -> Outcome {
    let output = URL(filePath: directory + "/out-" + UUID().uuidString)
    let errors = URL(filePath: directory + "/err-" + UUID().uuidString)
    for file in [output, errors] { try Data().write(to: file) }
    if let current { process.currentDirectoryURL = URL(filePath: current) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try text(output), errors: try text(errors))
  }

  /// With a byte order mark, where there is one.
  private func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private func process(_ arguments: [String], executable: URL? = nil) -> Process {
    let process = Process()
    process.executableURL = executable ?? Self.products.appending(path: "vraagbaak")
    process.arguments = arguments
    process.environment = ["HOME": directory, "PATH": "/usr/bin:/bin"]
    return process
  }
}
