import CanonicalJSON

extension Figures {
  /// The figures of one type; demand counts by its share.
  init(_ item: MeasuredWork) {
    let stated = StatedFigures(item)
    let leadTime = item.leadTime
    let share = item.work.share
    let takt = (item.map.demand?.takt).map { $0 / share }
    self.init(
      leadTime: leadTime, waitTime: item.waitTime, processTime: item.processTime, reworkTime: item.reworkTime,
      cycleTime: item.cycleTime, effort: item.effort, valueAddedTime: item.valueAddedTime,
      rolledPercentCompleteAccurate: item.rolledPercentCompleteAccurate, handoffs: Double(item.handoffs.count),
      outsideTime: item.outsideTime, takt: takt.flatMap { $0.isFinite ? $0 : nil },
      workInProgress: item.map.demand?.workInProgress(leadTime: share * leadTime), steps: stated.steps,
      stepsWithAccuracy: stated.withAccuracy, stepsWithWait: stated.withWait, stepsWithProcess: stated.withProcess)
    divideByLeadTime()
  }

  /// The figures of the whole map: means of the types' figures by their shares, nil where a type's is; the ratios are ratios
  /// of those means, takt and work in progress those of all demand, and counts those of the map.
  init(_ map: ValueStreamMap, _ measured: [MeasuredWork], _ types: [Figures]) {
    let shares = measured.map(\.work.share)
    func mean(_ figure: KeyPath<Figures, Double>) -> Double {
      weightedMean(zip(shares, types).map { (share: $0, value: $1[keyPath: figure]) }) ?? 0
    }
    func mean(_ figure: KeyPath<Figures, Double?>) -> Double? {
      let values = zip(shares, types).compactMap { share, type in
        type[keyPath: figure].map { (share: share, value: $0) }
      }
      return values.count == types.count ? weightedMean(values) : nil
    }
    let stated = StatedFigures(map, measured)
    let leadTime = mean(\.leadTime)
    self.init(
      leadTime: leadTime, waitTime: mean(\.waitTime), processTime: mean(\.processTime),
      reworkTime: mean(\.reworkTime), cycleTime: mean(\.cycleTime), effort: mean(\.effort),
      valueAddedTime: mean(\.valueAddedTime),
      rolledPercentCompleteAccurate: mean(\.rolledPercentCompleteAccurate), handoffs: mean(\.handoffs),
      outsideTime: mean(\.outsideTime), takt: map.demand?.takt,
      workInProgress: map.demand?.workInProgress(leadTime: leadTime), steps: stated.steps,
      stepsWithAccuracy: stated.withAccuracy, stepsWithWait: stated.withWait, stepsWithProcess: stated.withProcess)
    divideByLeadTime()
  }
}

extension StepFigures {
  /// A step as one type takes it.
  init(_ item: MeasuredWork, place: Int, isOnPath: Bool) {
    self.init(
      id: item.step(at: place).id, visits: item.visits[place], waitTime: item.wait[place],
      isWaitDerived: item.isWaitDerived[place], processTime: item.process[place],
      reworkTime: item.expected.rework[place], expectedTime: item.expected.times[place].time,
      onCriticalPath: isOnPath)
  }

  /// Every step of the map by the shares of its types. A type that leaves the step out counts with 0 visits and 0
  /// expected time; wait and process time are means over the types that take it, else what the step states.
  static func means(_ map: ValueStreamMap, _ measured: [MeasuredWork], queueWaits: [Double?]) -> [StepFigures] {
    let isOnPath = measured.map(\.isOnPath)
    return map.steps.enumerated().map { index, step in
      let taken = measured.indices.compactMap { number in
        measured[number].work.route.place(of: index).map { place in
          (
            share: measured[number].work.share,
            value: StepFigures(measured[number], place: place, isOnPath: isOnPath[number][place])
          )
        }
      }
      func mean(_ figure: KeyPath<StepFigures, Double>) -> Double? {
        weightedMean(taken.map { (share: $0.share, value: $0.value[keyPath: figure]) })
      }
      let share = taken.count == measured.count ? 1 : taken.reduce(0) { $0 + $1.share }
      return StepFigures(
        id: step.id, visits: share * (mean(\.visits) ?? 0),
        waitTime: mean(\.waitTime) ?? Double(step.waitTime?.seconds ?? 0),
        isWaitDerived: taken.contains { $0.value.isWaitDerived },
        processTime: mean(\.processTime) ?? Double(step.processTime?.seconds ?? 0),
        reworkTime: share * (mean(\.reworkTime) ?? 0), expectedTime: share * (mean(\.expectedTime) ?? 0),
        onCriticalPath: taken.contains { $0.value.onCriticalPath })
    }
  }
}

extension LoopFigures {
  /// Every loop of the map by the shares of the types that it applies to.
  static func means(_ map: ValueStreamMap, _ measured: [MeasuredWork]) -> [LoopFigures] {
    let loops = map.rework ?? []
    var costs = [[(share: Double, value: Double)]](repeating: [], count: loops.count)
    for item in measured {
      for (loop, cost) in zip(item.work.loops, item.expected.loopCosts) {
        costs[loop.index].append((item.work.share, cost))
      }
    }
    return zip(loops, costs).map { loop, costs in
      let share = costs.count == measured.count ? 1 : costs.reduce(0) { $0 + $1.share }
      return LoopFigures(from: loop.from, to: loop.to, cost: share * (weightedMean(costs) ?? 0))
    }
  }
}

extension WorkTypeFigures {
  init(_ item: MeasuredWork, _ figures: Figures) {
    let isOnPath = item.isOnPath
    let places = item.work.route.steps.indices.sorted { item.work.route.steps[$0] < item.work.route.steps[$1] }
    self.init(
      share: item.work.share, figures: figures, criticalPath: item.pathIDs,
      steps: places.map { StepFigures(item, place: $0, isOnPath: isOnPath[$0]) },
      rework: zip(item.work.loops, item.expected.loopCosts).map { loop, cost in
        LoopFigures(
          from: item.step(at: loop.from).id, to: item.step(at: loop.to).id, cost: cost)
      },
      handoffs: item.handoffs.compactMap { $0.handoff(in: item.map) })
  }
}

extension MeasuredWork {
  /// By place.
  var isOnPath: [Bool] {
    var isOnPath = [Bool](repeating: false, count: work.route.count)
    for place in criticalPath { isOnPath[place] = true }
    return isOnPath
  }

  var pathIDs: [StepID] { criticalPath.map { step(at: $0).id } }
}
