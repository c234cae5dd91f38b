import Changes
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
    let sum = (figures.leadTime / unit).rounded() * unit
    let parts = LargestRemainder.rounded(
      [figures.waitTime, figures.processTime, figures.reworkTime], to: unit, total: sum
    )
    .map { durations.text($0, grain: grain) }
    total = durations.text(sum, grain: grain)
    (wait, process, rework) = (parts[0], parts[1], parts[2])
  }
}
