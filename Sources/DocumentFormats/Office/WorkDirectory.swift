import Extraction
import Glibc

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A directory for one conversion, that nobody else may read.
struct WorkDirectory {
  private static let prefix = "vraagbaak-office-"
  private let directory: String

  init() throws(ExtractionError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    Self.removeLeft(in: parent)
    var template = Array("\(parent)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .failed(
        reason: "no directory can be made in \(parent): \(String(cString: strerror(errno)))")
    }
    directory = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Those of processes that were ended before they could remove them.
  private static func removeLeft(in parent: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count).prefix { $0.isNumber }
      guard let process = pid_t(number), kill(process, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(atPath: parent + "/" + name)
    }
  }

  func path(_ name: String) -> String { directory + "/" + name }

  func write(_ bytes: [UInt8], to path: String) throws(ExtractionError) {
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw .failed(reason: "\(path) cannot be written")
    }
  }

  func contents(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// Settings of LibreOffice under which a document runs nothing and fetches nothing.
  func writeProfile() throws(ExtractionError) {
    let user = path("profile/user")
    do {
      try FileManager.default.createDirectory(atPath: user, withIntermediateDirectories: true)
    } catch {
      throw .failed(reason: "\(user) cannot be made")
    }
    try write(Array(Self.settings.utf8), to: user + "/registrymodifications.xcu")
  }

  func remove() { try? FileManager.default.removeItem(atPath: directory) }

  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    \(setting("DisableMacrosExecution"))
    \(setting("BlockUntrustedRefererLinks"))
    \(setting("DisableActiveContent"))
    </oor:items>
    """

  private static func setting(_ name: String) -> String {
    "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop oor:name=\"\(name)\" "
      + "oor:op=\"fuse\"><value>true</value></prop></item>"
  }
}
