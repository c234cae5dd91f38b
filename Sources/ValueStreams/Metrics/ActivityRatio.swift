extension Figures {
  /// Fills in the two ratios of the times. Activity ratio (flow efficiency) is process time ÷ lead time, process
  /// cycle efficiency value-added time ÷ lead time; both nil when lead time is 0.
  mutating func divideByLeadTime() {
    activityRatio = leadTime > 0 ? processTime / leadTime : nil
    processCycleEfficiency = leadTime > 0 ? valueAddedTime.map { $0 / leadTime } : nil
  }
}
