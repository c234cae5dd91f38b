import CanonicalJSON

/// The figures of one step, gathered type by type.
private struct StepMeans {
  var visits = WeightedMean()
  var wait = WeightedMean()
  var process = WeightedMean()
  var rework = WeightedMean()
  var expected = WeightedMean()
  var isWaitDerived = false
  var isOnPath = false

  mutating func add(_ figures: StepFigures, share: Double) {
    visits.add(figures.visits, share: share)
    wait.add(figures.waitTime, share: share)
    process.add(figures.processTime, share: share)
    rework.add(figures.reworkTime, share: share)
    expected.add(figures.expectedTime, share: share)
    if figures.isWaitDerived { isWaitDerived = true }
    if figures.onCriticalPath { isOnPath = true }
  }
}

extension StepFigures {
  /// Every step of the map by the shares of its types. A type that leaves the step out counts with 0 visits and 0
  /// expected time; wait and process time are means over the types that take it, else what the step states.
  static func means(_ map: ValueStreamMap, _ measured: [MeasuredWork]) -> [StepFigures] {
    let queueWaits = measured.first?.queueWaits ?? []
    var means = [StepMeans](repeating: StepMeans(), count: map.steps.count)
    var takers = [Int](repeating: 0, count: map.steps.count)
    for item in measured {
      for (place, figures) in item.steps.enumerated() {
        let step = item.work.route.steps[place]
        means[step].add(figures, share: item.work.share)
        takers[step] += 1
      }
    }
    return map.steps.indices.map { index in
      let step = means[index]
      let share = takers[index] == measured.count ? 1 : step.visits.share
      return StepFigures(
        id: map.steps[index].id, visits: share * (step.visits.value ?? 0),
        waitTime: step.wait.value ?? Double(map.steps[index].waitTime?.seconds ?? 0),
        isWaitDerived: step.isWaitDerived, queueWait: queueWaits[index],
        processTime: step.process.value ?? Double(map.steps[index].processTime?.seconds ?? 0),
        reworkTime: share * (step.rework.value ?? 0), expectedTime: share * (step.expected.value ?? 0),
        onCriticalPath: step.isOnPath)
    }
  }
}

extension LoopFigures {
  /// Every loop of the map by the shares of the types that it applies to.
  static func means(_ map: ValueStreamMap, _ measured: [MeasuredWork]) -> [LoopFigures] {
    let loops = map.rework ?? []
    var costs = [WeightedMean](repeating: WeightedMean(), count: loops.count)
    var takers = [Int](repeating: 0, count: loops.count)
    for item in measured {
      for (loop, cost) in zip(item.work.loops, item.expected.loopCosts) {
        costs[loop.index].add(cost, share: item.work.share)
        takers[loop.index] += 1
      }
    }
    return loops.indices.map { index in
      let share = takers[index] == measured.count ? 1 : costs[index].share
      return LoopFigures(
        from: loops[index].from, to: loops[index].to, cost: share * (costs[index].value ?? 0))
    }
  }
}
