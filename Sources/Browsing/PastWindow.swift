import Changes
import Reports
import ValueStreams

/// Versions of a stream that can be learnt from, without a gap up to one number, oldest first. Plans are asked for version by
/// version, and each looks back over much the same ones.
struct PastWindow {
  var versions: [PastVersion]
  /// The number of the latest version that was looked at, valid or not.
  var newest: Int
  /// Whether nothing came before.
  var isWhole: Bool
}

extension Pages {
  /// The latest valid versions of a stream up to that number, at most ``chartLength`` of them, oldest first.
  func past(of stream: String, upTo number: Int) throws(BrowsingError) -> [PastVersion] {
    if let known = pasts[stream].flatMap({ latest($0, upTo: number) }) { return known }
    let window: PastWindow
    if var longer = pasts[stream], longer.newest < number, number - longer.newest < Self.chartLength {
      let newer = try reporting { () throws(ReportError) in
        try archive.past(of: stream, from: number, after: longer.newest)
      }
      longer.versions += newer
      longer.newest = number
      if longer.versions.count > 2 * Self.chartLength {
        longer.versions.removeFirst(longer.versions.count - 2 * Self.chartLength)
        longer.isWhole = false
      }
      window = longer
    } else {
      // Twice as many as this page needs, so that the ones before it have theirs.
      let limit = 2 * Self.chartLength
      let found = try reporting { () throws(ReportError) in
        try archive.past(of: stream, from: number, limit: limit)
      }
      window = PastWindow(versions: found, newest: number, isWhole: found.count < limit)
    }
    pasts[stream] = window
    return latest(window, upTo: number) ?? []
  }

  /// Nil where the window does not tell.
  private func latest(_ window: PastWindow, upTo number: Int) -> [PastVersion]? {
    guard number <= window.newest else { return nil }
    let end = window.versions.firstIndex { $0.provenance.version ?? 0 > number } ?? window.versions.count
    guard window.isWhole || end >= Self.chartLength else { return nil }
    return Array(window.versions[max(0, end - Self.chartLength)..<end])
  }
}
