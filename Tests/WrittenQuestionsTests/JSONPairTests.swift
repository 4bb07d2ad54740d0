import Testing

@testable import WrittenQuestions

/// Which answer belongs to which question, and which field to which part.
struct JSONPairTests {
  private func read(_ json: String) throws -> (question: WrittenQuestion, warnings: [String]) {
    var warnings: [String] = []
    let question = try JSONLinesReader().parse(
      SourceRecord(path: "x.jsonl", bytes: Array(json.utf8))
    ) { warnings.append("\($0.problem.rawValue) \($0.field): \($0.value)") }
    return (question, warnings)
  }

  /// Each question with its answers.
  private func pairs(_ question: WrittenQuestion) -> [String] {
    question.subQuestions.map { part in
      let answers = question.counterparts(of: part.passage).map(\.text)
      return "\(part.passage.text) \(answers.joined(separator: "+"))"
    }
  }

  @Test(
    "Elements without text keep their place",
    arguments: [
      (#"["A?","","C?"]"#, #"["a","b",""]"#, ["A? a", "C? "]),
      (#"["A?","B?","C?"]"#, #"["","b","c"]"#, ["A? ", "B? b", "C? c"]),
      (#"["A?","B?"]"#, #"[null,"b"]"#, ["A? ", "B? b"]),
      (#"["A?","B?"]"#, #"[[],{"tekst":"b"}]"#, ["A? ", "B? b"]),
      (#"["A?","B?"]"#, #"[{"nr":1,"tekst":""},{"nr":2,"tekst":"b"}]"#, ["A? ", "B? b"]),
      (#"["A?",null]"#, #"[" ","b"]"#, ["A? "]),
      (#"["A?",null,"C?"]"#, #"["a","c"]"#, ["A? a", "C? c"]),
      (#""1. A? 2. B?""#, #"["","b"]"#, ["A? ", "B? b"]),
      (#"["1. A?","2. B?"]"#, #"[null,"b"]"#, ["A? ", "B? b"]),
    ])
  func places(_ questions: String, _ answers: String, _ expected: [String]) throws {
    let (question, warnings) = try read(
      #"{"id":1,"question":\#(questions),"answer":\#(answers)}"#)
    #expect(pairs(question) == expected)
    #expect(warnings.isEmpty)
  }

  @Test(
    "An answer belongs to every number that it is given",
    arguments: [
      (#""1 t/m 3""#, ["A? x", "B? x", "C? x"]), (#""1 en 2""#, ["A? x", "B? x", "C? "]),
      (#""1-2""#, ["A? x", "B? x", "C? "]), (#""2, 3""#, ["A? ", "B? x", "C? x"]),
      (#""Vragen 1 tot en met 3""#, ["A? x", "B? x", "C? x"]), ("[1,3]", ["A? x", "B? ", "C? x"]),
      (#""Vraag 3.""#, ["A? ", "B? ", "C? x"]),
    ])
  func joint(_ label: String, _ expected: [String]) throws {
    let (question, warnings) = try read(
      #"{"id":1,"question":["A?","B?","C?"],"answer":[{"nr":\#(label),"tekst":"x"}]}"#)
    #expect(pairs(question) == expected)
    #expect(warnings.isEmpty)
  }

  @Test("A number that cannot be read is a warning, and the answer is of no question before it")
  func unreadableLabel() throws {
    let (question, warnings) = try read(
      #"{"id":1,"question":["A?","B?"],"answer":[{"nr":2,"tekst":"b"},{"nr":"1 van 9","tekst":"x"}]}"#
    )
    #expect(question.answer.map(\.labels) == [["2"], []])
    #expect(warnings == [#"leftOut answer: [1].nr "1 van 9""#])
  }

  @Test("A question under several numbers has the answers of each")
  func jointQuestion() throws {
    let question = try read(
      #"{"id":1,"question":[{"nr":"1-2","tekst":"A?"},{"nr":3,"tekst":"C?"}],"answer":[{"nr":2,"tekst":"b"},{"nr":3,"tekst":"c"}]}"#
    ).question
    #expect(pairs(question) == ["A? b", "C? c"])
  }

  @Test(
    "An object whose members are numbers is a list",
    arguments: [#"{"1":"x","2":"y"}"#, #"{"vraag1":"x","vraag 2":"y"}"#, #"{"2":"y","1":"x"}"#])
  func numbered(_ answers: String) throws {
    let (question, warnings) = try read(
      #"{"id":1,"question":{"1":"A?","2":{"tekst":"B?"}},"answer":\#(answers)}"#)
    #expect(pairs(question) == ["A? x", "B? y"])
    #expect(warnings.isEmpty)
  }

  @Test(
    "An export is told by what it alone has, and other fields are read by their names",
    arguments: [
      (#""doc_id":"k","question":"A?","title":"T","asker":"P","date":"2020-01-02""#, "k T P", ""),
      (
        #""doc_id":"k","depotdat":"2017-02-03","question":"A?","title":"T","asker":"P""#, "k T P",
        ""
      ),
      (#""doc_id":"k","text_nl":"A?","Title":"T","asker":"P""#, "k T P", ""),
      (#""id":"k","text_nl":"A?","title":"T","aut_person":"P""#, "k T P", ""),
      (
        #""id":"k","question":"A?","answer":"y","antwoord":"x""#, "k  -",
        #"unusedField antwoord: "x""#
      ),
      (
        #""id":"k","doc_id":"z","question":"A?","titel":"T","onderwerp":"S""#, "k T -",
        #"unusedField doc_id: "z"|unusedField onderwerp: "S""#
      ),
      (
        #""Id":"k","vraag":"A?","onderwerp":"T","Vraagsteller":"P","antwoord":"Ja.","datum_antwoord":"2020-01-02""#,
        "k T P", ""
      ),
      (
        #""id":"k","question":"A?","text_nl":"B?","Question":"C?""#, "k  -",
        #"unusedField Question: "C?"|unusedField text_nl: "B?""#
      ),
    ])
  func exports(_ fields: String, _ expected: String, _ problems: String) throws {
    let (question, warnings) = try read("{\(fields)}")
    let asker = question.askers.first?.name ?? "-"
    #expect("\(question.id) \(question.title) \(asker)" == expected)
    #expect(question.subQuestions.map(\.passage.text) == ["A?"])
    #expect(warnings.joined(separator: "|") == problems)
  }
}
