/// What a coach would point out on a map, each with its number.
package enum Advice: Equatable, Sendable {
  /// The place that holds the stream back most; `share` is its part of the lead time, for a constraint by wait.
  case constraint(Constraint, share: Double?)
  /// The part of the lead time that passes in teams outside our control, in seconds and as a share.
  case outside(time: Double, share: Double)
  /// One pass of the work lies so many seconds with an outside team, beside so many with us.
  case silo(team: TeamID, theirs: Double, ours: Double)
  /// What a loop costs per item, in seconds and as a share of the lead time.
  case costlyLoop(from: StepID, to: StepID, percent: Double, cost: Double, share: Double)
  /// A queue that at this demand stands for another wait than the stated one, in seconds.
  case queueContradicts(step: StepID, items: Double, derived: Double, stated: Double)
}

extension Advice {
  /// From this part of the lead time on, a silo or a loop is worth a line.
  package static let notableShare = 0.05
  /// At most so many silos, loops and queues each, the largest first.
  package static let limit = 3

  /// What `metrics` of the map call for; nothing where the map does not state enough to say it with a number.
  package static func on(_ map: ValueStreamMap, _ metrics: Metrics) -> [Advice] {
    constraint(metrics) + outside(metrics) + silos(map, metrics) + loops(map, metrics) + queues(map, metrics)
  }

  private static func constraint(_ metrics: Metrics) -> [Advice] {
    guard let constraint = metrics.constraint else { return [] }
    let share = constraint.by == .wait ? part(constraint.value, of: metrics) : nil
    return [.constraint(constraint, share: share)]
  }

  private static func outside(_ metrics: Metrics) -> [Advice] {
    guard let time = metrics.figures.outsideTime, let share = part(time, of: metrics), share > 0 else { return [] }
    return [.outside(time: time, share: share)]
  }

  /// Only where the work lies longer with them than with us.
  private static func silos(_ map: ValueStreamMap, _ metrics: Metrics) -> [Advice] {
    guard map.statesControl else { return [] }
    var ours = 0.0
    var theirs: [TeamID: Double] = [:]
    for (step, time) in zip(map.steps, metrics.onePassOnPath) {
      if let team = step.team, map.isOutside(team) {
        theirs[team, default: 0] += time
      } else {
        ours += time
      }
    }
    let notable = theirs.filter { $0.value > ours && (part($0.value, of: metrics) ?? 0) >= notableShare }
    return notable.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map { team, time in
      .silo(team: team, theirs: time, ours: ours)
    }
  }

  private static func loops(_ map: ValueStreamMap, _ metrics: Metrics) -> [Advice] {
    let costs = zip(map.rework ?? [], metrics.rework).compactMap { loop, figures -> (Advice, Double)? in
      guard let share = part(figures.cost, of: metrics), share >= notableShare else { return nil }
      return (
        .costlyLoop(from: loop.from, to: loop.to, percent: loop.percent, cost: figures.cost, share: share), share
      )
    }
    return largest(costs)
  }

  /// As the check `queue-disagrees`: by more than a quarter of the stated wait.
  private static func queues(_ map: ValueStreamMap, _ metrics: Metrics) -> [Advice] {
    let contradictions = zip(map.steps, metrics.steps).compactMap { step, figures -> (Advice, Double)? in
      guard let queue = step.queue, let derived = figures.queueWait, derived.isFinite,
        let stated = step.waitTime.map({ Double($0.seconds) }), abs(derived - stated) > 0.25 * stated
      else { return nil }
      return (
        .queueContradicts(step: step.id, items: queue, derived: derived, stated: stated), abs(derived - stated)
      )
    }
    return largest(contradictions)
  }

  private static func largest(_ advice: [(advice: Advice, size: Double)]) -> [Advice] {
    advice.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }
      .prefix(limit).map(\.element.advice)
  }

  private static func part(_ time: Double, of metrics: Metrics) -> Double? {
    metrics.figures.leadTime > 0 ? time / metrics.figures.leadTime : nil
  }
}

extension Metrics {
  /// By step of the map: the wait and process time of one pass, by the shares of the types on whose critical path it lies.
  fileprivate var onePassOnPath: [Double] {
    guard !workTypes.isEmpty else {
      return steps.map { $0.onCriticalPath ? $0.waitTime + $0.processTime : 0 }
    }
    var times: [StepID: Double] = [:]
    for (_, type) in workTypes {
      for step in type.steps where step.onCriticalPath {
        times[step.id, default: 0] += type.share * (step.waitTime + step.processTime)
      }
    }
    return steps.map { times[$0.id, default: 0] }
  }
}
