import CanonicalJSON
import TestSupport
import Testing
import ValueStreams

@Suite("Flow")
struct MetricsFlowTests {
  private func map(_ after: [(StepID, [StepID]?)]) -> ValueStreamMap {
    ValueStreamMap(
      title: "Flow",
      steps: after.map { id, before in
        var step = Step(id: id, name: id)
        step.after = before
        return step
      })
  }

  @Test("a step without `after` comes after the one listed just before it, and the first after none")
  func defaults() throws {
    let flow = try Flow(map([("a", nil), ("b", nil), ("c", []), ("d", ["a", "c"])]))
    #expect((0..<4).map { Array(flow.predecessors[$0]) } == [[], [0], [], [0, 2]])
    #expect((0..<4).map { Array(flow.successors[$0]) } == [[1, 3], [], [3], []])
    #expect(flow.order == [0, 1, 2, 3])
    #expect(flow["d"] == 3)
    #expect(flow["e"] == nil)
  }

  @Test("a step listed before what it needs is moved behind it, and nothing else moves")
  func order() throws {
    let flow = try Flow(map([("c", ["b"]), ("a", []), ("b", ["a"]), ("d", ["c"])]))
    #expect(flow.order == [1, 2, 0, 3])
    #expect(flow.rank == [2, 0, 1, 3])
  }

  @Test("a circle is given in the direction of flow from the step listed first, without the steps that lead into it")
  func circle() {
    let circular = map([("start", nil), ("b", ["a"]), ("c", ["b"]), ("a", ["c", "start"]), ("end", ["c"])])
    #expect(throws: FlowError.cycle(["b", "c", "a"])) { try Flow(circular) }
    #expect(throws: FlowError.cycle(["self"])) { try Flow(map([("self", ["self"])])) }
  }

  @Test("`after` a step that is not there is an error that names it")
  func unknown() {
    #expect(throws: FlowError.unknownStep("ghost")) { try Flow(map([("a", ["ghost"])])) }
  }

  @Test("a chain of 20,000 steps, listed backwards, has an order")
  func depth() throws {
    let count = 20_000
    let flow = try Flow(
      map((0..<count).map { (Text("s\($0)"), $0 == count - 1 ? [] : [Text("s\($0 + 1)")]) }))
    #expect(flow.order == Array((0..<count).reversed()))
  }

  @Test(
    "one step leads to another exactly where a walk along the flow finds it", arguments: 1...20 as ClosedRange<UInt64>)
  func reach(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let flow = try Flow(RandomMap.make(using: &generator))
    let steps = flow.ids.indices
    var pairs: [(from: Int, to: Int)] = []
    var expected: [Bool] = []
    for from in steps {
      var found: Set<Int> = []
      var open = Array(flow.successors[from])
      while let step = open.popLast() {
        if found.insert(step).inserted { open += flow.successors[step] }
      }
      for to in steps {
        pairs.append((from, to))
        expected.append(found.contains(to))
      }
    }
    #expect(flow.leads(pairs) == expected, "seed \(seed)")
  }
}
