import Testing

@testable import Vraagbaak

struct ReadmeTests {
  @Test("The README's embedding example is the program that is built and run")
  func embedding() throws {
    let readme = String(decoding: try FileSystem.read("README.md"), as: UTF8.self)
    let path = "Examples/Embedding/main.swift"
    let program = String(decoding: try FileSystem.read(path), as: UTF8.self)
    #expect(readme.contains("```swift\n" + program + "```"))
    #expect(program.split(separator: "\n").count <= 10)
  }
}
