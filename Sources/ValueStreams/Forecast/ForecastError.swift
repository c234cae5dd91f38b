/// Why there is no forecast.
package enum ForecastError: Error, Equatable, Sendable {
  /// The map cannot be measured.
  case flow(FlowError)
  /// Items × mean visits come to more steps than ``Forecast/workLimit``; so many items would do.
  case tooMuchWork(items: Int)
  /// A what-if that cannot be read or applied, and why.
  case whatIf(String, WhatIf.Fault)
}
