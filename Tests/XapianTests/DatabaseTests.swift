import TestSupport
import Testing
import Xapian

struct DatabaseTests {
  let directory: TemporaryDirectory
  var path: String { directory.path + "/db" }

  init() throws { directory = try TemporaryDirectory() }

  @Test("Documents cross in bulk and come back exactly")
  func roundTrip() throws {
    let database = try WritableDatabase(path: path, mode: .create)
    var generator = SeededGenerator()
    let beginnings = ["wet", "é\u{0}geving", "zaak", "Q\u{0}\u{0}"]
    for _ in 0..<200 {
      var document = Document()
      var expected: [String: Int] = [:]
      for _ in 0..<Int.random(in: 1...300, using: &generator) {
        let beginning = beginnings[Int.random(in: 0..<beginnings.count, using: &generator)]
        let term = beginning + "\(Int.random(in: 0...40, using: &generator))"
        let wdf = Int.random(in: 0...9, using: &generator)
        document.addTerm(term, wdf: wdf)
        expected[term, default: 0] += wdf
      }
      let data = (0..<Int.random(in: 0...500, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      document.data = data
      document.setValue(3, [0, 255, 0])
      let id = try database.add(document)
      let stored = try database.document(id, withTerms: true)
      #expect(try stored.data == data && database.data(of: id) == data, "\(generator)")
      #expect(stored.values == [3: [0, 255, 0]])
      let terms = expected.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      #expect(stored.terms.map(\.term) == terms, "\(generator)")
      for term in stored.terms { #expect(term.wdf == expected[term.term], "\(generator)") }
    }
  }

  @Test("Terms come by their beginning, in order, as many as are asked for")
  func terms() throws {
    let database = try WritableDatabase(path: path, mode: .create)
    for names in [["XAjan", "XApeeters"], ["XApeeters", "XApee", "XBpee", "pee"]] {
      var document = Document()
      for name in names { document.addTerm(name) }
      _ = try database.add(document)
    }
    try database.commit()
    let reader = try Database(path: path)
    #expect(try reader.terms(prefix: "XApee") == ["XApee", "XApeeters"])
    #expect(try reader.terms(prefix: "XA", limit: 2) == ["XAjan", "XApee"])
    #expect(try reader.terms(prefix: "XC").isEmpty)
  }

  @Test("An amended document keeps all but its data and the terms that were exchanged")
  func amend() throws {
    let database = try WritableDatabase(path: path, mode: .create)
    var document = Document()
    document.addTerm("tram", wdf: 4)
    document.addBooleanTerm("Qoud")
    document.addBooleanTerm("XFoud")
    document.setValue(2, [7])
    document.data = [1]
    let id = try database.add(document)
    try database.commit()
    try database.amend(id, data: [2, 3], removing: ["Qoud"], adding: ["Qnieuw"])
    try database.commit()
    let stored = try database.document(id, withTerms: true)
    #expect(stored.data == [2, 3] && stored.values == [2: [7]])
    #expect(stored.terms.map(\.term) == ["Qnieuw", "XFoud", "tram"])
    #expect(stored.terms.last?.wdf == 4)
    #expect(try database.postings(of: "Qnieuw", limit: 9).map(\.documentID) == [id])
    #expect(try database.postings(of: "Qoud", limit: 9).isEmpty)
    #expect(throws: XapianError.self) {
      try database.amend(id, data: [], removing: ["Qoud"], adding: ["Qx"])
    }
  }

  @Test("A document is replaced and deleted by its id")
  func replace() throws {
    let database = try WritableDatabase(path: path, mode: .create)
    let id = try database.add(document("oud woord", number: 1))
    try database.replace(id, with: document("nieuw woord", number: 1))
    #expect(try database.statistics().documentCount == 1)
    #expect(try database.frequency(of: "oud").documents == 0)
    #expect(try database.document(id).data == Array("nieuw woord".utf8))
    try database.delete(id)
    #expect(try database.statistics().documentCount == 0)
  }

  @Test("A transaction that is not committed leaves nothing, a committed one all")
  func transactions() throws {
    var database: WritableDatabase? = try WritableDatabase(path: path, mode: .create)
    try database?.beginTransaction()
    try database?.add(document("weg ermee", number: 1))
    database = nil
    #expect(try Database(path: path).statistics().documentCount == 0)
    let writer = try WritableDatabase(path: path, mode: .open)
    try writer.beginTransaction()
    try writer.add(document("blijft staan", number: 2))
    try writer.commitTransaction()
    #expect(try Database(path: path).statistics().documentCount == 1)
  }

  @Test("Postings and frequencies can be listed")
  func listing() throws {
    try makeDatabase(at: path)
    let database = try Database(path: path)
    let postings = try database.postings(of: "zorg", limit: 9)
    #expect(postings.map(\.documentID) == [3] && postings.map(\.wdf) == [2])
    #expect(try database.postings(of: "de", from: 3, limit: 9).map(\.documentID) == [3])
    #expect(try database.postings(of: "", limit: 2).map(\.documentID) == [1, 2])
    let zorg = try database.frequency(of: "zorg")
    #expect(zorg.documents == 1 && zorg.occurrences == 2)
    let statistics = try database.statistics()
    #expect(statistics.documentCount == 4 && statistics.lastDocumentID == 4)
  }

  @Test("Metadata and spelling words are kept")
  func metadata() throws {
    let database = try WritableDatabase(path: path, mode: .create)
    try database.setMetadata("Wwet", to: [1, 0, 2])
    try database.setMetadata("Wzaak", to: [3])
    try database.addSpelling("inburgering", count: 5)
    try database.addSpelling("inburgeraar", count: 1)
    try database.commit()
    #expect(try database.metadata("Wwet") == [1, 0, 2])
    #expect(try database.metadata("Wniets").isEmpty)
    #expect(try database.metadataKeys(prefix: "W") == ["Wwet", "Wzaak"])
    #expect(try database.spellingSuggestion(for: "inburgerin") == "inburgering")
    #expect(try database.spellingSuggestion(for: "xylofoon") == nil)
    #expect(try database.spellings().map(\.word) == ["inburgeraar", "inburgering"])
    try database.removeSpelling("inburgering", count: 5)
    #expect(try database.spellings().map(\.word) == ["inburgeraar"])
  }

  @Test("Several databases are merged into one, in order")
  func compaction() throws {
    try makeDatabase(at: path, texts: ["een wet", "twee wetten"])
    try makeDatabase(at: path + "2", texts: ["drie wetten"])
    for (path, value) in [(path, UInt8(1)), (path + "2", 2)] {
      let database = try WritableDatabase(path: path, mode: .open)
      try database.setMetadata("sleutel", to: [value])
      try database.commit()
      try database.close()
    }
    try Database(paths: [path, path + "2"]).compact(to: path + "3")
    let merged = try Database(path: path + "3")
    #expect(try merged.statistics().documentCount == 3)
    #expect(try merged.document(3).data == Array("drie wetten".utf8))
    #expect(try merged.metadata("sleutel") == [1])
    #expect(try Database.check(path: path + "3").errors == 0)
  }

  @Test("A stemmer by name")
  func stems() throws {
    #expect(try Stem("kraaij_pohlmann").stem("fietsen") == "fiets")
    #expect(Database.libraryVersion.hasPrefix("1.4"))
  }
}
