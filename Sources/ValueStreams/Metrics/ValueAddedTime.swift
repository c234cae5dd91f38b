extension MeasuredWork {
  /// Σ pᵢ of the steps on the critical path that add value for the customer; nil if no step of the route says
  /// whether it does.
  var valueAddedTime: Double? {
    guard work.route.steps.contains(where: { map.steps[$0].value != nil }) else { return nil }
    return criticalPath.reduce(0) { map.steps[work.route.steps[$1]].value == .adding ? $0 + process[$1] : $0 }
  }
}
