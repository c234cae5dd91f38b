import ArgumentParser
import Changes
import Console
import Glibc
import Rendering
import ValueStreams

/// `git-driver merge BASE OURS THEIRS SIZE PATH`: `git merge`, `git rebase` and their like put two versions of a map together by
/// meaning. The result goes where ours was; exit code 1 says that conflicts stand in it between markers.
struct MergeDriver: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Merge two versions of a map as git merge calls for it.",
    discussion: "Git passes: %O %A %B %L %P.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The common ancestor, an empty file where there is none.") var base: String
  @Argument(help: "Ours, and the result.") var ours: String
  @Argument(help: "Theirs.") var theirs: String
  @Argument(help: "How long markers are.") var size: Int
  @Argument(help: "The file's path in the repository.") var path: String

  func run() async throws {
    let documents = try (base: InputFile.read(base), ours: InputFile.read(ours), theirs: InputFile.read(theirs))
    let maps = (
      MapReader.read(documents.base).map, MapReader.read(documents.ours).map, MapReader.read(documents.theirs).map
    )
    guard let left = maps.1, let right = maps.2, maps.0 != nil || documents.base.isEmpty else {
      return try await mergeLines()
    }
    let merge = Merge(base: maps.0, ours: left, theirs: right)
    if let map = merge.map, merge.isSettled { return try write(map.canonicalBytes) }
    try write(Array(ConflictMarkers(merge, size: size).render().utf8))
    let places = merge.conflicts.map(\.address.description)
    Output.note(
      visibleLine("\(path): \(Numbers.counted(places.count, "conflict")): \(places.prefix(8).joined(separator: ", "))"))
    throw Ending(status: .found)
  }

  /// What is no map, or cannot be read, merges as text.
  private func mergeLines() async throws {
    let status = try await GitProgram(in: ".").status(
      "merge-file", "--marker-size=\(size)", "-L", "ours", "-L", "base", "-L", "theirs", "--", ours, base, theirs)
    if status != 0 { throw Ending(status: .found) }
  }

  private func write(_ bytes: [UInt8]) throws {
    let descriptor = open(ours, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.cannotWrite(path: ours, reason: SystemReason.text(errno)) }
    defer { close(descriptor) }
    try Output.write(bytes, to: descriptor)
  }
}
