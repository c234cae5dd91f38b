/// How many of the steps state the figures that the totals rest on.
struct StatedFigures {
  var steps = 0
  var withAccuracy = 0
  /// A wait counts as stated when it follows from a queue.
  var withWait = 0
  var withProcess = 0

  /// Of one route.
  init(_ item: MeasuredWork) {
    steps = item.work.route.count
    withAccuracy = item.work.accuracy.count { $0 != nil }
    withWait = zip(item.work.wait, item.isWaitDerived).count { $0 != nil || $1 }
    withProcess = item.work.process.count { $0 != nil }
  }

  /// Of the whole map: a figure of a step is stated if it is for every type that takes the step.
  init(_ map: ValueStreamMap, _ measured: [MeasuredWork]) {
    steps = map.steps.count
    for index in map.steps.indices {
      var (isTaken, accuracy, wait, process) = (false, true, true, true)
      for number in measured.indices {
        guard let place = measured[number].work.route.place(of: index) else { continue }
        isTaken = true
        if measured[number].work.accuracy[place] == nil { accuracy = false }
        if measured[number].work.wait[place] == nil, !measured[number].isWaitDerived[place] { wait = false }
        if measured[number].work.process[place] == nil { process = false }
      }
      if isTaken ? accuracy : map.steps[index].percentCompleteAccurate != nil { withAccuracy += 1 }
      if isTaken ? wait : map.steps[index].waitTime != nil { withWait += 1 }
      if isTaken ? process : map.steps[index].processTime != nil { withProcess += 1 }
    }
  }
}
