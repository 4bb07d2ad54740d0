import ArgumentParser
import Glibc
import ModelContext
import Vraagbaak

struct ModelContextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Let a language model search an index, by the Model Context Protocol.",
    discussion: """
      Reads messages from standard input, a line each, and answers on standard output, until the input \
      ends. Nothing that it offers changes anything.
      """)

  @OptionGroup var index: IndexOption

  func run() async throws {
    let server = ToolServer(try index.searcher(), version: VraagbaakCommand.version)
    var lines = InputLines()
    while let line = lines.next() {
      guard !line.isEmpty, let answer = await server.answer(line) else { continue }
      StandardOutput.write(String(decoding: answer, as: UTF8.self) + "\n")
      StandardOutput.flush()
    }
  }
}

/// Lines of standard input as they come.
private struct InputLines {
  private var gathered: [UInt8] = []
  private var isAtEnd = false

  /// A line that is longer than any message is cut, so that it is refused.
  mutating func next() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let end = gathered.firstIndex(of: UInt8(ascii: "\n")) {
        defer { gathered.removeSubrange(...end) }
        return Array(gathered[..<end])
      }
      if isAtEnd {
        defer { gathered = [] }
        return gathered.isEmpty ? nil : gathered
      }
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      isAtEnd = count <= 0
      if gathered.count <= ToolServer.longestMessage {
        gathered += buffer.prefix(max(0, count))
      } else if let end = buffer.prefix(max(0, count)).firstIndex(of: UInt8(ascii: "\n")) {
        gathered += buffer[end..<count]
      }
    }
  }
}
