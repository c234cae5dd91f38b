package import ArgumentParser

/// Options that every command takes, before or after its name.
package struct GlobalOptions: ParsableArguments {
  package enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(name: .customShort("C"), help: ArgumentHelp("Work as if started in this folder.", valueName: "dir"))
  package var directory: String?

  @Option(help: "Colour in the output: auto (on a terminal), always or never.")
  package var color: Color = .auto

  @Flag(name: .customLong("no-pager"), help: "Never send long output through a pager.")
  package var noPager = false

  package init() {}

  /// The folder to work in.
  package var folder: String { directory ?? "." }
}

extension GlobalOptions {
  /// `path` as seen from the folder to work in.
  package func path(_ path: String) -> String {
    guard let directory, !path.hasPrefix("/") else { return path }
    return directory + "/" + path
  }
}
