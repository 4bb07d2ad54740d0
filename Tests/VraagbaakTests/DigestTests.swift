import Testing
import WrittenQuestions

@testable import Vraagbaak

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A digest as text, HTML, mail, JSON and Atom.
struct DigestTests {
  /// HTML, sequences for terminals, marks of direction, and lines that would be headers.
  private static let hostile =
    "<b onload=x>&amp;\u{1b}]0;x\u{7}\u{202e}txt\u{2066}\r\nBcc: x@y.nl\n\n--vraagbaak-id\n"

  private static func digest(_ title: String = "Trams in Gent", name: String = "Trams") -> Digest {
    func passage(_ kind: PassageKind, _ text: String) -> PassageHit {
      PassageHit(
        passage: Passage(kind: kind, label: "3", text: text, place: .pages(3...3, 0..<9)),
        snippet: Snippet(
          runs: [.init(text: text, isMatch: false), .init(text: " trams", isMatch: true)],
          range: 0..<9, isCutBefore: true, isCutAfter: false))
    }
    let document = WrittenQuestion(
      id: "2023/230", number: "230", date: CalendarDate("2023-03-10"),
      answered: CalendarDate("2023-05-17"), title: title,
      askers: [Asker(name: "An Peeters", party: "N-VA")], ministers: [Minister(name: "Bo Dam")],
      subQuestions: [SubQuestion(label: "3", passage: passage(.subQuestion, title).passage)],
      answer: [AnswerPart(labels: ["3"], passage: passage(.answerPart, title).passage)],
      source: Source(path: "vragen/230.pdf", range: 0..<9))
    let hit = Hit(
      rank: 1, score: 1, document: document.heading, passage: passage(.subQuestion, title),
      counterparts: [passage(.answerPart, title)], contributions: [])
    let item = DigestItem(.answered, hit, of: document, alsoIn: ["Gent"])
    return Digest(
      id: "id", made: 1_764_054_000, groups: [.init(name: name, query: "trams", items: [item])])
  }

  private static func feed(_ digest: Digest) -> Feed {
    Feed(
      id: "feed",
      entries: digest.groups.flatMap { group in
        group.items.map { .init(time: digest.made, search: group.name, item: $0) }
      })
  }

  @Test("The text has the title, facts, passage, answer, place and citation")
  func text() {
    let lines = Self.digest().text.split(separator: "\n")
    #expect(lines.prefix(3) == ["Trams: 1 beantwoord", "===================", "zoekvraag: trams"])
    #expect(
      lines.dropFirst(3) == [
        "1. Trams in Gent", "   beantwoord na 46 werkdagen",
        "   nr. 230 · 10 maart 2023 · beantwoord 17 mei 2023 · An Peeters (N-VA) → Bo Dam",
        "   Vraag 3", "     … Trams in Gent trams", "   Antwoord 3", "     … Trams in Gent trams",
        "   ook in: Gent", "   [2023/230] vragen/230.pdf#page=3",
        "   Schriftelijke vraag nr. 230 van 10 maart 2023 van An Peeters aan Bo Dam over Trams in Gent",
      ])
  }

  @Test("The HTML escapes what documents say, and has styles of elements alone")
  func html() {
    let html = Self.digest(Self.hostile, name: Self.hostile).html
    #expect(html.contains("&lt;b onload=x&gt;&amp;amp;"))
    #expect(!html.contains("<b onload") && !html.contains("<style") && !html.contains("<script"))
    #expect(html.contains("<b> trams</b>"))
    #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || !$0.steersText })
  }

  @Test("No text of a document becomes a header or a part of the mail")
  func mail() throws {
    let digest = Self.digest(Self.hostile, name: Self.hostile)
    let mail = digest.mail(
      from: try MailAddress("Vraagbaak <x@y.nl>"),
      to: try MailAddress.list("An Dé <an@voorbeeld.nl>, bo@voorbeeld.nl"))
    let head = mail.split(separator: "\n\n", maxSplits: 1)[0].split(separator: "\n")
    let names = head.filter { $0.first != " " }.map { $0.prefix { $0 != ":" } }
    #expect(
      names == [
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version",
        "Content-Language", "Content-Type",
      ])
    #expect(head.contains("From: \"Vraagbaak\" <x@y.nl>"))
    #expect(head.contains("Date: Tue, 25 Nov 2025 07:00:00 +0000"))
    #expect(head.contains("Message-ID: <id@y.nl>"))
    #expect(mail.utf8.allSatisfy { $0 == 10 || 0x20..<0x7f ~= $0 })
    #expect(mail.split(separator: "\n").allSatisfy { $0.count <= 78 })
    #expect(mail.components(separatedBy: "\n--vraagbaak-id").count == 4)
    let parts = mail.components(separatedBy: "base64\n\n").dropFirst().map { part in
      let base64 = part.prefix { $0 != "-" }.filter { $0 != "\n" }
      return Data(base64Encoded: String(base64)).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(parts == [digest.text, digest.html])
  }

  @Test("A subject that is no ASCII is encoded in words that can be read one by one")
  func subject() throws {
    let name = String(repeating: "Oekraïne en énergie, ", count: 9)
    let header = MailHeader.text(name + "\nBcc: x@y.nl")
    let words = header.components(separatedBy: "\n ")
    let texts = try words.map { word in
      #expect(word.hasPrefix("=?utf-8?B?") && word.hasSuffix("?=") && word.count <= 66)
      let data = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
      return try #require(String(validating: data, as: UTF8.self))
    }
    #expect(texts.joined() == name + "Bcc: x@y.nl")
    #expect(MailHeader.text("Trams") == "Trams")
    #expect(MailHeader.text("=?utf-8?B?QQ==?=").hasPrefix("=?utf-8?B?PT91"))
  }

  @Test(
    "What is no address is refused",
    arguments: [
      "", "x", "x@", "@y.nl", "a@b@c", "a b@c.nl", "x@y.nl\nBcc: z@y.nl", "x@y..nl", "x@-y.nl",
      "<x@y.nl> z", "é@y.nl", "x@y.nl\u{202e}", "Naam <x>", "x@y.nl, \n",
    ])
  func addresses(_ text: String) {
    #expect(throws: AlertsError.badAddress(text)) { try MailAddress(text) }
  }

  @Test("A name before an address is quoted or encoded")
  func names() throws {
    #expect(try MailAddress("  x+y@a-b.nl ").header == "x+y@a-b.nl")
    #expect(try MailAddress("\"Van Dam, Bo\" <x@y.nl>").header == "\"Van Dam, Bo\" <x@y.nl>")
    #expect(try MailAddress("Dé <x@y.nl>").header == "=?utf-8?B?RMOp?= <x@y.nl>")
    #expect(throws: AlertsError.self) { try MailAddress.list(" , ") }
  }

  @Test("The feed has stable ids and times, and is escaped twice where HTML stands in it")
  func atom() {
    let feed = Self.feed(Self.digest(Self.hostile))
    let atom = feed.atom(time: 0)
    #expect(atom == feed.atom(time: 99))
    #expect(atom.contains("<id>urn:uuid:feed</id>"))
    #expect(atom.components(separatedBy: "<updated>2025-11-25T07:00:00Z</updated>").count == 3)
    #expect(atom.contains("&lt;div&gt;") && atom.contains("&amp;lt;b onload=x&amp;gt;"))
    #expect(!atom.contains("<b"))
    #expect(atom.unicodeScalars.allSatisfy { $0 == "\n" || !$0.steersText })
    #expect(Feed(id: "feed", entries: []).atom(time: 0).contains("1970-01-01T00:00:00Z"))
  }

  @Test("JSON gives the digest back, and has the members that are documented")
  func json() throws {
    let digest = Self.digest(Self.hostile)
    let bytes = try WireFormat.encode(Versioned(digest))
    #expect(try WireFormat.decode(Versioned<Digest>.self, from: bytes).content == digest)
    let text = String(decoding: bytes, as: UTF8.self)
    let documentation = String(decoding: try FileSystem.read("docs/json.md"), as: UTF8.self)
    func isDocumented(_ member: String) -> Bool {
      documentation.contains("`\(member)`") || documentation.contains("\"\(member)\"")
    }
    for member in ["made", "groups", "items", "news", "workingDays", "citation", "alsoIn"] {
      #expect(text.contains("\"\(member)\":"), "\(member)")
      #expect(isDocumented(member), "\(member)")
    }
  }

  @Test("Moments outside of the calendar are none")
  func moments() {
    #expect(Moment(-1) == nil && Moment(Int.max) == nil)
    #expect(Moment.iso(0) == "1970-01-01T00:00:00Z")
    #expect(Moment.iso(951_782_399) == "2000-02-28T23:59:59Z")
    #expect(Moment(951_782_400)?.mail == "Tue, 29 Feb 2000 00:00:00 +0000")
  }
}
