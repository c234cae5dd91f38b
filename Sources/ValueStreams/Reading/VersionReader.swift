import CanonicalJSON
import Glibc

/// Reads the versions of one map one after the other. What a version has in common with the one before is not read again:
/// most versions change a few steps, and reading such a one costs what the changed steps cost.
///
/// What it gives is what ``MapReader/read(_:context:)`` gives for the same bytes.
package struct VersionReader {
  /// The version before; empty where there is none that could be read.
  private var bytes: [UInt8] = []
  private var map: ValueStreamMap?
  private var steps = Steps()
  /// How much of all documents was read, in bytes.
  package private(set) var effort = 0

  /// Where steps stand in a document: where each begins, and where the last one ends, where that is known.
  private struct Steps {
    var starts: [Int] = []
    var end: Int?
  }

  package init() {}

  package mutating func read(_ bytes: [UInt8]) -> MapReader.Reading {
    if let map, let (reading, steps) = read(bytes, after: map) {
      (self.bytes, self.map, self.steps) = (bytes, reading.map, steps)
      return reading
    }
    effort += bytes.count
    let (document, problems) = JSONDocument.read(bytes)
    let reading = MapReader.read(document, problems)
    (self.bytes, map) = (bytes, reading.map)
    steps = Steps(starts: document?.stepStarts ?? [])
    steps.end = end(ofLast: steps.starts, in: bytes)
    return reading
  }

  /// Reads the document without the steps that stand in the version before, word for word; nil where that shows nothing or
  /// anything is wrong with it, so that the whole of it has to be read.
  private mutating func read(_ bytes: [UInt8], after previous: ValueStreamMap) -> (MapReader.Reading, Steps)? {
    let excerpt = excerpt(of: bytes)
    guard !excerpt.cuts.isEmpty, bytes.count <= JSONDocument.largestFile,
      case (let document?, let problems) = JSONDocument.read(excerpt.bytes), problems.isEmpty
    else { return nil }
    var reader = DocumentReader(document)
    var map = previous
    if excerpt.end != nil {
      reader.durations = DurationText(previous.calendar)
      map.steps = reader.steps(document.start)
    } else {
      // How long a step takes depends on the working hours.
      guard let whole = reader.map(document.start), whole.calendar == previous.calendar else { return nil }
      map = whole
    }
    guard reader.complaints.isEmpty, let (steps, starts) = merge(map.steps, document.stepStarts, excerpt, previous)
    else { return nil }
    map.steps = steps
    var check = MapCheck(map: map, document: document, isComplete: true)
    check.findErrors()
    guard check.complaints.isEmpty else { return nil }
    effort += excerpt.bytes.count
    return (
      MapReader.Reading(map: map, figures: check.figures, problems: []),
      Steps(starts: starts, end: excerpt.end ?? end(ofLast: starts, in: bytes))
    )
  }

  /// Where the last step ends, if that is where a canonical file ends it: what stands up to there is a whole value.
  private func end(ofLast starts: [Int], in bytes: [UInt8]) -> Int? {
    guard let last = starts.last, let end = bytes.withUnsafeBytes({ $0.end(of: Self.stepEnd, from: last) }),
      JSONDocument.read(Array(bytes[last..<end])).problems.isEmpty
    else { return nil }
    return end
  }

  private static let stepEnd: StaticString = "\n    }"

  /// A document with steps cut out of it.
  fileprivate struct Excerpt {
    struct Cut {
      /// Where in the excerpt, where in the document, and which step of the version before it is.
      var place: Int
      var start: Int
      var step: Int
    }
    var bytes: [UInt8] = []
    var cuts: [Cut] = []
    /// Where nothing but steps differs it is a list of them, which begins that much later in the document and ends there.
    var shift = 0
    var end: Int?
  }

  /// Looks for the steps where a canonical file has them. Whether what was found are steps is seen when the rest is read: a step
  /// and the comma after it may be taken out in front of another step, and nowhere else.
  private func excerpt(of document: [UInt8]) -> Excerpt {
    var excerpt = Excerpt()
    excerpt.bytes.reserveCapacity(document.count / 4)
    document.withUnsafeBytes { document in
      bytes.withUnsafeBytes { known in
        guard let first = document.end(of: "\n  \"steps\": [\n    ", from: 0), let start = steps.starts.first else {
          return
        }
        let hasSameHead = first == start && document.hasSameBytes(0..<first, as: known, from: 0)
        var cursor = first
        var copied = 0
        var next = 0
        if hasSameHead {
          excerpt.bytes.append(UInt8(ascii: "["))
          copied = first
        }
        while true {
          if let step = step(standingAt: cursor, of: document, in: known, near: next) {
            excerpt.bytes += document[copied..<cursor]
            excerpt.cuts.append(Excerpt.Cut(place: excerpt.bytes.count, start: cursor, step: step))
            cursor += length(of: step)
            copied = cursor
            next = step + 1
          } else if let end = document.end(of: "\n    },\n    {", from: cursor) {
            cursor = end - 1
            next += 1
          } else {
            break
          }
        }
        // What stands after the last step: the same in both, or read with the rest.
        if hasSameHead, let knownEnd = steps.end, let end = document.end(of: Self.stepEnd, from: cursor),
          document.count - end == known.count - knownEnd,
          document.hasSameBytes(end..<document.count, as: known, from: knownEnd)
        {
          excerpt.bytes += document[copied..<end]
          excerpt.bytes.append(UInt8(ascii: "]"))
          (excerpt.shift, excerpt.end) = (first - 1, end)
        } else {
          if hasSameHead { excerpt.putHead(document[..<first]) }
          excerpt.bytes += document[copied...]
        }
      }
    }
    return excerpt
  }

  /// The step of the version before that stands there with all that parts it from the next one. The last one has none.
  private func step(
    standingAt cursor: Int, of document: UnsafeRawBufferPointer, in known: UnsafeRawBufferPointer, near place: Int
  ) -> Int? {
    for step in [place, place + 1, place - 1, place + 2, place - 2] where step >= 0 && step + 1 < steps.starts.count {
      if document.hasSameBytes(cursor..<cursor + length(of: step), as: known, from: steps.starts[step]) {
        return step
      }
    }
    return nil
  }

  /// The bytes of a step of the version before, with all that parts it from the next one.
  private func length(of step: Int) -> Int { steps.starts[step + 1] - steps.starts[step] }

  /// The steps that were read and those that were kept, in the order of the document, and where each begins there; nil where
  /// something was taken out that does not stand in front of a step.
  private func merge(
    _ read: [Step], _ places: [Int], _ excerpt: Excerpt, _ previous: ValueStreamMap
  ) -> (steps: [Step], starts: [Int])? {
    guard read.count == places.count else { return nil }
    var steps: [Step] = []
    var starts: [Int] = []
    steps.reserveCapacity(read.count + excerpt.cuts.count)
    starts.reserveCapacity(read.count + excerpt.cuts.count)
    var cuts = excerpt.cuts[...]
    var removed = excerpt.shift
    for (step, place) in zip(read, places) {
      while let cut = cuts.first, cut.place == place {
        steps.append(previous.steps[cut.step])
        starts.append(cut.start)
        removed += length(of: cut.step)
        cuts = cuts.dropFirst()
      }
      steps.append(step)
      starts.append(place + removed)
    }
    return cuts.isEmpty ? (steps, starts) : nil
  }
}

extension VersionReader.Excerpt {
  /// Puts the beginning of the document in the place of the bracket.
  fileprivate mutating func putHead(_ head: Slice<UnsafeRawBufferPointer>) {
    bytes.replaceSubrange(0..<1, with: head)
    for place in cuts.indices { cuts[place].place += head.count - 1 }
  }
}

extension JSONDocument {
  /// Where the elements of `steps`, or of the list that the document is, begin, as byte offsets.
  fileprivate var stepStarts: [Int] {
    let list = kind(start) == .object ? DocumentReader(self).key("steps", of: start)?.value : start
    guard let steps = list, kind(steps) == .array else { return [] }
    var starts: [Int] = []
    starts.reserveCapacity(count(steps))
    var element = first(in: steps)
    for _ in 0..<count(steps) {
      starts.append(self[element].offset)
      element = next(after: element)
    }
    return starts
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func hasSameBytes(_ range: Range<Int>, as other: UnsafeRawBufferPointer, from start: Int) -> Bool {
    guard range.upperBound <= count, start + range.count <= other.count, let base = baseAddress,
      let otherBase = other.baseAddress
    else { return false }
    return memcmp(base + range.lowerBound, otherBase + start, range.count) == 0
  }

  /// The place after the first occurrence of `lines`, which begins with a line break, at or after `start`.
  fileprivate func end(of lines: StaticString, from start: Int) -> Int? {
    guard let base = baseAddress else { return nil }
    var place = start
    while place + lines.utf8CodeUnitCount <= count,
      let found = memchr(base + place, Int32(UInt8(ascii: "\n")), count - place)
    {
      place = UnsafeRawPointer(found) - base
      guard place + lines.utf8CodeUnitCount <= count else { return nil }
      if memcmp(found, lines.utf8Start, lines.utf8CodeUnitCount) == 0 { return place + lines.utf8CodeUnitCount }
      place += 1
    }
    return nil
  }
}
