import Glibc

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

  /// Where it is nowhere.
  static var missing: ExtractionError {
    .unavailable(needs: "\(name), which is built and installed beside the command")
  }

  /// Its path: as the variable says, beside the running program, below `../libexec/vraagbaak` of that, or
  /// where commands are found; nil where it is nowhere.
  public static var path: String? {
    if let named = getenv(variable) { return String(cString: named) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    var places: [String] = []
    if count > 0 {
      let program = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let directory = program.split(separator: "/").dropLast().map { "/" + $0 }.joined()
      places = [directory, directory + "/../libexec/vraagbaak"]
    }
    if let path = getenv("PATH") {
      places += String(cString: path).split(separator: ":").map(String.init)
    }
    return places.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }
}
