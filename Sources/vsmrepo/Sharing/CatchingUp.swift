import Archives
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// Puts local versions on top of what was fetched, from where the replay stands to its end or to the next conflict.
struct CatchingUp {
  let archive: Archive
  let output: Output

  /// Maps of the next commit that were merged by now.
  typealias Merged = [ReplayStep.Place: [UInt8]]

  /// Ends with 1 where a conflict waits for the user.
  func run(_ replay: Replay, merged: Merged = [:]) throws {
    var replay = replay
    var merged = merged
    while let step = try archive.nextStep(of: replay) {
      Interruption.endIfCaught()
      for stream in Set(step.maps.filter(\.isUndecided).map(\.stream)).sorted() {
        let open = step.maps.filter { $0.stream == stream && $0.isUndecided && merged[$0.place] == nil }
        if open.isEmpty { continue }
        let pending = try PendingMerge(replaying: step, open, of: replay, merged: merged, in: archive)
        guard pending.isSettled else { return try pending.wait(in: archive, output) }
        merged.merge(pending.replayed) { $1 }
      }
      try archive.take(step, merged: merged, message: message(of: step, merged), into: &replay)
      merged = [:]
    }
    try show(try archive.finish(replay), replay)
  }

  private func show(_ versions: [Version], _ replay: Replay) throws {
    if versions.isEmpty {
      try output.show("Nothing of yours is left to add: \(replay.remote) has it all.\n")
      return
    }
    try output.show("On top of it, yours:\n")
    for version in versions {
      let line = VersionLine(version, headline: try headline(of: version))
      try output.show(line.text(output.terminal))
    }
    Output.note("Share them: vsmrepo push")
  }

  private func headline(of version: Version) throws -> String {
    guard let map = try archive.mapIfValid(of: version) else { return "" }
    let before = try archive.mapIfValid(of: archive.version(before: version))
    return Self.headline(before, map, isCorrection: version.isCorrection)
  }

  private static func headline(_ before: NamedMap?, _ after: NamedMap, isCorrection: Bool) -> String {
    guard let before else { return firstHeadline(after.map, after.measured.metrics) }
    return Difference(from: before, to: after, isCorrection: isCorrection).headlineText
  }

  /// The commit's message; where it ends with the headline of the change, with that of the change as it is now.
  private func message(of step: ReplayStep, _ merged: Merged) -> Archives.Message {
    var message = step.message
    func map(_ bytes: [UInt8]?) -> NamedMap? {
      // What cannot be read has no headline, and its message stays as it is.
      bytes.flatMap { try? NamedMap($0, Provenance(label: ""), name: "") }
    }
    guard let current = step.maps.first(where: { $0.stream == message["Stream"] && $0.state == .current }),
      current.base != current.ours, let before = map(current.theirs),
      let after = map(merged[current.place] ?? current.theirs)
    else { return message }
    let isCorrection = message["Nature"] == "correction"
    let old = Self.headline(map(current.base), before, isCorrection: isCorrection)
    guard message.body.hasSuffix(old) else { return message }
    message.body =
      message.body.dropLast(old.count) + Self.headline(map(current.ours), after, isCorrection: isCorrection)
    return message
  }
}
