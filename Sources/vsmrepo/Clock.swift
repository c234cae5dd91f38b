import Glibc
import ValueStreams

/// The only clock: everything below the commands is told what day it is.
enum Clock {
  /// Today in local time.
  static var today: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    // The system's calendar has no day that does not exist; 1970 keeps the type honest.
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? epoch
  }

  private static var epoch: Day { Day(daysSinceEpoch: 0) }
}
