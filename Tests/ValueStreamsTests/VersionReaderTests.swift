import CanonicalJSON
import TestSupport
import Testing
import ValueStreams

@Suite("Reading one version after the other")
struct VersionReaderTests {
  private func expectSame(_ reader: inout VersionReader, _ bytes: [UInt8], _ note: String) {
    let (reading, whole) = (reader.read(bytes), MapReader.read(bytes))
    #expect(reading.map == whole.map, "\(note)")
    #expect(reading.problems == whole.problems, "\(note)")
    #expect(reading.figures?.metrics == whole.figures?.metrics, "\(note)")
  }

  @Test("gives what reading each by itself gives, over random histories")
  func histories() {
    for seed in 1...UInt64(caseCount(2_000)) {
      var generator = SeededGenerator(seed: seed)
      var map = RandomMap.make(using: &generator, shape: RandomMap.Shape(steps: 1...18))
      var reader = VersionReader()
      for version in 1...6 {
        expectSame(&reader, map.canonicalBytes, "seed \(seed), version \(version)")
        map = RandomEdit.edited(map, edits: Int.random(in: 0...3, using: &generator), using: &generator)
      }
    }
  }

  @Test("gives what reading each by itself gives, over texts that somebody has damaged")
  func damage() {
    for seed in 1...UInt64(caseCount(2_000)) {
      var generator = SeededGenerator(seed: seed)
      let sound = RandomMap.make(using: &generator, shape: RandomMap.Shape(steps: 2...9)).canonicalBytes
      var reader = VersionReader()
      for version in 1...6 {
        var bytes = sound
        if version % 3 != 1 {
          // Pieces of the text itself hurt more than noise: they leave brackets and keys where some are looked for.
          let start = Int.random(in: 0..<bytes.count, using: &generator)
          let end = min(bytes.count, start + Int.random(in: 0...40, using: &generator))
          let other = Int.random(in: 0..<bytes.count, using: &generator)
          let piece = bytes[other..<min(bytes.count, other + Int.random(in: 0...40, using: &generator))]
          bytes.replaceSubrange(start..<end, with: Array(piece))
        }
        expectSame(&reader, bytes, "seed \(seed), version \(version)")
      }
    }
  }

  /// Ten steps; the figure of the fourth one, and the title, are what is said.
  private func document(title: String = "T", wait: String = "1d", day: String = "8h") -> [UInt8] {
    let steps = (1...10).map { place in
      """
          {
            "id": "s\(place)",
            "name": "Step \(place)",
            "waitTime": "\(place == 4 ? wait : "2d")"
          }
      """
    }
    let text = """
      {
        "calendar": {
          "day": "\(day)"
        },
        "format": "vsm-map/1",
        "steps": [
      \(steps.joined(separator: ",\n"))
        ],
        "teams": {
          "design": {
            "name": "Design"
          },
          "legal": {
            "name": "Legal"
          }
        },
        "title": "\(title)"
      }

      """
    return Array(text.utf8)
  }

  @Test("reads no more than the step that changed and the last one, where nothing else did")
  func effort() {
    var reader = VersionReader()
    let first = document()
    expectSame(&reader, first, "first")
    #expect(reader.effort == first.count)
    expectSame(&reader, document(wait: "3d"), "another wait")
    #expect(reader.effort < first.count + first.count / 4)
    expectSame(&reader, document(title: "Another", wait: "3d"), "another title")
    #expect(reader.effort < 2 * first.count)
  }

  @Test("reads every time anew where another working day makes them longer")
  func calendar() {
    var reader = VersionReader()
    expectSame(&reader, document(), "eight hours")
    expectSame(&reader, document(day: "6h"), "six hours")
    #expect(reader.effort == document().count + document(day: "6h").count)
  }

  @Test("a version that cannot be read says what is wrong with it, and the next one is read as if it had not been")
  func problems() {
    var reader = VersionReader()
    expectSame(&reader, document(), "sound")
    expectSame(&reader, document(wait: "soon"), "no duration")
    expectSame(&reader, Array(document().dropLast(3)), "cut off")
    expectSame(&reader, document(wait: "3d"), "sound again")
  }
}
