import ArgumentParser
import Vraagbaak

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Show how text is analysed: tokens, stems, the parts of compounds.",
    discussion: """
      Each token is a line: bytes, word, stem, parts. Uses the lexicon of an index. Without text, \
      reads lines from standard input.
      """)

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("text, or json: an object for each token.", valueName: "format"))
  var format = PlainFormat.text

  @Argument(help: "Words or text.")
  var text: [String] = []

  func run() throws {
    let analyzer = try index.existing().analyzer()
    if !text.isEmpty {
      try write(analyzer.analyze(text.joined(separator: " ")))
      return
    }
    while let line = readLine() { try write(analyzer.analyze(line)) }
  }

  private func write(_ tokens: [AnalyzedToken]) throws {
    switch format {
    case .text: TableOutput.writeTokens(tokens)
    case .json: try JSONOutput.writeLines(tokens)
    }
  }
}
