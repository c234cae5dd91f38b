import CanonicalJSON
package import ValueStreams

/// A map with its flow and its figures: what is compared. Made once for each version of a history.
///
/// A class only so that it is handed on as one reference; nothing in it ever changes.
package final class MeasuredMap: Sendable {
  package let map: ValueStreamMap
  package let flow: Flow
  package let metrics: Metrics

  /// - Throws: ``FlowError`` for a map that breaks a rule and so cannot have come from a checked document.
  package convenience init(_ map: ValueStreamMap) throws(FlowError) {
    let flow = try Flow(map)
    self.init(map, flow, try Metrics(map, flow))
  }

  private init(_ map: ValueStreamMap, _ flow: Flow, _ metrics: Metrics) {
    (self.map, self.flow, self.metrics) = (map, flow, metrics)
  }

  /// The map that was read, with the figures that reading it worked out; nil where there is no map.
  package convenience init?(_ reading: MapReader.Reading) throws(FlowError) {
    guard let map = reading.map else { return nil }
    if let figures = reading.figures {
      self.init(map, figures.flow, figures.metrics)
    } else {
      try self.init(map)
    }
  }
}

extension MeasuredMap {
  /// A map without work types counts as having any type that it is asked for.
  func has(_ type: WorkTypeID) -> Bool {
    metrics.workTypes.isEmpty || metrics.workTypes[type] != nil
  }

  /// The figures of the type; those of the whole for a map without work types; nil where the type is missing.
  func figures(of type: WorkTypeID) -> Figures? {
    metrics.workTypes.isEmpty ? metrics.figures : metrics.workTypes[type]?.figures
  }

  var pathFigures: PathFigures {
    PathFigures(
      steps: metrics.steps, loops: metrics.rework, figures: metrics.figures, flow: flow)
  }

  func pathFigures(of type: WorkTypeID) -> PathFigures? {
    if metrics.workTypes.isEmpty { return pathFigures }
    return metrics.workTypes[type].map {
      PathFigures(steps: $0.steps, loops: $0.rework, figures: $0.figures, flow: flow)
    }
  }

  /// By place: the one-pass wait in seconds that the step states, or that its queue stands for; nil where it states none.
  var statedWaits: [Double?] {
    let (steps, hasDemand) = (map.steps, map.demand != nil)
    var waits = steps.indices.map { place in steps[place].waitTime.map { Double($0.seconds) } }
    let derives = steps.indices.map { hasDemand && steps[$0].waitTime == nil && steps[$0].queue != nil }
    guard derives.contains(true) else { return waits }
    if metrics.workTypes.isEmpty {
      for (place, step) in metrics.steps.enumerated() where derives[place] { waits[place] = step.waitTime }
    }
    for (id, type) in metrics.workTypes {
      let own = ownWaits(of: id)
      for step in type.steps {
        guard let place = flow[step.id], derives[place], own[place] == nil else { continue }
        waits[place] = step.waitTime
      }
    }
    return waits
  }

  /// By place: the one-pass waits in seconds that the work type states for itself.
  func ownWaits(of type: WorkTypeID) -> [Int: Double] {
    var waits: [Int: Double] = [:]
    for (id, times) in map.workTypes?[type]?.times ?? [:] {
      if let place = flow[id], let wait = times.waitTime { waits[place] = Double(wait.seconds) }
    }
    return waits
  }

  /// By place: whether the step states that figure, for itself or for one of its work types.
  func states(_ figure: ComparabilityWarning.Coverage) -> [Bool] {
    let (steps, hasDemand) = (map.steps, map.demand != nil)
    var states = steps.indices.map { place in
      switch figure {
      case .waitTime: steps[place].waitTime != nil || (hasDemand && steps[place].queue != nil)
      case .percentCompleteAccurate: steps[place].percentCompleteAccurate != nil
      case .team: steps[place].team != nil
      }
    }
    for type in map.workTypes?.values ?? [] {
      for (id, times) in type.times ?? [:] {
        guard let place = flow[id] else { continue }
        switch figure {
        case .waitTime where times.waitTime != nil: states[place] = true
        case .percentCompleteAccurate where times.percentCompleteAccurate != nil: states[place] = true
        default: break
        }
      }
    }
    return states
  }

  var loops: [Loop] {
    zip(map.rework ?? [], metrics.rework).map { Loop(rework: $0, cost: $1.cost) }
  }
}

extension Sides<MeasuredMap> {
  /// The work types of either side, in canonical order.
  var workTypeIDs: [WorkTypeID] {
    let types = map(\.metrics.workTypes)
    return (types.before.keys + types.after.keys.filter { types.before[$0] == nil }).sorted()
  }

  /// Normalised shares; 0 for a type that a side does not have, the other side's where a side has no types at all.
  func shares(of type: WorkTypeID) -> Sides<Double> {
    let types = map(\.metrics.workTypes)
    if types.before.isEmpty, let share = types.after[type]?.share { return Sides<Double>(before: share, after: share) }
    if types.after.isEmpty, let share = types.before[type]?.share { return Sides<Double>(before: share, after: share) }
    return types.map { $0[type]?.share ?? 0 }
  }
}
