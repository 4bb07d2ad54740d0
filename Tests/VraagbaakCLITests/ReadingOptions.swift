import Foundation
import Testing

/// Options of commands that read an index, run on the bundled sample.
extension OptionCase {
  /// Those that `search` and `similar` have in common; the subject is a query or a document's id.
  static func resultOptions(_ command: String, _ subject: String) -> [OptionCase] {
    @Sendable func run(_ fixture: OptionFixture, _ options: String...) throws -> Command.Outcome {
      try fixture.command.run([command, "--index", try Sample.index(), subject] + options)
    }
    @Sendable func ids(_ fixture: OptionFixture, _ options: String...) throws -> [String] {
      try fixture.command.run(
        [command, "--index", try Sample.index(), subject, "--format", "trec"] + options
      ).ids
    }
    return [
      OptionCase("\(command) --index") { fixture throws in
        #expect(try run(fixture).status == 0)
        #expect(try fixture.command.run([command, "--index", "/nergens", subject]).status == 3)
      },
      OptionCase("\(command) --limit") { fixture throws in
        let all = try ids(fixture)
        #expect(all.count > 3)
        #expect(try ids(fixture, "--limit", "2") == Array(all.prefix(2)))
        #expect(try run(fixture, "--limit", "0").status == 2)
      },
      OptionCase("\(command) --offset") { fixture throws in
        let all = try ids(fixture)
        #expect(try ids(fixture, "--offset", "1", "--limit", "2") == Array(all[1...2]))
        #expect(try run(fixture, "--offset", "1000").status == 1)
      },
      OptionCase("\(command) --sort") { fixture throws in
        let dates = try run(fixture, "--sort", "date", "--format", "tsv").column(4)
        #expect(dates == dates.sorted(by: >) && Set(dates).count > 3)
        #expect(try ids(fixture, "--sort", "date") != ids(fixture))
        #expect(try ids(fixture, "--sort", "relevance") == ids(fixture))
      },
      OptionCase("\(command) --kind") { fixture throws in
        let kinds = try run(fixture, "--format", "tsv", "--passages").column(7)
        #expect(Set(kinds).count > 1)
        for kind in ["vraag", "antwoord", "inleiding"] {
          let kinds = try run(fixture, "--kind", kind, "--format", "tsv").column(7)
          #expect(Set(kinds) == [kind])
        }
        #expect(try run(fixture, "--kind", "zin").status == 2)
      },
      OptionCase("\(command) --collapse") { fixture throws in
        let all = try ids(fixture, "--collapse", "--limit", "100")
        #expect(Set(all).count == all.count)
        #expect(try ids(fixture, "--limit", "100") == all)
      },
      OptionCase("\(command) --passages") { fixture throws in
        let options = ["--passages", "--limit", "1000", "--format", "tsv"]
        let all = try fixture.command.run(
          [command, "--index", try Sample.index(), subject] + options
        ).column(2)
        #expect(Set(all).count < all.count)
        #expect(try Set(all) == Set(ids(fixture, "--limit", "100")))
      },
      OptionCase("\(command) --facets") { fixture throws in
        let lines = try run(fixture, "--facets", "jaar,minister").output.split(separator: "\n")
        let year = try #require(lines.firstIndex(of: "jaar"))
        #expect(lines[year + 1].split(separator: " ").last?.hasPrefix("202") == true)
        #expect(lines.contains("minister"))
        #expect(try run(fixture, "--facets", "kleur").status == 2)
        for format in ["tsv", "jsonl", "trec"] {
          #expect(try run(fixture, "--facets", "jaar", "--format", format).status == 2)
        }
      },
      OptionCase("\(command) --explain") { fixture throws in
        // A word with its weight and documents, and what it adds to a hit with the places.
        for part in ["inburger ×", "inburger titel, inleiding"] {
          #expect(try run(fixture, "--explain").output.contains(part))
          #expect(try !run(fixture).output.contains(part))
        }
        for format in ["tsv", "trec"] {
          #expect(try run(fixture, "--explain", "--format", format).status == 2)
        }
      },
      OptionCase("\(command) --format") { fixture throws in
        let all = try ids(fixture)
        let page = try JSONSerialization.jsonObject(
          with: Data(run(fixture, "--format", "json").output.utf8))
        let hits = (page as? [String: Any])?["hits"] as? [[String: Any]]
        #expect(hits?.compactMap { $0["id"] as? String } == all)
        let lines = try run(fixture, "--format", "jsonl").output.split(separator: "\n")
        #expect(lines.count == all.count && lines.allSatisfy { $0.hasPrefix("{") })
        #expect(try run(fixture, "--format", "tsv").column(2) == all)
        #expect(try run(fixture, "--format", "text").output.hasPrefix("1. "))
        #expect(try run(fixture, "--format", "csv").output.hasPrefix("rank,score,id,"))
        #expect(try run(fixture, "--format", "xml").status == 2)
      },
      OptionCase("\(command) --all") { fixture throws in
        let all = try ids(fixture, "--limit", "1000")
        #expect(try ids(fixture, "--all", "--limit", "1") == all)
        #expect(try run(fixture, "--all", "--format", "json").status == 2)
      },
      OptionCase("\(command) --columns") { fixture throws in
        let rows = try run(fixture, "--format", "tsv", "--columns", "rank, id").output
          .split(separator: "\n")
        #expect(rows[0] == "rank\tid" && rows[1].hasPrefix("1\t"))
        #expect(try run(fixture, "--format", "tsv", "--columns", "kleur").status == 2)
        #expect(try run(fixture, "--columns", "id").status == 2)
      },
      OptionCase("\(command) --separator") { fixture throws in
        let options = ["--format", "csv", "--columns", "rank,score", "--separator"]
        func table(_ separator: String) throws -> Command.Outcome {
          try fixture.command.run(
            [command, "--index", try Sample.index(), subject] + options + [separator])
        }
        let first = try table(";").output.split(whereSeparator: \.isNewline)[1]
        #expect(first.hasPrefix("1;") && first.contains(",") && !first.contains("."))
        for wrong in ["", "ab", "x", "\"", "€"] {
          #expect(try table(wrong).status == 2, "\(wrong)")
        }
      },
      OptionCase("\(command) --bom") { fixture throws in
        let table = try run(fixture, "--format", "csv", "--bom").output
        #expect(table.utf8.starts(with: [0xef, 0xbb, 0xbf]))
      },
    ]
  }

  static let searching = [
    OptionCase("search --batch") { fixture throws in
      let file = try fixture.file("vragen.txt", "i\tinburgering\nfietssnelwegen\n")
      let runs = try fixture.sample("search", "--batch", file, "--format", "trec").output
      let topics = runs.split(separator: "\n").map { $0.prefix { $0 != " " } }
      #expect(Set(topics) == ["i", "fietssnelwegen"] && topics.first == "i")
      #expect(try fixture.sample("search", "--batch", "/nergens").status == 2)
    },
    OptionCase("search --expand") { fixture throws in
      let query = ["inburgering", "--format", "trec", "--limit", "50"]
      let plain = try fixture.command.run(["search", "--index", try Sample.index()] + query).ids
      let expanded = try fixture.command.run(
        ["search", "--index", try Sample.index(), "--expand"] + query
      ).ids
      #expect(expanded.count > plain.count && !plain.isEmpty)
      #expect(expanded.starts(with: plain.prefix(10)))
    },
    OptionCase("search --synonyms") { fixture throws in
      let file = try fixture.file("synoniemen.txt", "velocipede = fietssnelweg\n")
      #expect(try fixture.sample("search", "velocipede").status == 1)
      let found = try fixture.sample("search", "velocipede", "--synonyms", file, "--format", "trec")
      #expect(found.ids.first == "fietssnelwegen")
      let bad = try fixture.file("slecht.txt", "velocipede\n")
      let refused = try fixture.sample("search", "velocipede", "--synonyms", bad)
      #expect(refused.status < 2 && refused.errors.contains("slecht.txt:1"))
    },
  ]

  static let reading = [
    OptionCase("mcp --index") { fixture throws in
      let messages = try fixture.file(
        "berichten", #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"# + "\n\n{\n")
      let answers = try fixture.command.shell(
        "vraagbaak mcp --index \(try Sample.index()) < \(messages)"
      ).output.split(separator: "\n")
      #expect(answers.count == 2 && answers[0].contains("search_questions"))
      #expect(answers[1].contains("-32700"))
      #expect(try fixture.command.run(["mcp", "--index", "/nergens"]).status == 3)
    },
    OptionCase("show --index") { fixture throws in
      #expect(try fixture.sample("show", "412").output.contains("Dienst Vreemdelingenzaken"))
      #expect(try fixture.command.run(["show", "--index", "/nergens", "412"]).status == 3)
    },
    OptionCase("show --format") { fixture throws in
      let json = try fixture.sample("show", "412", "--format", "json").output
      let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      #expect(document?["id"] as? String == "inburgering-en-verblijfsrecht")
    },
    OptionCase("cite --index") { fixture throws in
      #expect(
        try fixture.sample("cite", "412").output
          .hasPrefix("Schriftelijke vraag nr. 412 van 3 mei 2022 van Rik Vangheluwen aan "))
      #expect(try fixture.command.run(["cite", "--index", "/nergens", "412"]).status == 3)
      #expect(try fixture.sample("cite", "412#1").output.hasSuffix(", vraag 1\n"))
      #expect(try fixture.sample("cite", "412#99").status == 1)
    },
    OptionCase("cite --format") { fixture throws in
      let items = try fixture.sample("cite", "412", "142", "--format", "csl-json").output
      let all = try JSONSerialization.jsonObject(with: Data(items.utf8)) as? [[String: Any]]
      #expect(all?.count == 2)
      let beginnings = ["bibtex": "@techreport{vangheluwen2022-412,", "ris": "TY  - RPRT"]
      for (format, beginning) in beginnings {
        #expect(try fixture.sample("cite", "412", "--format", format).output.hasPrefix(beginning))
      }
      #expect(try fixture.sample("cite", "412", "--format", "word").status == 2)
    },
    OptionCase("info --format") { fixture throws in
      let json = try fixture.sample("info", "--format", "json").output
      let info = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      #expect(info?["documents"] as? Int == 18 && info?["generation"] as? Int == 1)
    },
    OptionCase("info --index") { fixture throws in
      #expect(try fixture.sample("info").output.contains("documents  18\n"))
      #expect(try fixture.command.run(["info", "--index", "/nergens"]).status == 3)
    },
    OptionCase("analyze --index") { fixture throws in
      let outcome = try fixture.sample("analyze", "inburgeringswetgeving")
      #expect(outcome.output.contains("inburgering/inburger + wetgeving/wetgeving"))
      #expect(try fixture.command.run(["analyze", "--index", "/nergens", "taal"]).status == 3)
    },
    OptionCase("analyze --format") { fixture throws in
      let json = try fixture.sample("analyze", "taal", "--format", "json").output
      let token = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      #expect(token?["stem"] as? String == "taal" && token?["end"] as? Int == 4)
    },
    OptionCase("check --index") { fixture throws in
      #expect(try fixture.sample("check").output.contains("18 documents"))
      #expect(try fixture.command.run(["check", "--index", "/nergens"]).status == 3)
    },
    OptionCase("check --format") { fixture throws in
      let json = try fixture.sample("check", "--format", "json").output
      let report = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      #expect(report?["documents"] as? Int == 18 && (report?["faults"] as? [Any])?.isEmpty == true)
    },
    OptionCase("check --quiet") { fixture throws in
      let outcome = try fixture.sample("check", "--quiet")
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    },
  ]

  static let evaluating = [
    OptionCase("trec-run --index") { fixture throws in
      #expect(try fixture.sample("trec-run", "--topics", Sample.topics).status == 0)
      let missing = ["trec-run", "--index", "/nergens", "--topics", Sample.topics]
      #expect(try fixture.command.run(missing).status == 3)
    },
    OptionCase("trec-run --topics") { fixture throws in
      let topics = try fixture.file("topics.tsv", "a\tluchtwasser\nb\tasbest\n")
      let run = try fixture.sample("trec-run", "--topics", topics)
      #expect(run.ids.contains("mestverwerking") && run.ids.contains("schoolgebouwen"))
      let bad = try fixture.file("slecht.tsv", "a\tluchtwasser\nasbest\n")
      let rest = try fixture.sample("trec-run", "--topics", bad)
      #expect(rest.status == 0 && rest.errors.contains("slecht.tsv:2"))
      #expect(rest.ids.contains("mestverwerking"))
      let refused = try fixture.sample("trec-run", "--topics", fixture.file("leeg.tsv", "asbest\n"))
      #expect(refused.status == 2 && refused.errors.contains("leeg.tsv:1"))
    },
    OptionCase("trec-run --limit") { fixture throws in
      let topics = try fixture.file("topics.tsv", "a\tvlaamse minister\n")
      let all = try fixture.sample("trec-run", "--topics", topics).ids
      let three = try fixture.sample("trec-run", "--topics", topics, "--limit", "3").ids
      #expect(three == Array(all.prefix(3)) && all.count > 3)
    },
    OptionCase("trec-run --expand") { fixture throws in
      let topics = try fixture.file("topics.tsv", "a\tinburgering\n")
      let plain = try fixture.sample("trec-run", "--topics", topics).ids
      let expanded = try fixture.sample("trec-run", "--topics", topics, "--expand").ids
      #expect(expanded.count > plain.count && expanded.starts(with: plain))
    },
    OptionCase("trec-run --set") { fixture throws in
      let topics = try fixture.file("topics.tsv", "a\tinburgeringsbeleid\n")
      let usual = try fixture.sample("trec-run", "--topics", topics)
      let set = try fixture.sample(
        "trec-run", "--topics", topics, "--set", "modifier=0,head=0,compound=1")
      #expect(usual.ids.count >= 3 && set.output != usual.output)
      #expect(try fixture.sample("trec-run", "--topics", topics, "--set", "k9=1").status == 2)
    },
    OptionCase("diff --index") { fixture throws in
      try fixture.build()
      try fixture.write([.init(id: "3", question: "Fietsen?")])
      #expect(try fixture.run("rebuild").status == 0)
      let topics = try fixture.file("topics.tsv", "a\tfietsen\n")
      #expect(try fixture.run("diff", "1", "2", "--topics", topics).output.contains("1. - → 3"))
    },
    OptionCase("diff --topics") { fixture throws in
      let sample = try Sample.index()
      let topics = try fixture.file("topics.tsv", "a\tfietsen\n")
      #expect(try fixture.command.run(["diff", sample, sample, "--topics", topics]).status == 0)
      // The bundled questions have a column more.
      let questions = "indexes/voorbeeld/vragen.tsv"
      let refused = try fixture.command.run(["diff", sample, sample, "--topics", questions])
      #expect(refused.status == 2 && refused.errors.contains("vragen.tsv:1"))
    },
    OptionCase("diff --format") { fixture throws in
      let sample = try Sample.index()
      let outcome = try fixture.command.run(
        ["diff", sample, sample, "--topics", Sample.topics, "--format", "json"])
      let changes =
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      #expect((changes?["topics"] as? Int ?? 0) > 30)
    },
  ]
}
