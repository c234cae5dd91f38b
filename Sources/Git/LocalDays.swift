import Glibc

extension Moment {
  /// The first second, since 1970 UTC, that is past a day in the local time zone.
  package static func endOfDay(year: Int, month: Int, day: Int) -> Int64 {
    var parts = unsafe tm()
    unsafe parts.tm_year = Int32(clamping: year - 1900)
    unsafe parts.tm_mon = Int32(clamping: month - 1)
    // mktime carries the 32nd over into the next month.
    unsafe parts.tm_mday = Int32(clamping: day + 1)
    unsafe parts.tm_isdst = -1
    return Int64(unsafe mktime(&parts))
  }
}
