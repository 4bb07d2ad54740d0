import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// What a record says is kept, in whatever shape its fields have.
struct JSONFieldTests {
  private func read(_ json: String, _ fields: String? = nil) throws -> (
    question: WrittenQuestion, warnings: [ReadWarning]
  ) {
    var warnings: [ReadWarning] = []
    let reader = JSONLinesReader(mapping: try fields.map(FieldMapping.init(parsing:)))
    let question = try reader.parse(
      SourceRecord(path: "x.jsonl", line: 7, bytes: Array(json.utf8))
    ) { warnings.append($0) }
    return (question, warnings)
  }

  private func problems(_ json: String) throws -> [String] {
    try read(json).warnings.map { "\($0.problem.rawValue) \($0.field): \($0.value)" }
  }

  @Test("Each element of a list is a question, and the answers of a list as long belong to them")
  func lists() throws {
    let question = try read(
      #"{"id":1,"question":["Appels?",["Peren?"],null,{"nl":"Pruimen?"}],"answer":["Ja.","Nee.","1 kilo."]}"#
    ).question
    #expect(question.subQuestions.map(\.label) == ["1", "2", "4"])
    #expect(question.subQuestions.map(\.passage.text) == ["Appels?", "Peren?", "Pruimen?"])
    #expect(
      question.subQuestions.map(\.passage.place)
        == [
          .field("question[0]", 0..<7), .field("question[1][0]", 0..<6),
          .field("question[3].nl", 0..<8),
        ])
    #expect(question.answer.map(\.labels) == [["1"], ["2"], ["4"]])
    let second = question.subQuestions[1].passage
    #expect(question.counterparts(of: second).map(\.text) == ["Nee."])
  }

  @Test("Answers of another number answer all questions")
  func unpaired() throws {
    let question = try read(#"{"id":1,"question":["A?","B?"],"answer":["x","y","z"]}"#).question
    #expect(question.answer.map(\.labels) == [[], [], []])
  }

  @Test("Numbers that the elements begin with are theirs, and what has none goes on")
  func written() throws {
    let question = try read(
      #"{"id":1,"question":["Vooraf.","1. Hoe?","Graag per jaar.","2. Wie?"],"answer":["1. Zo.","Elk jaar.","2. Zij."]}"#
    ).question
    #expect(question.introduction?.text == "Vooraf.")
    #expect(question.subQuestions.map(\.label) == ["1", "1", "2"])
    #expect(question.subQuestions.map(\.passage.text) == ["Hoe?", "Graag per jaar.", "Wie?"])
    #expect(question.answer.map(\.labels) == [["1"], ["1"], ["2"]])
  }

  @Test("Paragraphs before a numbered one introduce it")
  func paragraphs() throws {
    let question = try read(#"{"id":1,"question":["Vooraf.","1. Hoe? 2. Wie?"]}"#).question
    #expect(question.introduction?.text == "Vooraf.")
    #expect(question.subQuestions.map(\.passage.text) == ["Hoe?", "Wie?"])
  }

  @Test("An object carries its number")
  func objects() throws {
    let question = try read(
      #"{"id":1,"vragen":[{"nr":3,"vraag":"Hoe?","antwoord":"Zo."},{"nr":"4b.","vraag":"Wie?","antwoord":"Zij."}]}"#,
      "id=id,question=vragen,answer=vragen")
    #expect(question.warnings == [])
    #expect(question.question.subQuestions.map(\.label) == ["3", "4b"])
    #expect(question.question.subQuestions.map(\.passage.text) == ["Hoe?", "Wie?"])
    #expect(question.question.answer.map(\.labels) == [["3"], ["4b"]])
    #expect(question.question.answer.map(\.passage.text) == ["Zo.", "Zij."])
  }

  @Test("Several fields of one part are all read")
  func fields() throws {
    let question = try read(
      #"{"id":1,"a":"Vooraf.","b":"1. Hoe? 2. Wie?"}"#, "id=id,question=a,question=b"
    ).question
    #expect(question.passages.map(\.text) == ["Vooraf.", "Hoe?", "Wie?"])
    #expect(question.introduction?.kind == .introduction)
  }

  @Test(
    "All askers are kept, each with the own party",
    arguments: [
      (#""asker":["Jan","Piet"],"party":["A","B"]"#, ["Jan A", "Piet B"]),
      (#""asker":["Jan","Piet"],"party":["A",null]"#, ["Jan A", "Piet -"]),
      (#""asker":["Jan",null,"Piet"],"party":["A","X","B"]"#, ["Jan A", "Piet B"]),
      (#""asker":["Jan","Piet"],"party":"A""#, ["Jan A", "Piet A"]),
      (#""asker":"Peeters, Jan","party":["A"]"#, ["Jan Peeters A"]),
      (#""asker":{"name":"Jan Peeters"}"#, ["Jan Peeters -"]),
      (
        #""asker":[{"voornaam":"Jan","achternaam":"Peeters","fractie":{"naam":"A"}},{"Naam":"Piet","partij":"B"}]"#,
        ["Jan Peeters A", "Piet B"]
      ),
      (
        #""asker":[{"first_name":"Jan","last_name":"Peeters"}],"party":"A""#, ["Jan Peeters A"]
      ),
    ])
  func askers(_ fields: String, _ expected: [String]) throws {
    let (question, warnings) = try read(#"{"id":1,"question":"a",\#(fields)}"#)
    #expect(question.askers.map { "\($0.name) \($0.party ?? "-")" } == expected)
    #expect(warnings.allSatisfy { $0.value.contains("X") })
  }

  @Test(
    "All ministers are kept, each with the own role",
    arguments: [
      (#""minister":["An","Bo"],"role":["x","y"]"#, ["An x", "Bo y"]),
      (#""minister":"An","role":["x","y"]"#, ["An x, y"]),
      (#""minister":["An","Bo"],"role":"x""#, ["An x", "Bo x"]),
      (#""minister":["An","Bo"],"role":["x","y","z"]"#, ["An -", "Bo -", "- x", "- y", "- z"]),
      (#""role":["x","y"]"#, ["- x", "- y"]),
      (#""minister":[{"name":"An","role":"x"},{"naam":"Bo","functie":"y"}]"#, ["An x", "Bo y"]),
      (#""minister":{"functie":"x"}"#, ["- x"]),
    ])
  func ministers(_ fields: String, _ expected: [String]) throws {
    let question = try read(#"{"id":1,"question":"a",\#(fields)}"#).question
    #expect(question.ministers.map { "\($0.name ?? "-") \($0.role ?? "-")" } == expected)
  }

  @Test(
    "What cannot be kept is a warning",
    arguments: [
      (#""date":"31-02-2023""#, "unreadableDate date: 31-02-2023"),
      (#""date":true"#, "unknownShape date: true"),
      (#""title":{"a":"b","c":1}"#, #"unknownShape title: {"a": "b", "c": 1}"#),
      (#""title":{"nl":"Trein","fr":"Train"}"#, #"leftOut title: .fr "Train""#),
      (#""minister":[{"naam":"An","zetel":4}]"#, "leftOut minister: [0].zetel 4"),
      (#""asker":["A","B"],"party":["x","x",null,"y"]"#, "leftOut party: x|leftOut party: y"),
      (#""party":"x""#, "leftOut party: x"),
      (#""asker":{"naam":"A","partij":"x"},"party":"y""#, "leftOut party: y"),
      (#""minister":{"naam":"A","functie":"x"},"role":"y""#, "leftOut role: y"),
      (#""number":[1,2]"#, "severalValues number: [1] 2"),
      (#""number":1,"number":2"#, "repeatedField number: 1"),
      (#""title":"a\ud83d""#, "replacedCharacters title: a\u{fffd}"),
    ])
  func warnings(_ fields: String, _ warning: String) throws {
    #expect(try problems(#"{"id":1,"question":"a",\#(fields)}"#).joined(separator: "|") == warning)
  }

  @Test("A warning says where it is")
  func place() throws {
    let warning = try #require(try read(#"{"id":1,"question":"a","date":"x"}"#).warnings.first)
    #expect(
      warning.description == #"x.jsonl:7: field "date" is no date that can be read: x"#)
    let long = ReadWarning(
      .leftOut, path: "x", field: "a", value: String(repeating: "é", count: 100))
    #expect(long.value == String(repeating: "é", count: 40) + "…")
  }

  @Test(
    "Ids and numbers keep their digits, without white space around them",
    arguments: [
      ("12345678901234567890", "12345678901234567890"),
      ("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890"),
      ("1.0", "1.0"), ("1e3", "1e3"), ("-0", "-0"), (#""  12\u00a0\n""#, "12"),
      (#""\u200b\ufeff7\u200e""#, "7"), (#"["8"]"#, "8"), (#"{"$oid":"5f"}"#, "5f"),
      (#""a\u0007b""#, "a\u{7}b"),
    ])
  func ids(_ json: String, _ id: String) throws {
    #expect(try read(#"{"id":\#(json),"question":"a"}"#).question.id == id)
  }

  @Test("A number is trimmed as an id is")
  func number() throws {
    #expect(try read(#"{"id":1,"number":"  12  ","question":"a"}"#).question.number == "12")
    #expect(try read(#"{"id":1,"number":"  ","question":"a"}"#).question.number == nil)
  }

  @Test("Escapes are decoded, pairs of surrogates too")
  func escapes() throws {
    let text = try read(#"{"id":1,"question":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude80 \udc00x"}"#)
    #expect(
      text.question.passages.first?.text == "\"\\/\u{8}\u{c}\n\r\té🚀 \u{fffd}x")
  }

  @Test("Days of objects are read")
  func days() throws {
    for date in [
      #"{"jaar":2023,"maand":3,"dag":10}"#, #"{"$date":{"$numberLong":"1678406400000"}}"#,
    ] {
      let (question, warnings) = try read(#"{"id":1,"question":"a","date":\#(date)}"#)
      #expect(question.date == CalendarDate(year: 2023, month: 3, day: 10))
      #expect(warnings.isEmpty)
    }
  }

  @Test(
    "Of a month or a year no day is made, and what says more of the same date is taken",
    arguments: [
      ("2020", "2020", ""), ("2020.0", "2020", ""), (#""2020""#, "2020", ""),
      (#""2020-05""#, "2020-05", ""), (#"{"year":2020}"#, "2020", ""),
      (#"{"jaar":"2020","maand":5,"dag":null}"#, "2020-05", ""),
      (#"{"jaar":2020,"maand":null,"dag":3}"#, "-", "unreadableDate date: "),
      (#"{"jaar":2020,"datum":"2020-05-03"}"#, "2020-05-03", "leftOut date: .jaar 2020"),
      (#"["2020","2020-05-03","2020-05"]"#, "2020-05-03", ""),
      (#"["2020-05","2021"]"#, "2020-05", "severalValues date: [1] 2021"),
      (#""2020-13""#, "-", "unreadableDate date: 2020-13"),
      ("1234", "-", "unreadableDate date: 1234"),
    ])
  func partialDates(_ date: String, _ expected: String, _ problem: String) throws {
    let json = #"{"id":1,"question":"a","date":\#(date)}"#
    #expect(try read(json).question.date?.description ?? "-" == expected)
    let found = try problems(json).joined(separator: "|")
    #expect(problem.isEmpty ? found.isEmpty : found.hasPrefix(problem), "\(found)")
  }

  @Test(
    "A record says how far its question is, under names in both languages",
    arguments: [
      (
        #""answered":"2023-03-20","state":"ingetrokken","session":"2022-2023""#,
        "ingetrokken 2023-03-20 2022-2023", ""
      ),
      (#""antwoorddatum":"20/03/2023""#, "beantwoord 2023-03-20 -", ""),
      (#""beantwoord":true"#, "beantwoord - -", ""), (#""Beantwoord":"nee""#, "open - -", ""),
      (#""status":"Antwoord uitgesteld","zittingsjaar":2023"#, "uitgesteld - 2023", ""),
      (#""status":"Niet beantwoord","answered":"ja""#, "open - -", ""),
      (#""status":"gepubliceerd""#, "open - -", "leftOut status: gepubliceerd"),
      (#""answered":"binnenkort""#, "open - -", "unreadableDate answered: binnenkort"),
      (
        #""answered":["2023-03-20","2023-03-21"]"#, "beantwoord 2023-03-20 -",
        "severalValues answered: [1] 2023-03-21"
      ),
    ])
  func states(_ fields: String, _ expected: String, _ problem: String) throws {
    let json = #"{"id":1,"question":"Hoe?",\#(fields)}"#
    let question = try read(json).question
    let answered = question.answered?.description ?? "-"
    #expect(
      "\(question.state?.dutchName ?? "-") \(answered) \(question.session ?? "-")" == expected)
    #expect(try problems(json).joined(separator: "|") == problem)
  }

  @Test("Further names of a question are identifiers")
  func identifiers() throws {
    let question = try read(
      #"{"id":1,"question":"Hoe?","identifiers":["2024Z00001"," ah-tk-20232024-12 ","2024Z00001"]}"#
    ).question
    #expect(question.identifiers == ["2024Z00001", "ah-tk-20232024-12"])
    let mapped = try read(
      #"{"nr":1,"v":"Hoe?","kenmerk":"A1","jaar":"2023/24"}"#,
      "id=nr,question=v,identifiers=kenmerk,session=jaar"
    ).question
    #expect(mapped.identifiers == ["A1"] && mapped.session == "2023/24")
  }

  @Test("Text in fields that nothing reads is told of with its size, and other values are not")
  func unread() throws {
    let warnings = try read(
      #"{"id":"1","question":"Hoeveel?","opmerking":"Twee woorden","bijlage":{"tekst":["Nog een","x"]},"text_fr":"Deux mots","url":"https://a.nl/b c","sleutel":"ab-12","soort":"vraag","dag":"10 maart 2023","aantal":12}"#
    ).warnings
    #expect(
      warnings.map { "\($0.problem.rawValue) \($0.field) \($0.bytes ?? 0)" } == [
        "leftOut bijlage 6", "leftOut opmerking 11", "otherLanguage text_fr 8",
      ])
  }

  @Test(
    "A name may say that its text is in another language",
    arguments: [
      ("text_fr", true), ("titleEN", true), ("fr", true), ("vraag-de", true), ("en_text", true),
      ("text_nl", false), ("de_vraag", false), ("tekst", false), ("toen", false), ("", false),
    ])
  func languages(_ name: String, _ isOther: Bool) {
    #expect(JSONNames.isOfOtherLanguage(name) == isOther)
  }

  @Test("Every text of a record is in its question or in a warning")
  func nothingIsDropped() throws {
    var generator = SeededGenerator()
    for _ in 0..<500 {
      var shapes = Shapes(generator: generator)
      var fields = #""question":["grond","# + shapes.value(depth: 3) + "]"
      fields += #","text_nl":"# + shapes.value(depth: 1) + #","Title":"# + shapes.value(depth: 1)
      for part in FieldMapping.Part.allCases where part != .id && part != .question {
        fields += #","\#(part.rawValue)":"# + shapes.value(depth: 3)
      }
      generator = shapes.generator
      let json = #"{"id":"id",\#(fields)}"#
      let (question, warnings) = try read(json)
      var kept = [question.title, question.number ?? "", question.session ?? ""]
      kept += question.themes + question.identifiers
      kept += question.askers.flatMap { [$0.name, $0.party ?? ""] }
      kept += question.ministers.flatMap { [$0.name ?? "", $0.role ?? ""] }
      kept += question.passages.flatMap { [$0.text, $0.label ?? ""] }
      kept += warnings.map(\.value)
      let all = kept.joined(separator: "\n").lowercased()
      for word in shapes.words where !all.contains(word.lowercased()) {
        // A warning is cut, and shows only how its value begins.
        #expect(warnings.contains { $0.value.hasSuffix("…") }, "\(word) of \(json); \(generator)")
      }
    }
  }

  /// JSON of random shape, each text of which is a word of its own.
  private struct Shapes {
    var generator: SeededGenerator
    var words: [String] = []
    private static let names = [
      "name", "naam", "tekst", "nl", "fr", "partij", "functie", "nr", "voornaam", "achternaam", "x",
      "persons", "1", "2", "1-2", "vraag", "antwoord",
    ]
    /// Signs that join names, or a name and its party or role.
    private static let joints = [
      ", ", "; ", " | ", "/", " en ", " (", ", minister van ", " ", ", N-VA, ",
    ]

    init(generator: SeededGenerator) { self.generator = generator }

    private mutating func word() -> String {
      words.append("W\(words.count)w")
      return words[words.count - 1]
    }

    mutating func value(depth: Int) -> String {
      switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &generator) {
      case 0: return Bool.random(using: &generator) ? "null" : "\"\""
      case 1, 2, 3: return "\"\(word())\""
      case 4:
        var text = "\(word()) \(word())"
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let joint = Self.joints.randomElement(using: &generator) ?? ""
          text += joint + word() + (Bool.random(using: &generator) ? " " + word() : "")
          if joint == " (" { text += ")" }
        }
        return "\"\(text)\""
      case 5, 6:
        let count = Int.random(in: 0...3, using: &generator)
        return "[" + (0..<count).map { _ in value(depth: depth - 1) }.joined(separator: ",") + "]"
      default:
        let names = Self.names.shuffled(using: &generator)
          .prefix(Int.random(in: 0...3, using: &generator))
        return "{" + names.map { "\"\($0)\":" + value(depth: depth - 1) }.joined(separator: ",")
          + "}"
      }
    }
  }
}
