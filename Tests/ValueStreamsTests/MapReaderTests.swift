import CanonicalJSON
import TestSupport
import Testing
import ValueStreams

@Suite("Reading maps") struct MapReaderTests {
  @Test("Random maps: written, read and written again are the same map and the same bytes")
  func roundTrip() {
    for seed in 0..<UInt64(400) {
      var generator = SeededGenerator(seed: seed)
      let map = RandomMap.make(using: &generator)
      let bytes = map.canonicalBytes
      let reading = MapReader.read(bytes)
      #expect(reading.problems.map(\.sentence) == [], "seed \(seed)")
      #expect(reading.map == map, "seed \(seed)")
      #expect(reading.map?.canonicalBytes == bytes, "seed \(seed)")
      // The tree and the bytes come from the same words, on two ways.
      #expect(map.json.canonicalBytes == bytes, "seed \(seed)")
    }
  }

  @Test("Own fields are kept wherever they stand")
  func extensions() throws {
    let text = """
      {"format":"vsm-map/1","title":"T","x-a":{"b":[1]},"calendar":{"x-b":1},"demand":{"items":1,"per":"1d","x-c":2},
      "teams":{"a":{"x-d":3},"x-e":[4]},"participants":[{"name":"P","x-f":5}],"glossary":{"x-height":"tall","x-g":6},
      "steps":[{"id":"s","name":"S","x-h":7,"basis":{"waitTime":"guess","x-i":8}}],
      "rework":[{"from":"s","to":"s","percent":1,"x-j":9}],
      "workTypes":{"w":{"x-k":10,"times":{"s":{"x-l":11},"x-m":12}},"x-n":13},
      "actions":{"a":{"title":"A","handoff":{"from":"s","to":"s","x-o":14}},"x-p":15}}
      """
    let bytes = Array(text.utf8)
    let map = try #require(MapReader.read(bytes).map)
    let tree = try #require(JSONDocument.read(bytes).document?.root.json)
    #expect(map.json == tree)
  }

  @Test("Every problem of a file in one go, in its order, with line, column, pointer and remedy")
  func allAtOnce() {
    let text = """
      {
        "format": "vsm-map/1",
        "title": "T",
        "steps": [
          { "id": "a", "name": "A", "wiatTime": "1d" },
          { "id": "b", "name": "B", "waitTime": "3 days", "processTime": 3 },
          { "id": "c", "name": "C", "after": ["bb"], "percentCompleteAccurate": 101 }
        ]
      }
      """
    let problems = MapReader.read(Array(text.utf8)).problems
    #expect(
      problems.map { "\($0.position): \($0.code.rawValue) \($0.pointer): \($0.sentence)" } == [
        "5:31: unknown-key /steps/0/wiatTime: \"wiatTime\" is not a field of the format; "
          + "did you mean \"waitTime\"? Own fields start with \"x-\"",
        "6:43: range /steps/1/waitTime: \"3 days\" is not a duration; write \"3d\"",
        "6:68: type /steps/1/processTime: 3 has no unit; write it with one, as \"3d\" or \"3h\"",
        "7:41: unknown-step /steps/2/after/0: there is no step \"bb\"; did you mean \"b\"?",
        "7:75: range /steps/2/percentCompleteAccurate: percentCompleteAccurate is 101; write a number, a percent from 0 to 100",
      ])
  }

  @Test("A circle is printed")
  func circle() {
    let text = """
      {"format":"vsm-map/1","title":"T","steps":[{"id":"a","name":"A","after":["c"]},{"id":"b","name":"B"},{"id":"c","name":"C"}]}
      """
    let problems = MapReader.read(Array(text.utf8)).problems
    #expect(problems.map(\.code) == [.cycle])
    #expect(problems.first?.message == "steps come after each other in a circle: a → b → c → a")
  }

  @Test("The calendar counts wherever it stands")
  func lateCalendar() throws {
    let text = """
      {"format":"vsm-map/1","title":"T","steps":[{"id":"a","name":"A","waitTime":"1w"}],"calendar":{"day":"6h","daysPerWeek":4}}
      """
    #expect(MapReader.read(Array(text.utf8)).map?.steps[0].waitTime?.seconds == 24 * 3600)
  }
}
