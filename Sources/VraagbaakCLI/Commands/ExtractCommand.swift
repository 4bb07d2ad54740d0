import ArgumentParser
import Vraagbaak
import WrittenQuestions

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Show how files are read: their text, what was taken out, what read them and why.",
    discussion: """
      Needs no index and makes none. With --format json also the documents, as show prints them. Exit \
      status 2 where nothing could be read.
      """)

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = PlainFormat.text

  @Flag(help: "Read pages of PDF files that are pictures by OCR (tesseract).")
  var ocr = false

  @Flag(help: "Show all records of a file of records, not the first ten.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Which fields of JSON records mean what; as for index.", valueName: "mapping"))
  var fields: String?

  @Argument(
    help: ArgumentHelp(
      "Files, directories, archives, or - for standard input.", valueName: "path"))
  var paths: [String]

  func run() throws {
    let mapping = try fields.map { try FieldMapping(parsing: $0) }
    let inspector = try FileInspector(paths, mapping: mapping, readsPictures: ocr)
    var isRead = false
    var output = ReadingOutput(format)
    for path in inspector.files {
      let reading = inspector.read(path, documents: all ? .max : 10)
      if reading.report.outcome == .indexed { isRead = true }
      try output.write(reading)
    }
    output.finish()
    Terminal.warn(of: inspector.refused.map { .unreadable($0) })
    guard isRead else { throw ExitCode(ExitStatus.usage) }
  }
}
