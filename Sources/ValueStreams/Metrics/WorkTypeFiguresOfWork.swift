extension WorkTypeFigures {
  init(_ item: MeasuredWork, _ figures: Figures, _ roster: TeamRoster) {
    let steps = item.steps
    let places = steps.indices.sorted { item.work.route.steps[$0] < item.work.route.steps[$1] }
    self.init(
      share: item.work.share, figures: figures, criticalPath: item.criticalPath.map(item.id(at:)),
      steps: places.map { steps[$0] },
      rework: zip(item.work.loops, item.expected.loopCosts).map { loop, cost in
        LoopFigures(from: item.id(at: loop.from), to: item.id(at: loop.to), cost: cost)
      },
      handoffs: roster.handoffs(item.handoffs, in: item.map))
  }
}

extension MeasuredWork {
  /// The figures of each step, by place.
  var steps: [StepFigures] {
    var isOnPath = [Bool](repeating: false, count: work.route.count)
    for place in criticalPath { isOnPath[place] = true }
    return isOnPath.indices.map { place in
      StepFigures(
        id: id(at: place), visits: visits[place], waitTime: wait[place], isWaitDerived: isWaitDerived[place],
        queueWait: queueWaits[work.route.steps[place]],
        processTime: process[place], reworkTime: expected.rework[place], expectedTime: expected.times[place].time,
        onCriticalPath: isOnPath[place])
    }
  }
}
