import Glibc
package import ValueStreams

/// The only clock: everything below the commands is told what day it is.
package enum Clock {
  /// Today in local time; `SOURCE_DATE_EPOCH` (seconds since 1970, as reproducible builds use it) sets another moment.
  package static var today: Day {
    var now = Environment["SOURCE_DATE_EPOCH"].flatMap { time_t($0) } ?? time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    // The system's calendar has no day that does not exist; 1970 keeps the type honest.
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? epoch
  }

  private static var epoch: Day { Day(daysSinceEpoch: 0) }
}
