import Testing

@testable import WrittenQuestions

/// JSON that is none, and values that a record cannot have.
struct JSONBrokenTests {
  private func problem(_ json: String) -> ReadError.Problem? {
    do {
      _ = try JSONLinesReader().parse(
        SourceRecord(path: "x.jsonl", line: 7, bytes: Array(json.utf8)))
      return nil
    } catch {
      return error.problem
    }
  }

  @Test(
    "Broken JSON is named by what is wrong and where",
    arguments: [
      ("{\"id\":\"a\tb\"}", "control character U+0009 at byte 9 inside a text"),
      (#"{"id":NaN}"#, "NaN is no JSON, at byte 7"),
      (#"{"id":-Infinity}"#, "-Infinity is no JSON, at byte 7"),
      (#"{"id":None}"#, "None is no JSON, at byte 7"),
      (#"{"id":"u",}"#, "a comma before } is no JSON, at byte 10"),
      (#"{'id':"u"}"#, "a single quotation mark is no JSON, at byte 2"),
      (#"{id:"u"}"#, "a name in quotation marks is expected at byte 2"),
      (#"{"id":"u" // x"#, "a comment is no JSON, at byte 11"),
      (#"{"id":“u”}"#, "the character U+201C is no JSON, at byte 7"),
      ("{\u{feff}\"id\":1}", "the character U+FEFF is no JSON, at byte 2"),
      (
        #"{"id":"u"} {"id":"v"}"#,
        "a second value begins at byte 12"
      ),
      (#"{"id":"u","#, "the line ends at byte 10, where a name in quotation marks is expected"),
      (#"{"id":"u"#, "the line ends inside the text that begins at byte 7"),
      (#"{"id":"u\"#, "the line ends inside the text that begins at byte 7"),
      ("{\"id\":\"u\r", "the line ends inside the text that begins at byte 7"),
      ("{\"id\":\"u\\\r", "the line ends inside the text that begins at byte 7"),
      ("{\"id\":\"u\\u00\r", "the line ends inside the text that begins at byte 7"),
      ("{\"id\":\"u\rv\"}", "control character U+000D at byte 9 inside a text"),
      ("{\"id\":\"u\0v\"}", "control character U+0000 at byte 9 inside a text"),
      ("\0\0{", "control character U+0000 at byte 1"),
      (#"{"id":007}"#, "007 is no number of JSON, at byte 7"),
      (#"{"id":"\x"}"#, "a backslash with no escape of JSON behind it, at byte 8"),
      (#"{"id":"\u12g4"}"#, #"\u needs four hexadecimal digits, at byte 8"#),
      (#"{"id":1 "a":2}"#, "a comma or } is expected at byte 9"),
      (#"{"id" 1}"#, "a colon is expected at byte 7"),
    ])
  func reasons(_ json: String, _ reason: String) {
    #expect(problem(json) == .brokenJSON(reason: reason))
  }

  @Test("A byte order mark before the record counts among its bytes")
  func mark() {
    #expect(problem("\u{feff}{\"id\":1,\"question\":\"a\"}") == nil)
    #expect(
      problem("\u{feff}{\"id\":NaN}") == .brokenJSON(reason: "NaN is no JSON, at byte 10"))
  }

  @Test(
    "An id that is none is named by what it is",
    arguments: [
      ("true", "is no text or number"), (#"{"a":"b","c":"d"}"#, "is no text or number"),
      ("[false]", "is no text or number"), ("null", "is empty"), (#""\u00a0 ""#, "is empty"),
      ("[]", "is empty"),
    ])
  func ids(_ id: String, _ reason: String) {
    #expect(
      problem(#"{"id":\#(id),"question":"a"}"#) == .unusableField("id", reason: reason))
  }

  @Test("Nesting that is too deep is refused, and does not end the program")
  func deep() {
    let depth = JSONParser.depthLimit
    func nested(_ count: Int) -> String {
      #"{"id":1,"question":"a","x":"#
        + String(repeating: "[", count: count) + String(repeating: "]", count: count) + "}"
    }
    #expect(problem(nested(depth - 1)) == nil)
    guard case .brokenJSON(let reason) = problem(nested(100_000)) else {
      Issue.record("it was read")
      return
    }
    #expect(reason.hasPrefix("values are nested deeper than 500 at byte "))
  }
}
