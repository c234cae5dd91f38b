/// Why an event log gives no figures.
package enum MeasuringError: Error, Equatable, Sendable {
  /// What is wrong with the log, by line; `more` were found beyond those.
  case log([LogProblem], more: Int)
  /// No column could be taken for that role; these are the columns of the file.
  case noColumn(LogRole, columns: [String])
  /// A column that was asked for by name.
  case unknownColumn(String, role: LogRole, nearest: String?)
  /// Not a single event.
  case empty
  /// Compressed by gzip.
  case compressed
  /// None of the activities is a step of the map.
  case noneKnown(activities: [String])
  /// More than a map can be drawn of.
  case tooManyActivities(Int)
  /// A name on the right of a mapping that no step has.
  case unknownStep(String, nearest: String?)
  /// An activity that is mapped and does not occur.
  case unknownActivity(String, nearest: String?)
  /// Working hours that cannot be read, and why.
  case hours(String, WorkingHours.Fault)
  /// A bad line of the file of holidays, or of the file that maps activities.
  case line(Int, text: String)
  /// The bytes that describe the zone are not those of a TZif file.
  case damagedZone(String)
}
