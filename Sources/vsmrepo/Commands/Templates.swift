import ArgumentParser
import Console
import Rendering

extension Vsmrepo {
  /// `vsmrepo templates`: what `new --template` can start from.
  struct Templates: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "templates", abstract: "List the templates that \"new\" can start from.",
      discussion: "Example: vsmrepo templates")

    @OptionGroup var global: GlobalOptions
    @Option(help: "text or json.") var format: ListFormat = .text

    func run() throws {
      try Output(options: global).show(format, TemplateText())
    }
  }
}
