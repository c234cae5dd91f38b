import CanonicalJSON
import Measuring
import Testing
import ValueStreams

@Suite("A map drawn from a log")
struct DiscoveryTests {
  private func discover(_ text: String, leastShare: Double = 0.05) throws -> Discovery {
    try Discovery(Logs.table("case,activity,start,end\n" + text), title: "T", calendar: nil, leastShare: leastShare)
  }

  /// A row of an item whose work takes from one hour to another.
  private func row(_ item: Int, _ activity: String, _ from: Int, _ to: Int) -> String {
    "\(item),\(activity),2026-01-01 \(from < 10 ? "0" : "")\(from):00,2026-01-01 \(to < 10 ? "0" : "")\(to):00\n"
  }

  @Test("of a chain is that chain, and what came back is a loop of it")
  func chain() throws {
    let text = (1...5).map { item in
      row(item, "Write copy", 1, 2) + row(item, "Edit", 3, 4)
        + (item == 1 ? row(item, "Write copy", 5, 6) + row(item, "Edit", 7, 8) : "") + row(item, "Publish", 9, 10)
    }.joined()
    let found = try discover(text)
    #expect(found.map.steps.map(\.id) == ["write-copy", "edit", "publish"])
    #expect(found.map.steps.map(\.after) == [nil, nil, nil])
    let log = try Logs.table("case,activity,start,end\n" + text)
    let measured = try Measurement(
      log, of: found.map, Flow(found.map), names: found.names,
      clock: WorkingClock(.always, zone: .utc, holidays: .none, from: 0, to: 1_800_000_000_000))
    #expect(measured.loops.map { [$0.from, $0.to] } == [["edit", "write-copy"]])
    #expect(MapReader.read(measured.stated(in: found.map, source: "log").canonicalBytes).map != nil)
  }

  @Test("puts side by side what overlaps or has no order")
  func parallel() throws {
    let text = (1...6).map { item in
      let isFirst = item % 2 == 0
      return row(item, "Brief", 1, 2) + row(item, "Copy", isFirst ? 3 : 5, isFirst ? 4 : 6)
        + row(item, "Design", isFirst ? 5 : 3, isFirst ? 6 : 4) + row(item, "Film", 3, 8) + row(item, "Publish", 9, 10)
    }.joined()
    let steps = try discover(text).map.steps
    let after = [StepID: [StepID]?](uniqueKeysWithValues: steps.map { ($0.id, $0.after) })
    #expect(steps.first?.id == "brief")
    #expect(steps.last?.after == ["copy", "design", "film"])
    for id: StepID in ["copy", "design", "film"] {
      let isDefault = after[id] == .some(nil) && steps.firstIndex { $0.id == id } == 1
      #expect(isDefault || after[id] == ["brief"], "\(id): \(String(describing: after[id]))")
    }
  }

  @Test("leaves out what few items have, and says so")
  func rare() throws {
    let text = (1...30).map { row($0, "A", 1, 2) + row($0, "B", 3, 4) }.joined() + row(1, "Odd", 5, 6)
    let found = try discover(text)
    #expect(found.map.steps.map(\.id) == ["a", "b"])
    #expect(found.leftOut.map(\.activity) == ["Odd"])
    #expect(found.names.unknown.isEmpty)
    #expect(try discover(text, leastShare: 0).map.steps.count == 3)
    #expect(throws: MeasuringError.noneKnown(activities: ["A", "B", "Odd"])) { try discover(text, leastShare: 2) }
  }

  @Test("gives ids that differ, whatever the names")
  func ids() throws {
    let found = try discover(row(1, "Übergabe!", 1, 2) + row(1, "übergabe?", 3, 4) + row(1, "日本", 5, 6))
    #expect(found.map.steps.map(\.id) == ["uebergabe", "uebergabe-2", "step-3"])
  }

  @Test("is not tried with more activities than people can read")
  func tooMany() {
    let text = (0...500).map { row($0, "a\($0)", 1, 2) }.joined()
    #expect(throws: MeasuringError.tooManyActivities(501)) { try discover(text) }
  }
}
