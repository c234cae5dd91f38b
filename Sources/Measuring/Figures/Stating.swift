import CanonicalJSON
package import ValueStreams

/// Puts measured figures into a map.
extension Measurement {
  /// Loops seen less often are taken for chance.
  private static let leastReturns = 2
  private static let leastPercent = 1.0
  /// So many passes without a return say that a loop is gone.
  private static let passesWithoutLoop = 20
  /// Fewer times say nothing about where nine of ten lie.
  private static let leastForRange = 10

  /// The map with every figure that the log states, its basis `measured` and its source; nothing else is touched.
  ///
  /// - Parameter source: the file, as it shall be named in the map.
  package func stated(in map: ValueStreamMap, source: String) -> ValueStreamMap {
    var map = map
    let origin = Text("\(source), \(period.first) to \(period.last)")
    stateDemand(in: &map)
    for (index, measure) in steps.enumerated() where measure.passes > 0 && index < map.steps.count {
      state(measure, in: &map.steps[index], DurationText(map.calendar), origin)
    }
    stateLoops(in: &map)
    map.asOf = max(map.asOf ?? period.last, period.last)
    map.extensions["x-measured"] = summary(origin, DurationText(map.calendar))
    return map
  }

  /// Per stretch of time that the map states, else per week.
  private func stateDemand(in map: inout ValueStreamMap) {
    let week = DurationText(map.calendar).daysPerWeek * Double(DurationText(map.calendar).day)
    guard let arrivalRate, week.rounded() == week else { return }
    let per = map.demand?.per ?? WorkingTime(seconds: Int(week))
    let items = (arrivalRate * Double(per.seconds) * 100).rounded() / 100
    guard items > 0 else { return }
    var demand = map.demand ?? Demand(items: items, per: per)
    demand.items = items
    map.demand = demand
  }

  private func state(_ measure: StepMeasure, in step: inout Step, _ durations: DurationText, _ origin: Text) {
    var measured: [Text] = []
    /// Figures that are a measured sum less a time that was not measured.
    var derived: [Text] = []
    if let process = measure.process {
      step.processTime = Self.time(process.mean)
      step.processRange = range(process)
      measured.append("processTime")
    }
    if let wait = measure.wait {
      step.waitTime = Self.time(wait.mean)
      step.waitRange = range(wait)
      measured.append("waitTime")
    } else if let both = measure.both, let process = step.processTime {
      // What the log gives is both together: only with the work known is the rest the wait.
      step.waitTime = Self.time(max(0, both.mean - Double(process.seconds)))
      step.waitRange = nil
      if step.basis?["processTime"] == .measured {
        measured.append("waitTime")
      } else {
        derived = ["waitTime", "queue"]
      }
    }
    if let arrivalRate, let wait = step.waitTime, measure.wait != nil || measure.both != nil, items > 0 {
      // Little's law: as many lie there as come in while one waits.
      let passes = Double(measure.passes) / Double(items)
      step.queue = (arrivalRate * passes * Double(wait.seconds) * 10).rounded() / 10
      if measured.contains("waitTime") { measured.append("queue") }
    }
    if let percent = measure.percentCompleteAccurate, measure.returns > 0 {
      step.percentCompleteAccurate = (percent * 10).rounded() / 10
      measured.append("percentCompleteAccurate")
    }
    step.basis = Self.basis(of: step, measured, derived)
    if !measured.isEmpty || !derived.isEmpty { step.source = origin }
    step.extensions["x-measured"] = Self.evidence(measure, durations)
  }

  /// What was measured is; what was derived from it is observed.
  private static func basis(of step: Step, _ measured: [Text], _ derived: [Text]) -> Basis? {
    let stated: [(Text, Bool)] = [
      ("waitTime", step.waitTime != nil), ("queue", step.queue != nil), ("processTime", step.processTime != nil),
      ("percentCompleteAccurate", step.percentCompleteAccurate != nil),
    ]
    let kinds = stated.filter(\.1).compactMap { figure, _ -> (key: Text, value: Basis.Kind)? in
      if measured.contains(figure) { return (figure, .measured) }
      if derived.contains(figure) { return (figure, .observed) }
      return step.basis?[figure].map { (figure, $0) }
    }
    guard let first = kinds.first else { return step.basis }
    let isOne = kinds.count == stated.count { $0.1 } && kinds.allSatisfy { $0.value == first.value }
    return isOne ? .step(first.value) : .figures(Members(kinds))
  }

  private func stateLoops(in map: inout ValueStreamMap) {
    var kept = map.rework ?? []
    kept.removeAll { loop in
      let passes = steps.first { $0.id == loop.from }?.passes ?? 0
      return passes >= Self.passesWithoutLoop && !loops.contains { $0.from == loop.from && $0.to == loop.to }
    }
    for loop in loops {
      let place = kept.firstIndex { $0.from == loop.from && $0.to == loop.to }
      guard place != nil || loop.count >= Self.leastReturns && loop.percent >= Self.leastPercent else { continue }
      var rework = place.map { kept[$0] } ?? Rework(from: loop.from, to: loop.to, percent: 0)
      rework.percent = min(99.9, max(0.1, (loop.percent * 10).rounded() / 10))
      rework.waitTime = loop.extraWait.map(Self.time)
      rework.extensions["x-measured"] = ["returns": .number(Double(loop.count))]
      if let place { kept[place] = rework } else { kept.append(rework) }
    }
    map.rework = kept.isEmpty && map.rework == nil ? nil : kept
  }

  /// To the minute from an hour on: more would only look exact.
  static func time(_ seconds: Double) -> WorkingTime {
    let unit = seconds >= 3600 ? 60.0 : 1
    return WorkingTime(seconds: Int(min((seconds / unit).rounded() * unit, Double(WorkingTime.limit - 60))))
  }

  private func range(_ sample: Sample) -> WorkingTimeRange? {
    guard sample.count >= Self.leastForRange else { return nil }
    return WorkingTimeRange(low: Self.time(sample.low), high: Self.time(sample.high))
  }
}

/// What is kept beside the figures, so that they can be judged later.
extension Measurement {
  private static func evidence(_ measure: StepMeasure, _ durations: DurationText) -> JSON {
    var members: [(key: Text, value: JSON)] = [("passes", .number(Double(measure.passes)))]
    for (name, sample) in [
      ("waitTime", measure.wait), ("processTime", measure.process), ("waitAndProcess", measure.both),
    ] {
      if let sample { members.append((Text(name), json(sample, durations))) }
    }
    return .object(Members(members))
  }

  private func summary(_ origin: Text, _ durations: DurationText) -> JSON {
    var members: [(key: Text, value: JSON)] = [
      ("source", .string(origin)), ("events", .number(Double(events))), ("items", .number(Double(items))),
      ("hours", .string(Text(hours.text))), ("zone", .string(Text(zone))), ("holidays", .number(Double(holidays))),
    ]
    if let itemTimes { members.append(("itemTime", Self.json(itemTimes, durations))) }
    return .object(Members(members))
  }

  private static func json(_ sample: Sample, _ durations: DurationText) -> JSON {
    func text(_ seconds: Double) -> JSON { .string(Text(durations.write(time(seconds)))) }
    return [
      "mean": text(sample.mean), "median": text(sample.median), "percentile85": text(sample.percentile85),
      "sample": .number(Double(sample.count)),
    ]
  }
}
