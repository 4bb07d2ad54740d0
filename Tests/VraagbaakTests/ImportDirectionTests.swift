import Testing

@testable import Vraagbaak

/// Imports run downward only.
struct ImportDirectionTests {
  private static let own: Set<String> = [
    "CXapianShim", "Xapian", "Text", "DutchText", "Extraction", "WrittenQuestions", "Vraagbaak",
    "VraagbaakCLI",
  ]

  @Test(
    "A module imports only what lies below it",
    arguments: [
      ("Xapian", ["CXapianShim"]), ("Text", []), ("DutchText", ["Text"]),
      ("Extraction", ["Text"]), ("WrittenQuestions", ["Text", "Extraction"]),
      ("Vraagbaak", ["Xapian", "Text", "DutchText", "Extraction", "WrittenQuestions"]),
      ("VraagbaakCLI", ["Vraagbaak", "WrittenQuestions"]),
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

  @Test("No library prints")
  func noPrint() throws {
    for module in Self.own.subtracting(["VraagbaakCLI", "CXapianShim"]) {
      for file in try SourceFilesOfTests.swiftFiles(below: "Sources/" + module) {
        let source = String(decoding: try FileSystem.read(file), as: UTF8.self)
        let code = source.split(separator: "\n").filter { !$0.contains("//") }
        #expect(!code.contains { $0.contains(" print(") }, "\(file)")
      }
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
