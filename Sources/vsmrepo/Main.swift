import ArgumentParser

@main
struct Vsmrepo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vsmrepo", abstract: "Value stream maps, versioned like source code.")
}
