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
    for (index, step) in map.steps.enumerated() {
      let places = measured.compactMap { item in item.work.route.place(of: index).map { (item, $0) } }
      func counts(_ stated: (MeasuredWork, Int) -> Bool, else own: Bool) -> Int {
        (places.isEmpty ? own : places.allSatisfy(stated)) ? 1 : 0
      }
      withAccuracy += counts(
        { item, place in item.work.accuracy[place] != nil }, else: step.percentCompleteAccurate != nil)
      withWait += counts(
        { item, place in item.work.wait[place] != nil || item.isWaitDerived[place] }, else: step.waitTime != nil)
      withProcess += counts({ item, place in item.work.process[place] != nil }, else: step.processTime != nil)
    }
  }
}
