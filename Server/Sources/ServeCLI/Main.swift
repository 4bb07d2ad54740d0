import ArgumentParser
import Glibc
import Logging
import Vraagbaak
import VraagbaakServer

/// `vraagbaak serve`: a program of its own, which the command runs.
@main
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vraagbaak serve",
    abstract: "Answer searches over HTTP.",
    discussion: """
      Serves until it is ended (SIGTERM, SIGINT), and follows updates of the index. What it answers \
      is at /openapi.json.
      """)

  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "An index by name or directory.",
      discussion:
        "Default: $VRAAGBAAK_INDEX, else indexes/ of the current directory, else the user's data directory.",
      valueName: "name|dir"))
  var index: String?

  @OptionGroup var address: AddressOptions
  @OptionGroup var limits: LimitOptions

  static func main() async {
    do {
      var command = try parse()
      try await command.run()
    } catch let error where exitCode(for: error).isSuccess {
      // Help and version.
      exit(withError: error)
    } catch {
      Message.fail(message(for: error), 2)
    }
  }

  mutating func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = .warning
      return handler
    }
    do {
      var settings = try address.settings()
      settings.limits = limits.limits
      let index = Index(at: try IndexLocation(chosen: index).existingDirectory())
      let server = try VraagbaakServer(index, settings, logger: Logger(label: "vraagbaak"))
      let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
      try await server.run { port in
        Message.write("\(index.path) at http://\(host):\(port)/")
      }
    } catch let error as IndexError {
      Message.fail("\(error)" + (error.isAbsence ? "; make it with: vraagbaak index PATH" : ""), 3)
    } catch let error as SeveralIndexes {
      Message.fail("\(error); choose one with --index NAME", 3)
    } catch let error as ValidationError {
      throw error
    } catch {
      Message.fail("cannot listen at \(address.host), port \(address.port): \(error)", 3)
    }
  }
}

extension IndexError {
  fileprivate var isAbsence: Bool { if case .noIndex = self { true } else { false } }
}

/// Lines on standard error.
enum Message {
  static func write(_ text: String) {
    var text = "vraagbaak: " + WireFormat.line(text) + "\n"
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  static func fail(_ text: String, _ status: Int32) -> Never {
    write(text)
    exit(status)
  }
}
