import DutchText
import Extraction
import Glibc
import TestSupport
import Testing
import Xapian

@testable import Vraagbaak

/// What the system lacks or forbids is no damage.
struct ShortageTests {
  let sources: Sources
  var index: Index { sources.index }

  init() throws {
    sources = try Sources()
    try sources.write("a.jsonl", ["1": "Hoeveel trams?"])
    try sources.build()
  }

  private func isUnavailable(_ error: IndexError) -> Bool {
    if case .unavailable = error { true } else { false }
  }

  @Test(
    "Open files, memory, room and rights that are missing are told from damage",
    arguments: [
      (EMFILE, true), (ENFILE, true), (ENOMEM, true), (EACCES, true), (EPERM, true),
      (ENOSPC, true), (ENOENT, false), (EIO, false), (ELOOP, false),
    ])
  func kinds(code: Int32, isShortage: Bool) {
    let engine = XapianError(.databaseOpening, "it cannot be opened", systemError: code)
    #expect(isUnavailable(IndexError(engine, reading: "ix")) == isShortage)
    #expect(isUnavailable(IndexError(FileFault(code), reading: "ix", "CURRENT")) == isShortage)
    let lexicon = LexiconError.unreadable(path: "ix/lexicon", code: code)
    #expect(isUnavailable(IndexError(lexicon, reading: "ix")) == isShortage)
  }

  @Test("What is missing or broken without a word of the system is damage")
  func damage() {
    let corrupt = XapianError(.databaseCorrupt, "a block is wrong")
    #expect(!isUnavailable(IndexError(corrupt, reading: "ix")))
    #expect(!isUnavailable(IndexError(.notALexicon(path: nil), reading: "ix")))
  }

  @Test(
    "An index one of whose tables is gone is not taken for one that is empty",
    arguments: ["docdata.glass", "termlist.glass", "postlist.glass"])
  func missingTable(name: String) throws {
    try FileSystem.remove(try index.serving().databaseDirectory + "/" + name)
    let error = #expect(throws: IndexError.self) { try index.searcher() }
    if case .damaged = error {} else { Issue.record("\(String(describing: error))") }
  }

  @Test("A directory that is made or removed says what the system said")
  func directories() throws {
    let file = sources.outside("bestand")
    try FileSystem.write([], to: file)
    let below = file + "/a/b"
    #expect(throws: IndexError.cannotWrite(path: file + "/a", reason: "Not a directory")) {
      try FileSystem.createDirectory(below)
    }
    let deep = sources.outside("x/y/z/")
    try FileSystem.createDirectory(deep)
    try FileSystem.createDirectory(deep)
    #expect(FileSystem.isDirectory(deep))
    try FileSystem.remove(sources.outside("x"))
    try FileSystem.remove(sources.outside("x"))
    #expect(!FileSystem.exists(sources.outside("x")))
  }
}
