import ArgumentParser
import Extraction
import Glibc

/// Subcommands that are programs of their own, so that what they need neither delays the command's
/// start nor its build: `vraagbaak serve` is `vraagbaak-serve`.
enum OtherProgram {
  /// Those that belong to the project, and how they are got.
  private static let known = [
    "serve": "script/serve builds it in a checkout, and script/install with --server installs it"
  ]

  /// Becomes the program, where the first argument names one; returns where it does not.
  /// - Throws: `ValidationError` for one of the project's own that is not there.
  static func run(_ arguments: [String]) throws {
    guard let name = arguments.first, isName(name), !isOwn(name) else { return }
    let program = "vraagbaak-" + name
    guard let path = SiblingProgram.path(of: program) else {
      guard let remedy = known[name] else { return }
      throw ValidationError("there is no \(program) beside this program: \(remedy)")
    }
    // The arguments as they came: they may be no text.
    var words = [strdup(program)]
    for number in 2..<max(2, Int(CommandLine.argc)) { words.append(CommandLine.unsafeArgv[number]) }
    words.append(nil)
    execv(path, words)
    throw ValidationError("\(path) cannot be started: \(String(cString: strerror(errno)))")
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } == true
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }

  private static func isOwn(_ name: String) -> Bool {
    name == "help"
      || VraagbaakCommand.configuration.subcommands.contains { $0._commandName == name }
  }
}
