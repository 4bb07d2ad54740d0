import Extraction
import Glibc
import Xapian

/// The engine's own check of a generation's database.
struct EngineCheck {
  private let directory: String

  init(_ generation: Generation) { directory = generation.databaseDirectory }

  /// How many errors, and what they are, in one line.
  func run() throws(XapianError) -> (errors: Int, text: String) {
    do throws(XapianError) {
      return try check(directory)
    } catch {
      // It opens files to write, and writes nothing: who may only read gives it a copy.
      guard let code = error.systemError, [EACCES, EPERM, EROFS].contains(code) else { throw error }
      try refuseUnreadable()
      guard let copy = copy() else {
        throw XapianError(
          .databaseOpening, "it may only be read, and there is no room to check a copy of it",
          systemError: ENOSPC)
      }
      defer { try? FileSystem.remove(copy) }
      return try check(copy)
    }
  }

  private func check(_ directory: String) throws(XapianError) -> (errors: Int, text: String) {
    let (errors, report) = try Database.check(path: directory)
    let lines = report.split(separator: "\n").filter { line in
      !line.hasSuffix(":") && !line.hasSuffix("checked OK") && !line.hasPrefix("Lazily created")
        && !line.hasSuffix("checking readability") && !line.hasSuffix("Continuing check anyway")
    }
    return (errors, lines.suffix(3).joined(separator: "; "))
  }

  /// What cannot be read cannot be copied either.
  private func refuseUnreadable() throws(XapianError) {
    for name in FileSystem.names(in: directory) {
      guard let fault = FileSystem.fault(opening: directory + "/" + name) else { continue }
      throw XapianError(.databaseOpening, "\(name): \(fault)", systemError: fault.code)
    }
  }

  /// Nil where it can be copied nowhere.
  private func copy() -> String? {
    let places = [getenv("TMPDIR").map { String(cString: $0) }, "/tmp", "/var/tmp"]
    return places.lazy.compactMap { $0.flatMap { try? copy(to: $0) } }.first
  }

  private func copy(to place: String) throws(FileFault) -> String {
    var template = Array((place + "/vraagbaak-check-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw FileFault(errno) }
    let target = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    do throws(FileFault) {
      for name in try FileSystem.entries(of: directory) {
        try FileSystem.copy(directory + "/" + name, to: target + "/" + name)
      }
    } catch {
      try? FileSystem.remove(target)
      throw error
    }
    return target
  }
}
