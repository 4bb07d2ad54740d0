import Foundation

/// Runs the command that was built, as a user does.
struct Command {
  struct Outcome {
    let status: Int32
    let output, errors: String
  }

  /// Where what it writes is gathered.
  let directory: String

  func run(_ arguments: [String], in current: String? = nil) throws -> Outcome {
    let output = URL(filePath: directory + "/out-" + UUID().uuidString)
    let errors = URL(filePath: directory + "/err-" + UUID().uuidString)
    for file in [output, errors] { try Data().write(to: file) }
    let process = process(arguments)
    if let current { process.currentDirectoryURL = URL(filePath: current) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Starts it and goes on; what it says is lost.
  func start(_ arguments: [String]) throws -> Process {
    let process = process(arguments)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func process(_ arguments: [String]) -> Process {
    let process = Process()
    // The test bundle lies beside the products.
    let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.executableURL = products.appending(path: "vraagbaak")
    process.arguments = arguments
    process.environment = ["HOME": directory, "PATH": "/usr/bin:/bin"]
    return process
  }
}
