import Glibc
import TestSupport
import Testing

@testable import Xapian

/// Each of Xapian's complaints arrives as its own typed error.
struct ErrorTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func kind(_ body: () throws -> Void) -> XapianError.Kind? {
    do {
      try body()
      return nil
    } catch {
      return (error as? XapianError)?.kind
    }
  }

  @Test("A path without a database")
  func missing() {
    #expect(kind { _ = try Database(path: directory.path + "/nergens") } == .databaseNotFound)
    let writing = kind {
      _ = try WritableDatabase(path: directory.path + "/nergens", mode: .open)
    }
    #expect(writing == .databaseNotFound)
  }

  @Test("A second writer is locked out, and the lock goes with the first")
  func locked() throws {
    let path = directory.path + "/db"
    var first: WritableDatabase? = try WritableDatabase(path: path, mode: .create)
    #expect(kind { _ = try WritableDatabase(path: path, mode: .open) } == .databaseLock)
    try first?.close()
    first = nil
    #expect(kind { _ = try WritableDatabase(path: path, mode: .open) } == nil)
    #expect(kind { _ = try WritableDatabase(path: path, mode: .create) } == .databaseCreate)
  }

  @Test("A file that is no database any more")
  func corrupt() throws {
    let path = directory.path + "/db"
    try makeDatabase(at: path)
    let file = open(path + "/iamglass", O_WRONLY | O_TRUNC)
    let nonsense = "dit is geen databank"
    _ = write(file, nonsense, nonsense.utf8.count)
    close(file)
    let found = kind { _ = try Database(path: path) }
    #expect([.databaseCorrupt, .databaseVersion, .databaseOpening].contains(found))
  }

  @Test("A reader two commits behind learns it, and goes on after reopening")
  func modified() throws {
    let path = directory.path + "/db"
    let many = (0..<3_000).map { "woord\($0) wet\($0 % 7) zaak\($0 % 11)" }
    try makeDatabase(at: path, texts: many)
    let reader = try Database(path: path)
    let writer = try WritableDatabase(path: path, mode: .open)
    for round in 0..<3 {
      for id in 1...many.count {
        try writer.replace(id, with: document("nieuw\(round) \(id)", number: id))
      }
      try writer.commit()
    }
    var caught: XapianError?
    do {
      for id in 1...many.count { _ = try reader.document(id, withTerms: true) }
    } catch {
      caught = error
    }
    #expect(caught?.kind == .databaseModified)
    #expect(caught?.isRetryableAfterReopen == true)
    #expect(try reader.reopen())
    #expect(try reader.document(7).data == Array("nieuw2 7".utf8))
  }

  @Test("An argument that makes no sense")
  func badArgument() throws {
    #expect(kind { _ = try Stem("klingon") } == .invalidArgument)
    let database = try WritableDatabase(path: directory.path + "/db", mode: .create)
    for id in [0, -1, 1 << 32] {
      #expect(kind { try database.delete(id) } == .invalidArgument)
      #expect(kind { try database.replace(id, with: Document()) } == .invalidArgument)
      #expect(kind { _ = try database.document(id) } == .invalidArgument)
      #expect(kind { try database.amend(id, data: []) } == .invalidArgument)
    }
    var enquire = Enquire(.everything)
    enquire.valueSlots = [-1]
    #expect(kind { _ = try enquire.run(on: database, maxItems: 1) } == .invalidArgument)
    enquire.valueSlots = []
    enquire.order = .valueThenRelevance(slot: 1 << 32, descending: true)
    #expect(kind { _ = try enquire.run(on: database, maxItems: 1) } == .invalidArgument)
    let ofNone = { _ = try enquire.expansion(on: database, relevant: [-1], maxItems: 1) }
    #expect(kind(ofNone) == .invalidArgument)
  }

  @Test("A term of more than 245 bytes")
  func longTerm() throws {
    let database = try WritableDatabase(path: directory.path + "/db", mode: .create)
    var long = Document()
    long.addTerm(String(repeating: "a", count: 246))
    #expect(kind { try database.add(long) } == .invalidArgument)
    var longest = Document()
    longest.addTerm(String(repeating: "a", count: 245))
    #expect(kind { try database.add(longest) } == nil)
  }

  @Test("A NUL counts twice, and a document that is refused takes nothing of the others with it")
  func refused() throws {
    let path = directory.path + "/db"
    let database = try WritableDatabase(path: path, mode: .create)
    try database.beginTransaction()
    try database.add(document("de wachtlijsten", number: 1))
    var null = Document()
    null.addTerm(String(repeating: "\0", count: 123))
    #expect(kind { try database.add(null) } == .invalidArgument)
    #expect(kind { try database.replace(1, with: null) } == .invalidArgument)
    var longest = Document()
    longest.addTerm(String(repeating: "\0", count: 122))
    try database.add(longest)
    try database.commitTransaction()
    #expect(try Database(path: path).statistics().documentCount == 2)
    #expect(try Database(path: path).document(1).data == Array("de wachtlijsten".utf8))
  }

  @Test("What the system said comes with the error")
  func systemError() throws {
    let path = directory.path + "/db"
    try makeDatabase(at: path)
    let table = path + "/postlist.glass"
    unlink(table)
    symlink(table, table)
    let error = #expect(throws: XapianError.self) { try Database(path: path) }
    #expect(error?.kind == .databaseOpening && error?.systemError == ELOOP)
    let absent = #expect(throws: XapianError.self) { try Database(path: path).document(99) }
    #expect(absent?.systemError == ELOOP)
  }

  @Test("A lock that cannot be had tells one that is taken from one that the system refuses")
  func lockError() throws {
    let path = directory.path + "/db"
    let first = try WritableDatabase(path: path, mode: .create)
    let taken = #expect(throws: XapianError.self) { try WritableDatabase(path: path, mode: .open) }
    #expect(taken?.kind == .databaseLock && taken?.systemError == nil)
    try first.close()
    unlink(path + "/flintlock")
    symlink(path + "/flintlock", path + "/flintlock")
    let refused = #expect(throws: XapianError.self) {
      try WritableDatabase(path: path, mode: .open)
    }
    #expect(refused?.systemError == ELOOP, "\(String(describing: refused))")
  }

  @Test("A document that is not there, and a call after closing")
  func absent() throws {
    let path = directory.path + "/db"
    try makeDatabase(at: path)
    let database = try Database(path: path)
    #expect(kind { _ = try database.document(99) } == .documentNotFound)
    try database.close()
    #expect(kind { _ = try database.document(1) } == .databaseClosed)
  }

  @Test("Every exception type that Xapian has is mapped")
  func allKinds() {
    #expect(XapianError.Kind.allCases.count == 28)
    #expect(XapianError.Kind(rawValue: "DatabaseModifiedError") == .databaseModified)
  }

  @Test("A type that is not known keeps its name")
  func unknownType() {
    let error = XapianError(type: "NewError", message: "iets nieuws", context: "/pad")
    #expect(error.kind == .other && error.type == "NewError")
    #expect(error.description == "NewError: iets nieuws (/pad)")
    #expect(XapianError(type: "std::bad_alloc", message: "").kind == .memory)
  }
}
