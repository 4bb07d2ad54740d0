import Extraction
import Vraagbaak
import WrittenQuestions

/// What helps against an error, in commands that can be typed. The library says what happened; what
/// stands in capitals is for the reader to fill in.
enum Advice {
  /// The name of the command with the index that it works on.
  private static func command(_ name: String, _ arguments: String = "") -> String {
    "vraagbaak \(name)\(String(cString: ChosenIndex.option))"
      + (arguments.isEmpty ? "" : " " + arguments)
  }

  static var build: String { "make it with: " + command("index", "PATH") }
  static var verify: String { "verify it with: " + command("check") }
  static var list: String { "see those that it has with: " + command("info") }
  /// - Parameter id: a document's.
  static func show(_ id: String) -> String {
    "look at one with: " + command("show", ShellWord.quoted(id))
  }
  static var find: String { "find the id with: " + command("search", "WORDS") }
  static var map: String {
    "say it with: "
      + command("index", "--fields id=FIELD,question=FIELD,answer=FIELD PATH")
  }

  /// How an index is made anew: of what it was made of, where that is known and there. Nil where the
  /// system does not let it be looked at.
  static func renew(_ index: Index) -> String? {
    do throws(IndexError) {
      _ = try index.plannedRebuild()
      return "make it anew with: " + command("rebuild")
    } catch {
      if case .unavailable = error { return nil }
      return "make it anew with: " + command("index", "PATH")
    }
  }

  /// How a damaged index is mended.
  static func repair(_ index: Index) -> String? {
    let back = (try? index.rollback(isDryRun: true)).map {
      "go back to generation \($0) with: " + command("rollback")
    }
    let ways = [back, renew(index)].compactMap { $0 }
    return ways.isEmpty ? nil : ways.joined(separator: ", or ")
  }
}

extension IndexError {
  /// Nil where the message is all that can be said.
  var advice: String? {
    switch self {
    case .noIndex: Advice.build
    case .damaged(let path, _): Advice.repair(Index(at: path))
    case .sourcesUnknown: Advice.build
    case .otherSchema(let path, _, _), .otherFingerprint(let path, _), .noGeneration(let path, nil):
      Advice.renew(Index(at: path))
    case .noGeneration: Advice.list
    case .changedTooMuch: "publish it all the same without --check"
    case .locked: "wait for it with --wait SECONDS"
    case .nothingIndexed(let skipped): skipped.first?.advice
    case .noSuchDocument: Advice.find
    case .severalDocuments(let candidates): candidates.documents.first.map { Advice.show($0.id) }
    case .unavailable, .notEmpty, .cannotWatch, .cannotWrite, .noSuchSource, .nothingToIndex,
      .noMatch, .badTopics:
      nil
    }
  }
}

extension ReadError {
  var advice: String? {
    switch problem {
    case .missingField: Advice.map
    case .invalidUTF8:
      "convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8 \(ShellWord.quoted(path.text)) > NEW"
    default: nil
    }
  }
}

extension BuildSummary.Skip {
  var advice: String? {
    if case .unreadable(let error) = self { error.advice } else { nil }
  }
}

extension SeveralIndexes {
  var advice: String { "choose one with --index NAME" }
}
