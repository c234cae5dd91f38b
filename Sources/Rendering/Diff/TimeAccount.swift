package import Changes
package import ValueStreams

/// The move of a time as it is printed: before, parts and after are rounded together, so that a reader who adds
/// them up gets what is printed.
package struct TimeAccount {
  package let before: String
  package let after: String
  /// Signed, as are the parts.
  package let change: String
  /// In whole units of the grain; 0 is "unchanged" as far as it is printed.
  package let units: Int
  private let durations: Durations
  private let grain: Durations.Grain
  private let isCounted: Bool

  /// The grain follows from the change, so that a small change of a long time is still seen. Under different
  /// calendars each side prints in its own and the change in hours; then before and after are rounded on their own.
  package init(_ time: Sides<Double>, calendars: Sides<WorkCalendar?>) {
    self.init(time, in: calendars.map { Durations($0) })
  }

  /// The same for how each side prints durations. A time past all measure (``countable``), as a takt can be, is printed on its own.
  init(_ time: Sides<Double>, in sides: Sides<Durations>) {
    let difference = time.after - time.before
    let longest = max(time.before, time.after)
    durations = sides.differ ? .hours : sides.after
    grain = longest > 1e12 ? .hour : durations.grain(for: abs(difference) < 0.5 ? longest : difference)
    isCounted = max(abs(time.before), abs(time.after)) < Self.countable
    if sides.differ || !isCounted {
      before = sides.before.text(time.before)
      after = sides.after.text(time.after)
      units = Self.units(difference, grain)
    } else {
      let (grain, durations) = (grain, durations)
      let whole = time.map { Self.units($0, grain) }
      before = durations.text(Double(whole.before * grain.rawValue), grain: grain)
      after = durations.text(Double(whole.after * grain.rawValue), grain: grain)
      units = whole.after - whole.before
    }
    change = isCounted ? Self.signed(units, grain, durations) : durations.signed(difference)
  }

  /// In seconds: from here on there is no counting in whole units.
  private static let countable = 9e15

  /// The parts of the change, in seconds, as printed: they sum to ``change``.
  package func texts(_ parts: [Double]) -> [String] {
    guard isCounted else { return parts.map(durations.signed) }
    let unit = Double(grain.rawValue)
    return LargestRemainder.rounded(parts, to: unit, total: Double(units) * unit).map {
      Self.signed(Self.units($0, grain), grain, durations)
    }
  }

  /// A signed time that is no part of the sum, in the same grain.
  package func text(_ seconds: Double) -> String {
    Self.signed(Self.units(seconds, grain), grain, durations)
  }

  private static func units(_ seconds: Double, _ grain: Durations.Grain) -> Int {
    Int((min(max(seconds, -countable), countable) / Double(grain.rawValue)).rounded())
  }

  private static func signed(_ units: Int, _ grain: Durations.Grain, _ durations: Durations) -> String {
    Numbers.signed(Double(units * grain.rawValue)) { durations.text($0, grain: grain) }
  }
}
