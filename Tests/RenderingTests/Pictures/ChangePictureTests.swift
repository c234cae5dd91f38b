import CanonicalJSON
import Changes
import TestSupport
import Testing
import ValueStreams

@testable import Rendering

struct ChangePictureTests {
  /// Neighbouring versions among the written samples, and random maps with themselves altered.
  static let pairs: [(name: String, maps: Sides<ValueStreamMap>)] = {
    let written = zip(SampleMaps.written, SampleMaps.written.dropFirst()).map { before, after in
      (name: "\(before.name)-\(after.name)", maps: Sides(before: before.map, after: after.map))
    }
    let random = SampleMaps.random(60).enumerated().map { seed, sample in
      var generator = SeededGenerator(seed: UInt64(seed))
      return (
        name: sample.name,
        maps: Sides(before: sample.map, after: RandomEdit.edited(sample.map, edits: 8, using: &generator))
      )
    }
    return written + random
  }()

  @Test("texts of change pictures and bridges keep apart and on the sheet")
  func textsApart() throws {
    for pair in Self.pairs {
      let measured = try Sides(before: MeasuredMap(pair.maps.before), after: MeasuredMap(pair.maps.after))
      let difference = Difference(from: measured.before, to: measured.after)
      for picture in [ChangePicture.make(measured, difference), BridgePicture.make(difference)] {
        let clashes = TextClashes.of(picture)
        #expect(clashes.isEmpty, "\(pair.name)")
      }
    }
  }

  @Test("a step that is gone stands as a ghost, its handoff crossed out")
  func ghosts() throws {
    func step(_ id: StepID, _ team: TeamID, wait: Int = 0) -> Step {
      var step = Step(id: id, name: id)
      step.team = team
      step.waitTime = WorkingTime(seconds: wait)
      return step
    }
    let before = ValueStreamMap(
      title: "T", steps: [step("a", "x"), step("b", "y", wait: 7200), step("c", "y", wait: 7200)])
    let after = ValueStreamMap(title: "T", steps: [step("a", "x"), step("c", "x", wait: 3600)])
    let measured = try Sides(before: MeasuredMap(before), after: MeasuredMap(after))
    let difference = Difference(from: measured.before, to: measured.after)
    let steps = ChangedSteps(Sides(before: before, after: after), difference)
    #expect(steps.gone == ["b"])
    let cards = ChangeCards(measured, steps, difference, teams: TeamColours([after, before])).cards
    #expect(cards.map(\.id) == ["a", "c", "b"])
    #expect(cards.map(\.status) == [.kept, .kept, .gone])
    #expect(cards[1].waiting.timeBefore == "2h" && cards[1].waiting.time == "1h")
    #expect(cards[1].waiting.sizeBefore == 1 && cards[1].waiting.size == 0.5.squareRoot())
    #expect(cards[1].teamName == "y → x")
    let ways = ChangeWays(measured.after, steps, difference)
    #expect(ways.styles[FlowSketch.Link(from: 0, to: 2)]?.status == .gone)
    #expect(ways.styles[FlowSketch.Link(from: 0, to: 2)]?.handoff == .gone)
    #expect(ways.styles[FlowSketch.Link(from: 0, to: 1, isMain: true)]?.status == .new)
  }

  @Test("the bars of a bridge hang from each other, from the lead time before to the one after")
  func bridge() throws {
    for pair in Self.pairs {
      let measured = try Sides(before: MeasuredMap(pair.maps.before), after: MeasuredMap(pair.maps.after))
      let bars = BridgePicture.bars(Difference(from: measured.before, to: measured.after))
      let (first, last) = (try #require(bars.first), try #require(bars.last))
      #expect(first.to == measured.before.metrics.figures.leadTime)
      #expect(last.to == measured.after.metrics.figures.leadTime)
      for (bar, next) in zip(bars, bars.dropFirst().dropLast()) { #expect(bar.to == next.from) }
      let end = try #require(bars.dropLast().last).to
      #expect(abs(end - last.to) <= 1e-5 + 1e-9 * max(first.to, last.to))
    }
  }
}
