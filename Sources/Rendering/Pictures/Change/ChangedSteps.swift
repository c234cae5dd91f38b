import CanonicalJSON
import Changes
import ValueStreams

/// The steps of both versions on one sheet: those of the later map, then those that are gone.
struct ChangedSteps {
  /// Ids of the earlier map that have no step in the later one, in its order.
  let gone: [StepID]
  /// By place on the sheet: the steps of the earlier map that it stands for.
  let former: [[StepID]]
  /// The place on the sheet of every step, by its id on each side.
  let places: Sides<[StepID: Int]>

  init(_ maps: Sides<ValueStreamMap>, _ difference: Difference) {
    let after = Dictionary(maps.after.steps.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var before: [StepID: Int] = [:]
    var former = [[StepID]](repeating: [], count: maps.after.steps.count)
    var isNew: Set<StepID> = []
    var isGone: Set<StepID> = []
    for change in difference.steps {
      let (old, new) = (change.steps.before, change.steps.after)
      if old.isEmpty { isNew.formUnion(new) }
      if new.isEmpty { isGone.formUnion(old) }
      for id in old where !new.isEmpty {
        guard let place = after[new.contains(id) ? id : new[0]] else { continue }
        before[id] = place
        former[place].append(id)
      }
    }
    var gone: [StepID] = []
    for step in maps.before.steps where before[step.id] == nil {
      if !isGone.contains(step.id), !isNew.contains(step.id), let place = after[step.id] {
        before[step.id] = place
        former[place].append(step.id)
      } else {
        before[step.id] = maps.after.steps.count + gone.count
        gone.append(step.id)
      }
    }
    self.gone = gone
    self.former = former + gone.map { [$0] }
    places = Sides(before: before, after: after)
  }
}
