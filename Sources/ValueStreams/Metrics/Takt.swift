extension Demand {
  /// Takt: the working time from one item to the next, `per` ÷ `items`, in seconds per item; nil past all bounds.
  package var takt: Double? {
    let takt = Double(per.seconds) / items
    return takt.isFinite ? takt : nil
  }

  /// Work in progress by Little's law: demand rate × lead time, in items; nil past all bounds.
  package func workInProgress(leadTime: Double) -> Double? {
    let items = rate * leadTime
    return items.isFinite ? items : nil
  }
}
