import ArgumentParser
import Extraction
import Vraagbaak

/// What an index is made of.
struct SourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take only files whose path below a directory matches.",
      discussion:
        "As in .gitignore: * and ? stand for characters without a slash, ** for directories; a pattern without a slash is of a name at any depth. May be given several times. Kept with the index.",
      valueName: "pattern"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out files and directories whose path matches.",
      discussion:
        "As --include; a later pattern that begins with ! takes back an earlier one. Kept with the index.",
      valueName: "pattern"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read paths from a file, one a line, or from standard input (-).", valueName: "file|-"))
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .long],
    help: "The paths of --files-from end in NUL, not in a line's end.")
  var null = false

  @Flag(help: "Read pages of PDF files that are pictures by OCR (tesseract). Kept with the index.")
  var ocr = false

  @Argument(
    help: ArgumentHelp(
      "Files, directories, archives, quoted patterns as 'docs/**/*.pdf', or - for standard input.",
      valueName: "path"))
  var paths: [String] = []

  func validate() throws {
    guard !paths.isEmpty || filesFrom != nil else {
      throw ValidationError("name files or directories, or --files-from FILE")
    }
    guard filesFrom != "-" || !paths.contains("-") else {
      throw ValidationError("standard input is either a list of files or a document")
    }
    guard !null || filesFrom != nil else { throw ValidationError("--null is for --files-from") }
  }

  var selection: SourceSelection { SourceSelection(include: include, exclude: exclude) }

  /// The paths given and those of the list.
  func allPaths() throws -> [String] {
    guard let filesFrom else { return paths }
    let listed = try SourceList.read(filesFrom == "-" ? "/dev/stdin" : filesFrom, endsInNull: null)
    guard !listed.isEmpty || !paths.isEmpty else {
      throw ValidationError("the list of files is empty")
    }
    return paths + listed
  }
}
