extension MeasuredWork {
  /// Σ nᵢ · pᵢ over all steps, parallel ones too: the work that goes into one item.
  var effort: Double {
    zip(visits, process).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
