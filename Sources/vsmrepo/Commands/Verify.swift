import Archives
import ArgumentParser
import Console
import Rendering
import Reports

/// `vsmrepo verify`: is everything there, and as it should be?
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every version, tag and object of the archive.",
    discussion: """
      Counts all versions anew and names each finding with a code. --repair mends what can be derived: missing and moved \
      tags, and the canonical form of the latest maps as a new version; history is never rewritten. Exit code 1 when \
      something is wrong.

      Example: vsmrepo verify
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Mend what can be derived.") var repair = false
  @Option(help: "text or json.") var format: ListFormat = .text

  func run() throws {
    let archive = try Naming(global: global).archive()
    let progress = Progress("Checking")
    var repairs: [Repair] = []
    if repair { repairs = try archive.repair() }
    let findings = try archive.verify { progress.show($0, of: $1) }
    progress.end()
    let view = FindingText(
      findings.map(FindingWords.finding), repairs: repairs.map(FindingWords.repair),
      checked: try FindingWords.extent(of: archive))
    try Output(options: global).show(format, view)
    if findings.contains(where: \.code.isError) { throw Ending(status: .found) }
  }
}
