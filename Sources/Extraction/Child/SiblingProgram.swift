import Glibc

/// Programs that belong to the one that runs.
public enum SiblingProgram {
  /// The path of a program beside the running one, below `../libexec/vraagbaak` of that, in `.build/server`
  /// where both were built in one checkout, or where commands are found; nil where it is nowhere.
  public static func path(of name: String) -> String? {
    places.map { $0 + "/" + name }.first { access($0, X_OK) == 0 } ?? ChildProcess.path(of: name)
  }

  private static var places: [String] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard count > 0 else { return [] }
    let program = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let parts = program.split(separator: "/").dropLast()
    let directory = parts.map { "/" + $0 }.joined()
    // `.build/PLATFORM/release`.
    let built = parts.last.map { [directory + "/../../server/" + $0] } ?? []
    return [directory, directory + "/../libexec/vraagbaak"] + built
  }
}
