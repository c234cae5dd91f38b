extension MeasuredWork {
  /// Lead time from the start of work at `commitment`: Σ Tᵢ on the critical path from that step on, less its
  /// wait. Nil without a commitment or where it lies off the path.
  var cycleTime: Double? {
    guard let commitment = map.commitment,
      let start = criticalPath.firstIndex(where: { id(at: $0) == commitment })
    else { return nil }
    let times = criticalPath[start...].reduce(0) { $0 + expected.times[$1].time }
    return times - wait[criticalPath[start]]
  }
}
