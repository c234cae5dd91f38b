import CanonicalJSON
package import Changes
import ValueStreams

/// A merge that is not settled as a text file in the way of `git merge`: what could be put together stands there in canonical
/// form, and each place where it could not stands twice between markers that name the place.
package struct ConflictMarkers {
  private let merge: Merge
  /// How many characters a marker has.
  private let size: Int
  private let ours: [Substring]
  private let theirs: [Substring]

  /// More conflicts than that go without the name of their place.
  private static let namedLimit = 64

  package init(_ merge: Merge, size: Int = 7) {
    self.merge = merge
    self.size = size
    ours = Self.lines(merge.resolvingAll(by: .ours))
    theirs = Self.lines(merge.resolvingAll(by: .theirs))
  }

  package func render() -> String {
    let places = places
    var lines: [Substring] = []
    var hunks = Hunk.between(ours, theirs)[...]
    var line = 0
    while line <= ours.count {
      lines += rules(at: line)
      if let hunk = hunks.first, hunk.ours.lowerBound == line {
        hunks.removeFirst()
        let names = places.filter { hunk.ours.contains($0.line) || hunk.ours.lowerBound == $0.line }.map(\.address)
        lines.append(marker("<", "ours" + (names.isEmpty ? "" : ": ") + names.joined(separator: ", ")))
        lines += ours[hunk.ours]
        lines.append(marker("=", ""))
        lines += theirs[hunk.theirs]
        lines.append(marker(">", "theirs"))
        line = hunk.ours.upperBound
        if !hunk.ours.isEmpty { continue }
      }
      if line < ours.count { lines.append(ours[line]) }
      line += 1
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func marker(_ character: Character, _ words: String) -> Substring {
    let text = String(repeating: character, count: size) + (words.isEmpty ? "" : " " + visible(words))
    return text[...]
  }

  /// A rule that only the combination breaks has no two sides: an empty conflict stands before the place.
  private func rules(at line: Int) -> [Substring] {
    merge.conflicts.filter { $0.kind == .rule && ($0.problem?.position.line ?? 1) == line + 1 }.flatMap { conflict in
      let words = conflict.problem.map { ": \($0.sentence)" } ?? ""
      return [
        marker("<", "together \(conflict.address) breaks a rule\(words)"), marker("=", ""), marker(">", "theirs"),
      ]
    }
  }

  /// Where each conflict lies: the first line of ours that changes when this one alone is settled the other way.
  private var places: [(line: Int, address: String)] {
    let all = merge.resolvingAll(by: .ours)
    return merge.conflicts.prefix(Self.namedLimit).compactMap { conflict in
      let other = Self.lines(all.resolving(conflict.address, by: .side(.theirs)))
      return Hunk.between(ours, other).first.map { ($0.ours.lowerBound, conflict.address.description) }
    }
  }

  private static func lines(_ merge: Merge) -> [Substring] {
    String(decoding: merge.document.canonicalBytes, as: UTF8.self).split(separator: "\n")
  }
}

/// Lines of two texts that differ, with the places that they take in each.
private struct Hunk {
  var ours: Range<Int>
  var theirs: Range<Int>

  static func between(_ ours: [Substring], _ theirs: [Substring]) -> [Hunk] {
    let difference = theirs.difference(from: ours)
    let removed = Set(difference.removals.map { $0.place })
    let inserted = Set(difference.insertions.map { $0.place })
    var hunks: [Hunk] = []
    var (left, right) = (0, 0)
    while left < ours.count || right < theirs.count {
      let start = (left, right)
      while removed.contains(left) { left += 1 }
      while inserted.contains(right) { right += 1 }
      if start != (left, right) { hunks.append(Hunk(ours: start.0..<left, theirs: start.1..<right)) }
      left += 1
      right += 1
    }
    return hunks
  }
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }
}
