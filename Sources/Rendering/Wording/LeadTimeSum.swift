import ValueStreams

/// A lead time and what it is made of, rounded together so that the parts add up as printed.
struct LeadTimeSum {
  let total: String
  let wait: String
  let process: String
  let rework: String

  init(_ figures: Figures, _ durations: Durations) {
    guard figures.leadTime >= 10, figures.leadTime < 1e12 else {
      total = durations.text(figures.leadTime)
      wait = durations.text(figures.waitTime)
      process = durations.text(figures.processTime)
      rework = durations.text(figures.reworkTime)
      return
    }
    let grain = durations.grain(for: figures.leadTime)
    let unit = Double(grain.rawValue)
    let units = Int((figures.leadTime / unit).rounded())
    let parts = Apportionment.whole(
      [figures.waitTime, figures.processTime, figures.reworkTime], unit: unit, total: units
    )
    .map { durations.text(Double($0) * unit, grain: grain) }
    total = durations.text(Double(units) * unit, grain: grain)
    (wait, process, rework) = (parts[0], parts[1], parts[2])
  }
}
