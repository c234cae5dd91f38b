package import CanonicalJSON
package import ValueStreams

extension Difference {
  /// The name of a step, by its id on that side, or the id where the step is not mentioned.
  package func name(of step: StepID, on side: KeyPath<Sides<[StepID: Text]>, [StepID: Text]>) -> Text {
    names[keyPath: side][step] ?? step
  }

  /// The names of all steps that the entries mention.
  func mentionedNames(in maps: Sides<ValueStreamMap>, _ matching: Matching) -> Sides<[StepID: Text]> {
    var ids = Sides<Set<StepID>>(before: [], after: [])
    func mention(_ steps: Sides<[StepID]>) {
      ids.before.formUnion(steps.before)
      ids.after.formUnion(steps.after)
    }
    for line in bridge.lines { mention(line.steps) }
    for wait in waits { mention(wait.steps) }
    for step in steps { mention(step.steps) }
    handoffs.mention(&ids) { [$0.from, $0.to] }
    rework.mention(&ids) { [$0.rework.from, $0.rework.to] }
    flow.mention(&ids) { [$0.from, $0.to] }
    for warning in warnings {
      switch warning {
      case .basis(let steps, _, _): mention(steps)
      case .coverage(_, let gained, let lost): mention(Sides(before: lost, after: gained))
      default: break
      }
    }
    func names(_ ids: Set<StepID>, _ map: ValueStreamMap, _ places: Flow) -> [StepID: Text] {
      var result: [StepID: Text] = [:]
      for id in ids { result[id] = places[id].map { map.steps[$0].name } }
      return result
    }
    return Sides(
      before: names(ids.before, maps.before, matching.places.before),
      after: names(ids.after, maps.after, matching.places.after))
  }
}

extension Turnover {
  fileprivate func mention(_ ids: inout Sides<Set<StepID>>, _ steps: (Entry) -> [StepID]) {
    for entry in gone { ids.before.formUnion(steps(entry)) }
    for entry in new { ids.after.formUnion(steps(entry)) }
    for pair in changed {
      ids.before.formUnion(steps(pair.before))
      ids.after.formUnion(steps(pair.after))
    }
  }
}
