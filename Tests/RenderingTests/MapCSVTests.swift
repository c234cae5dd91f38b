import CanonicalJSON
import TestSupport
import Testing
import ValueStreams

@testable import Rendering

@Suite("A map as a spreadsheet")
struct MapCSVTests {
  /// Text as a cell holds it: control characters made visible, nothing where there is only space.
  private func held(_ text: Text?) -> Text? {
    guard let lines = text.map({ visibleLines($0.string).joined(separator: "\n") }),
      lines.contains(where: { !$0.isWhitespace })
    else { return nil }
    return Text(lines)
  }

  /// What a spreadsheet can hold of a step.
  private func held(_ step: Step) -> Step {
    var held = step
    let name = self.held(step.name).map { $0.string.split(whereSeparator: \.isNewline).joined(separator: " ") }
    held.name = name.map { Text($0) } ?? step.id
    held.source = self.held(step.source)
    held.notes = self.held(step.notes)
    held.extensions = [:]
    held.nestedExtensions = [:]
    return held
  }

  @Test("read back, it is the same map, as far as a spreadsheet can hold it")
  func roundTrip() throws {
    for seed in 0..<UInt64(caseCount(2000)) {
      var random = SeededGenerator(seed: seed)
      let map = RandomMap.make(using: &random)
      let reading = SheetReading.read(Array(MapCSV(map).render().utf8), SheetReading.Options(title: map.title))
      #expect(reading.problems == [], "seed \(seed)")
      #expect(reading.unplaced == [], "seed \(seed)")
      let read = try #require(reading.map, "seed \(seed)")
      #expect(read.steps == map.steps.map(held), "seed \(seed)")
      let loops = map.rework?.filter { $0.workTypes == nil }
      #expect(read.rework == (loops?.isEmpty == true ? nil : loops), "seed \(seed)")
    }
  }

  @Test("Texts that a program might take for formulas come back as they were")
  func formulas() throws {
    var map = ValueStreamMap(title: "Signs", steps: [])
    for (number, name) in ["=1+1", "'=1", "''+x", " -3", "it's", "@home", "- 'a' -"].enumerated() {
      map.steps.append(Step(id: Text("s\(number)"), name: Text(name)))
    }
    let reading = SheetReading.read(Array(MapCSV(map).render().utf8), SheetReading.Options(title: "Signs"))
    #expect(reading.map?.steps == map.steps)
  }

  @Test("Where a day has not 8 hours, times are in hours")
  func otherDays() {
    var step = Step(id: "copy", name: "Copy")
    step.waitTime = WorkingTime(seconds: 90_000)
    var map = ValueStreamMap(title: "Short days", steps: [step])
    #expect(MapCSV(map).render().contains(",3d 1h,"))
    map.calendar = WorkCalendar(day: WorkingTime(seconds: 25_200))
    #expect(MapCSV(map).render().contains(",25h,"))
  }
}
