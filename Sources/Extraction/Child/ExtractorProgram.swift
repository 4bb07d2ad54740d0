import Glibc

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `vraagbaak-extract`, which takes documents of other formats than text apart, in a process of its own.
public enum ExtractorProgram {
  public static let name = "vraagbaak-extract"
  /// Names the program, where it is not found by itself.
  public static let variable = "VRAAGBAAK_EXTRACT"
  /// In bytes of address space.
  static let memoryLimit = 2 << 30

  /// What it answers.
  package enum Reply: Codable {
    case text(ExtractedText)
    case error(ExtractionError)
    case unpacked(UnpackedArchive)
  }

  /// Has it take something apart.
  /// - Parameters:
  ///   - arguments: further ones.
  ///   - time: the limit, in seconds.
  ///   - size: the limit of what comes out, in bytes; for errors.
  ///   - run: hands it what it reads.
  static func ask(
    _ format: String, _ arguments: [String], time: Double, size: Int,
    run: (ChildProcess) throws(ChildProcess.Failure) -> [UInt8]
  ) throws(ExtractionError) -> Reply {
    guard let path else {
      throw .unavailable(needs: "\(name), which is built and installed beside the command")
    }
    let process = ChildProcess(
      program: path,
      arguments: [format, "memory=\(memoryLimit)", "seconds=\(Int(time.rounded(.up)))"] + arguments)
    let output: [UInt8]
    do {
      output = try run(process)
    } catch {
      throw Self.error(error, time: time, size: size)
    }
    guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(output)) else {
      throw .failed(reason: "\(name) gave no answer")
    }
    if case .error(let error) = reply { throw error }
    return reply
  }

  private static func error(_ failure: ChildProcess.Failure, time: Double, size: Int)
    -> ExtractionError
  {
    switch failure {
    case .cannotStart(let code): .failed(reason: "\(name) cannot be started: \(FileFault(code))")
    case .timedOut, .ended(SIGXCPU, _): .timedOut(limit: time)
    case .tooMuch: .tooLarge(limit: size)
    case .ended(.some(let signal), _):
      .malformed(reason: "reading it was ended by signal \(signal)")
    case .ended(nil, let status): .failed(reason: "\(name) ended with \(status)")
    }
  }

  /// Its path: as the variable says, else as `SiblingProgram` finds it; nil where it is nowhere.
  public static var path: String? {
    getenv(variable).map { String(cString: $0) } ?? SiblingProgram.path(of: name)
  }
}
