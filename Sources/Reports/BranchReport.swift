package import Archives
import Changes
package import Rendering
import ValueStreams

extension Archive {
  /// What became of every stream between two commits, stream by stream.
  package func changes(between sides: BranchSides) throws(ReportError) -> [StreamChange] {
    var changes: [StreamChange] = []
    for stream in try archive({ () throws(ArchiveError) in try changedStreams(between: sides) }) {
      changes.append(try change(of: stream, sides))
    }
    return changes
  }

  private func change(of stream: String, _ sides: BranchSides) throws(ReportError) -> StreamChange {
    do {
      let before = try mapIfThere(stream, on: sides.before)
      let after = try mapIfThere(stream, on: sides.after)
      switch (before, after) {
      case (let before?, let after?): return .changed(try difference(from: before, to: after))
      case (nil, let after?):
        return .new(stream: stream, headline: firstHeadline(after.map, after.measured.metrics))
      case (_, nil): return .removed(stream: stream)
      }
    } catch {
      guard case .invalidMap(let name, let problems) = error else { throw error }
      return .unreadable(stream: stream, reason: "\(name): \(problems.first?.sentence ?? "not a valid map")")
    }
  }

  /// Nil where the stream has no current map on that side.
  private func mapIfThere(_ stream: String, on side: BranchSides.Side) throws(ReportError) -> NamedMap? {
    do {
      return try map(of: archive { () throws(ArchiveError) in try revision(of: stream, on: side) })
    } catch {
      guard case .noSuchState = error else { throw error }
      return nil
    }
  }
}
