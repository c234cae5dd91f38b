import Archives
import ArgumentParser
import Console
import Rendering
import Reports

/// `vsmrepo status`: what is there, what is not committed, what is overdue.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "List the streams: latest version, uncommitted changes, overdue reviews and actions.",
    discussion: "Example: vsmrepo status")

  @OptionGroup var global: GlobalOptions
  @Option(help: "text or json.") var format: ListFormat = .text

  func run() throws {
    let today = Clock.today
    let archive = try Naming(global: global).archive()
    var entries = try archive.status(today: today)
    if let waiting = try PendingMerge.waiting(in: archive),
      let index = entries.firstIndex(where: { $0.stream == waiting.stream })
    {
      entries[index].underWay.insert(waiting.sentence, at: 0)
    }
    try Output(options: global).show(format, StatusText(entries, today: today))
  }
}
