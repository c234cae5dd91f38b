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
      var mean = WeightedMean()
      for (share, type) in zip(shares, types) { mean.add(type[keyPath: figure], share: share) }
      return mean.value ?? 0
    }
    func mean(_ figure: KeyPath<Figures, Double?>) -> Double? {
      var mean = WeightedMean()
      for (share, type) in zip(shares, types) {
        guard let value = type[keyPath: figure] else { return nil }
        mean.add(value, share: share)
      }
      return mean.value
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
