import ArgumentParser
import Vraagbaak
import WrittenQuestions

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Make an index of documents, in place of the one before.",
    discussion: """
      Reads plain text in the Flemish layout (.txt) and JSON Lines (.jsonl, .ndjson). Searches go \
      on with the index before until the new one is complete.
      """)

  @OptionGroup var index: IndexOption

  @Option(
    help: ArgumentHelp(
      "Which fields of JSON records mean what.",
      discussion:
        "As question=FIELD,answer=FIELD,title=FIELD,… or one of dekamer-2017, dekamer-2020, kamervragen-answers. Default: found from the records.",
      valueName: "mapping"))
  var fields: String?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Argument(help: ArgumentHelp("Files, or directories of files.", valueName: "path"))
  var paths: [String]

  func run() throws {
    let index = Index(at: self.index.location.directoryForBuilding)
    let mapping = try fields.map { try FieldMapping(parsing: $0) }
    let summary = try index.build(from: paths, mapping: mapping) { progress in
      if !quiet { Terminal.showProgress(IndexReport.progress(progress)) }
    }
    if !quiet { Terminal.showProgress("") }
    for skip in summary.skipped { Terminal.warn("skipped: \(skip)") }
    if !summary.hasWordList {
      Terminal.warn(
        "no word list at \(LexiconSource.wordListPath) (Debian: wdutch): compounds are split by the documents' own words, which finds fewer of them"
      )
    }
    if !quiet { Terminal.write(IndexReport.summary(summary, path: index.path)) }
  }
}
