import Testing

@testable import Vraagbaak

/// Imports run downward only.
struct ImportDirectionTests {
  private static let own: Set<String> = [
    "CXapianShim", "Xapian", "Text", "DutchText", "Extraction", "WrittenQuestions", "Vraagbaak",
    "VraagbaakCLI", "ModelContext", "DocumentFormats", "CPopplerShim", "CLibXML2", "CLibArchive",
  ]

  @Test(
    "A module imports only what lies below it",
    arguments: [
      ("Xapian", ["CXapianShim"]), ("Text", []), ("DutchText", ["Text"]),
      ("Extraction", ["Text"]), ("WrittenQuestions", ["Text", "Extraction"]),
      ("DocumentFormats", ["Text", "Extraction", "CPopplerShim", "CLibXML2", "CLibArchive"]),
      ("ExtractCLI", ["DocumentFormats", "Extraction"]),
      ("Vraagbaak", ["Xapian", "Text", "DutchText", "Extraction", "WrittenQuestions"]),
      ("ModelContext", ["Vraagbaak", "WrittenQuestions"]),
      ("VraagbaakCLI", ["Vraagbaak", "ModelContext", "WrittenQuestions", "Extraction"]),
    ] as [(String, Set<String>)])
  func imports(module: String, allowed: Set<String>) throws {
    let files = try SourceFilesOfTests.swiftFiles(below: "Sources/" + module)
    #expect(!files.isEmpty)
    for file in files {
      let source = String(decoding: try FileSystem.read(file), as: UTF8.self)
      let imported = source.split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), keyword < 2, keyword + 1 < words.count
        else { return nil }
        return String(words[keyword + 1])
      }
      #expect(Set(imported).intersection(Self.own).subtracting(allowed).isEmpty, "\(file)")
    }
  }

  /// Lines of the libraries that are no comments.
  private func code() throws -> [(file: String, line: Substring)] {
    let modules = Self.own.subtracting([
      "VraagbaakCLI", "CXapianShim", "CPopplerShim", "CLibXML2", "CLibArchive",
    ])
    let files = try modules.flatMap { try SourceFilesOfTests.swiftFiles(below: "Sources/" + $0) }
    return try files.flatMap { file in
      String(decoding: try FileSystem.read(file), as: UTF8.self).split(separator: "\n")
        .filter { !$0.contains("//") }.map { (file, $0) }
    }
  }

  @Test("No library prints")
  func noPrint() throws {
    for (file, line) in try code() { #expect(!line.contains(" print("), "\(file)") }
  }

  @Test("No message of a library names the command or its options")
  func noCommand() throws {
    for (file, line) in try code() where line.contains("\"") {
      #expect(!line.contains("vraagbaak "), "\(file): \(line)")
      // What it runs has options of its own.
      guard !file.hasPrefix("Sources/DocumentFormats") else { continue }
      #expect(line.firstMatch(of: /[" (]--[a-z]/) == nil, "\(file): \(line)")
    }
  }
}

enum SourceFilesOfTests {
  static func swiftFiles(below directory: String) throws -> [String] {
    FileSystem.names(in: directory).flatMap { name -> [String] in
      let path = directory + "/" + name
      if FileSystem.isDirectory(path) { return (try? swiftFiles(below: path)) ?? [] }
      return name.hasSuffix(".swift") ? [path] : []
    }
  }
}
