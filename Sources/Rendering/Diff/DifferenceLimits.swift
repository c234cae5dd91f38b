package import Changes
package import ValueStreams

extension Difference {
  /// What concerns one step, by its id on either side: the lead time stays that of the whole stream, and the bridge holds
  /// only what the step contributed to it.
  package func limited(toStep id: StepID) -> Difference {
    func touches(_ ids: Sides<[StepID]>) -> Bool { ids.before.contains(id) || ids.after.contains(id) }
    var result = self
    result.bridge.lines = bridge.lines.filter { touches($0.steps) }
    result.waits = waits.filter { touches($0.steps) }
    result.handoffs = handoffs.limited { $0.from == id || $0.to == id }
    result.rework = rework.limited { $0.rework.from == id || $0.rework.to == id }
    result.flow = flow.limited { $0.from == id || $0.to == id }
    result.steps = steps.filter { touches($0.steps) }
    result.metrics = []
    result.map = []
    result.warnings = warnings.filter { warning in
      switch warning {
      case .basis(let steps, _, _): touches(steps)
      case .coverage(_, let gained, let lost): gained.contains(id) || lost.contains(id)
      default: true
      }
    }
    return result
  }

  /// One work type alone: its own figures, and the bridge to its own lead time. Nil when neither map has the type.
  package func limited(toWorkType id: WorkTypeID) -> Difference? {
    guard let type = workTypes.first(where: { $0.id == id }) else { return nil }
    var result = self
    result.metrics = type.metrics
    result.workTypes = [type]
    // A line of the whole is weighted by the mean of the type's share before and after.
    let weight = ((type.shares.before ?? 0) + (type.shares.after ?? 0)) / 2
    result.bridge.lines = bridge.lines.compactMap { line in
      guard line.workType == id, weight > 0 else { return nil }
      var own = line
      own.workType = nil
      own.wait /= weight
      own.process /= weight
      own.rework /= weight
      return own
    }
    result.waits = waits.filter { $0.workType == id || $0.workType == nil }
    result.corrections = nil
    return result
  }
}

extension Turnover {
  fileprivate func limited(_ concerns: (Entry) -> Bool) -> Turnover {
    var result = self
    result.gone = gone.filter(concerns)
    result.new = new.filter(concerns)
    result.changed = changed.filter { concerns($0.before) || concerns($0.after) }
    return result
  }
}
