import Archives
import ArgumentParser
import Console
import Schemas

/// `vsmrepo init`: a Git repository becomes an archive.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an archive, in a new folder or an existing Git repository.",
    discussion: """
      An archive is an ordinary Git repository. init names the main line, and commits the schema that lets editors \
      explain and complete maps. Run again, it changes nothing.

      Example: vsmrepo init team-maps
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The folder; made if it is not there.", completion: .directory) var folder: String?

  func run() throws {
    let path = folder.map(global.path) ?? global.folder
    let (archive, did) = try Archive.create(at: path, schema: Schemas.map)
    let state = did == .alreadyThere ? "was an archive before" : "is an archive"
    let place = archive.workingDirectory ?? archive.gitDirectory
    try Output(options: global).show(
      visibleLine("\(place) \(state); versions are made on the branch \(try archive.mainBranchName()).")
        + "\nNext: vsmrepo new STREAM --template campaign\n")
  }
}
