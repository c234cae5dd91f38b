import Archives
import ArgumentParser
import Browsing
import Console
import Glibc
import Logging

/// `vsmrepo serve`: the archive as web pages, live.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the archive in a web browser: read-only, for this computer, new versions as they come.",
    discussion: """
      Prints the address once it can be opened; ends with Ctrl-C or SIGTERM. Requests are logged to standard error with \
      --log-level info.

      Example: vsmrepo serve --port 8080
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: "The port; 0 takes one that is free.") var port: Int = 8080
  @Option(
    help: ArgumentHelp(
      "The address to listen on. Other computers can read along on any but the default.", valueName: "address"))
  var host: String = "127.0.0.1"
  @Option(
    name: .customLong("allow-host"),
    help: ArgumentHelp(
      "A host name by which a browser may ask, beside those of this computer; may be repeated.", valueName: "name"))
  var allowedHosts: [String] = []
  @Option(help: ArgumentHelp("What the site is called.", valueName: "text")) var title: String = Site.defaultTitle
  @Option(name: .customLong("log-level"), help: "What is logged: info (every request), notice, warning or error.")
  var logLevel: LogLevel = .notice

  enum LogLevel: String, ExpressibleByArgument, CaseIterable { case info, notice, warning, error }

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535, not \(port).") }
  }

  func run() async throws {
    let folder = Naming.absolute(global.folder) ?? global.folder
    let site = Site(form: .server, title: title, today: Clock.today)
    let desk = try Desk(site, clock: { Clock.today }) { () throws(ArchiveError) in try Archive.open(at: folder) }
    var logger = Logger(label: "vsmrepo") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(rawValue: logLevel.rawValue) ?? .notice
    let server = Server(desk, host: host, port: port, names: allowedHosts, logger: logger)
    let address = host.contains(":") ? "[\(host)]" : host
    do {
      try await server.run { port in
        // Whoever started it may read the address from here; if nobody does, the pages are served all the same.
        _ = try? Output.write(Array("http://\(address):\(port)/\n".utf8), to: STDOUT_FILENO)
      }
    } catch {
      throw Failure.cannotServe(address: "\(address):\(port)", reason: "\(error)")
    }
  }
}
