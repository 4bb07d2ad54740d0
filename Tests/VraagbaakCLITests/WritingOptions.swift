import Foundation
import Testing

/// Options of commands that change an index, run on a small one.
extension OptionCase {
  /// A command that changes the own index fails while another does, and with `--wait` waits for it.
  private static func wait(_ arguments: String...) -> OptionCase {
    OptionCase("\(arguments[0]) --wait") { fixture throws in
      try fixture.build()
      // A rollback needs something to go back to.
      #expect(try fixture.run("rebuild").status == 0)
      let command = [arguments[0], "--index", fixture.index] + arguments.dropFirst()
      let lock = try fixture.lock()
      let refused = try fixture.command.run(command)
      #expect(refused.status == 3, "\(refused)")
      let waiting = try fixture.command.start(command + ["--wait", "60"])
      usleep(300_000)
      #expect(waiting.isRunning)
      try lock.close()
      waiting.waitUntilExit()
      #expect(waiting.terminationStatus == 0)
    }
  }

  /// Nothing is said of a success.
  private static func quiet(_ arguments: String...) -> OptionCase {
    OptionCase("\(arguments[0]) --quiet") { fixture throws in
      try fixture.build()
      #expect(try fixture.run("rebuild").status == 0)
      let outcome = try fixture.command.run(
        [arguments[0], "--index", fixture.index, "--quiet"] + arguments.dropFirst())
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    }
  }

  /// A command of the own index that is not there.
  private static func missing(_ arguments: String...) -> OptionCase {
    OptionCase("\(arguments[0]) --index") { fixture throws in
      let command = [arguments[0], "--index", fixture.index] + arguments.dropFirst()
      #expect(try fixture.command.run(command).status == 3)
      try fixture.build()
      #expect(try fixture.run("rebuild").status == 0)
      #expect(try fixture.command.run(command).status == 0)
    }
  }

  /// Gives up, where it would wait for long.
  private static func timeLimit(_ arguments: String...) -> OptionCase {
    OptionCase("\(arguments[0]) --time-limit") { fixture throws in
      try fixture.build()
      let command = [arguments[0], "--index", fixture.index] + arguments.dropFirst()
      let lock = try fixture.lock()
      let outcome = try fixture.command.run(command + ["--time-limit", "1", "--wait", "60"])
      try lock.close()
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("gave up after --time-limit"), "\(outcome)")
      #expect(try fixture.isFound("trams"))
    }
  }

  /// The command goes on and follows the sources until it is interrupted.
  private static func watch(_ command: String, _ arguments: String...) -> OptionCase {
    OptionCase("\(command) --watch") { fixture throws in
      try fixture.build()
      let sources = command == "index" ? [fixture.documents] : []
      let watcher = try fixture.command.start(
        [command, "--index", fixture.index, "--watch"] + arguments + sources)
      defer { kill(watcher.processIdentifier, SIGKILL) }
      // It looks at all sources once it watches them, so what comes before is found as well.
      try fixture.write([.init(id: "3", question: "Fietsen?")], to: "b.jsonl")
      #expect(try fixture.waits { try fixture.isFound("fietsen") })
      try fixture.write([.init(id: "4", question: "Veerboten?")], to: "b.jsonl")
      #expect(try fixture.waits { try fixture.isFound("veerboten") })
      kill(watcher.processIdentifier, SIGINT)
      watcher.waitUntilExit()
      #expect(watcher.terminationStatus == 0)
    }
  }

  static let building = [
    OptionCase("index --index") { fixture throws in
      try fixture.build()
      #expect(try fixture.isFound("trams"))
    },
    OptionCase("index --fields") { fixture throws in
      let file = try fixture.file("x.jsonl", #"{"nr": "9", "tekst": "Hoeveel veerboten?"}"#)
      let fields = ["--fields", "id=nr,question=tekst", "--word-list", "/dev/null"]
      #expect(
        try fixture.command.run(["index", "--index", fixture.index, file] + fields).status == 0)
      #expect(try fixture.run("search", "veerboten", "--format", "trec").ids == ["9"])
      #expect(try fixture.run("index", "--fields", "kleur=nr", file).status == 2)
    },
    OptionCase("index --word-list") { fixture throws in
      try fixture.write([.init(id: "1", question: "Welke tramhaltes?")])
      let words = "tram trams halte haltes bus bushalte tramlijn lijn buslijn spoorhalte spoor"
      let list = try fixture.file("woorden", words.replacing(" ", with: "\n"))
      for (file, parts) in [("/dev/null", false), (list, true)] {
        #expect(try fixture.run("index", "--word-list", file, fixture.documents).status == 0)
        let analysis = try fixture.run("analyze", "tramhaltes").output
        #expect(analysis.contains("tram/tram + haltes/halte") == parts, "\(analysis)")
      }
    },
    OptionCase("index --dry-run") { fixture throws in
      try fixture.write([.init(id: "1", question: "Trams?")])
      let outcome = try fixture.run("index", "--dry-run", fixture.documents)
      #expect(outcome.status == 0 && outcome.output.contains("a.jsonl"))
      #expect(!FileManager.default.fileExists(atPath: fixture.index + "/CURRENT"))
    },
    OptionCase("index --set") { fixture throws in
      try fixture.write([
        .init(id: "titel", title: "Trams", question: "Hoeveel bussen zijn er?"),
        .init(id: "vraag", title: "Bussen", question: "Hoeveel trams zijn er?"),
      ])
      for (set, first) in [("title=60", "titel"), ("title=1,question=60", "vraag")] {
        let options = ["--word-list", "/dev/null", "--set", set]
        let index = ["index", "--index", fixture.index, fixture.documents] + options
        #expect(try fixture.command.run(index).status == 0)
        #expect(try fixture.run("search", "trams", "--format", "trec").ids.first == first)
      }
      #expect(try fixture.run("index", "--set", "kleur=1", fixture.documents).status == 2)
    },
    keep("index", "--word-list", "/dev/null", "indexes/voorbeeld/documenten/mestverwerking.txt"),
    wait("index", "--word-list", "/dev/null", "indexes/voorbeeld/documenten/mestverwerking.txt"),
    quiet("index", "--word-list", "/dev/null", "indexes/voorbeeld/documenten/mestverwerking.txt"),
    watch("index", "--word-list", "/dev/null"),
    missing("rebuild"), wait("rebuild"), quiet("rebuild"), keep("rebuild"),
    OptionCase("rebuild --check") { fixture throws in
      try fixture.build()
      try fixture.write([.init(id: "3", question: "Fietsen?")])
      let topics = try fixture.file("topics.tsv", "t1\ttrams\nt2\tfietsen\n")
      let refused = try fixture.run("rebuild", "--check", topics)
      #expect(refused.status == 1 && refused.errors.contains("t1, t2"))
      #expect(try !fixture.isFound("fietsen"))
      #expect(try fixture.run("rebuild").status == 0)
      #expect(try fixture.run("rebuild", "--check", topics).status == 0)
      // The bundled questions have a column more: nothing is built before that is said.
      let wrong = try fixture.run("rebuild", "--check", "indexes/voorbeeld/vragen.tsv")
      #expect(wrong.status == 2 && wrong.errors.contains("vragen.tsv:1"))
    },
    OptionCase("rebuild --max-change") { fixture throws in
      try fixture.build()
      try fixture.write([.init(id: "1", question: "Hoeveel trams?")])
      let topics = try fixture.file("topics.tsv", "t1\ttrams\nt2\tbussen\n")
      let check = ["rebuild", "--index", fixture.index, "--check", topics, "--max-change"]
      #expect(try fixture.command.run(check + ["49%"]).status == 1)
      #expect(try fixture.command.run(check + ["50"]).status == 0)
      #expect(try fixture.command.run(check + ["veel"]).status == 2)
    },
  ]

  private static func keep(_ arguments: String...) -> OptionCase {
    OptionCase("\(arguments[0]) --keep") { fixture throws in
      try fixture.build()
      let command = [arguments[0], "--index", fixture.index] + arguments.dropFirst()
      for (count, generations) in [(2, [1, 2]), (2, [1, 2, 3]), (0, [4])] {
        #expect(try fixture.command.run(command + ["--keep", "\(count)"]).status == 0)
        #expect(try fixture.generations() == generations)
      }
    }
  }

  static let updating = [
    missing("update"), wait("update"), quiet("update"), timeLimit("update"), watch("update"),
    OptionCase("update --dry-run") { fixture throws in
      try fixture.build()
      try fixture.write([.init(id: "3", question: "Fietsen?")], to: "b.jsonl")
      #expect(try fixture.run("update", "--dry-run").output.contains("would be 1 added"))
      #expect(try !fixture.isFound("fietsen"))
    },
    missing("remove", "1"), wait("remove", "1"), quiet("remove", "1"), timeLimit("remove", "1"),
    OptionCase("remove --dry-run") { fixture throws in
      try fixture.build()
      #expect(try fixture.run("remove", "--dry-run", "1").output.contains("1 removed"))
      #expect(try fixture.isFound("trams"))
    },
    OptionCase("remove --source") { fixture throws in
      try fixture.build()
      let source = fixture.documents + "/a.jsonl"
      #expect(try fixture.run("remove", "--source", source).status == 0)
      #expect(try !fixture.isFound("trams"))
      #expect(try fixture.run("remove", "--source", "/nergens").status != 0)
    },
  ]

  static let keeping = [
    missing("rollback"), wait("rollback"), quiet("rollback"),
    OptionCase("rollback --dry-run") { fixture throws in
      try fixture.build()
      try fixture.write([.init(id: "3", question: "Fietsen?")])
      #expect(try fixture.run("rebuild").status == 0)
      #expect(try fixture.run("rollback", "--dry-run").output.contains("generation 1 would serve"))
      #expect(try fixture.isFound("fietsen"))
    },
    OptionCase("snapshot --index") { fixture throws in
      let copy = fixture.documents + "/kopie"
      #expect(try fixture.run("snapshot", copy).status == 3)
      try fixture.build()
      #expect(try fixture.run("snapshot", copy).status == 0)
      #expect(try fixture.command.run(["search", "--index", copy, "trams"]).status == 0)
    },
    // A snapshot waits for a writer only when that commits again and again while it copies.
    OptionCase("snapshot --wait") { fixture throws in
      try fixture.build()
      let copy = fixture.documents + "/kopie"
      let lock = try fixture.lock()
      #expect(try fixture.run("snapshot", copy, "--wait", "1").status == 0)
      try lock.close()
      #expect(try fixture.run("snapshot", copy + "2", "--wait", "lang").status == 2)
    },
    OptionCase("snapshot --quiet") { fixture throws in
      try fixture.build()
      let outcome = try fixture.run("snapshot", "--quiet", fixture.documents + "/kopie")
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    },
  ]
}
