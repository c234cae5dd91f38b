import ArgumentParser
import Browsing
import Console
import Glibc

/// The entry point of the second program: parse, run, and turn whatever went wrong into a message and an exit code.
@main
enum Program {
  static func main() async {
    do {
      var command = try Web.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as BrowsingError {
      exit(Failure.say(Message(error)))
    } catch {
      exit(Failure.report(error, of: Web.self))
    }
  }
}

/// `vsmrepo-web` itself, which only knows its commands. Users reach it through `vsmrepo`.
struct Web: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vsmrepo-web",
    abstract: "The archive as web pages: live, as files, or one page on its own.",
    discussion: """
      "vsmrepo serve", "vsmrepo publish DIR" and "vsmrepo export --format html" run this program, which lies beside \
      vsmrepo or on the PATH.
      """,
    version: version,
    subcommands: [Serve.self, Publish.self, ExportPage.self])

  static let version = "0.1.0"

  @OptionGroup var global: GlobalOptions
}
