import CanonicalJSON
import ValueStreams

/// The steps that differ, each written as JSON once for all that tell of it; those that state the same stay unwritten, which
/// is what makes comparing two long maps cheap.
struct WrittenSteps {
  /// By place; nil for a step that states the same on both sides.
  private let known: Sides<[JSON?]>
  private let maps: Sides<ValueStreamMap>
  private let durations: Sides<DurationText>

  init(_ comparison: Comparison) {
    let maps = comparison.measured.map(\.map)
    let durations = maps.map { DurationText($0.calendar) }
    func written(_ steps: [Step], _ durations: DurationText, _ groupOf: [Int]) -> [JSON?] {
      steps.indices.map { comparison.differs[groupOf[$0]] ? .some(steps[$0].json(durations)) : JSON?.none }
    }
    let groupOf = comparison.matching.groupOf
    known = Sides(
      before: written(maps.before.steps, durations.before, groupOf.before),
      after: written(maps.after.steps, durations.after, groupOf.after))
    self.maps = maps
    self.durations = durations
  }

  func before(_ place: Int) -> JSON {
    known.before[place] ?? maps.before.steps[place].json(durations.before)
  }

  func after(_ place: Int) -> JSON {
    known.after[place] ?? maps.after.steps[place].json(durations.after)
  }
}
