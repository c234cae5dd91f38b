extension Durations {
  /// The two largest units, for where room is short: `15d 7h` of `15d 7h 49m`, which a day of odd length would print.
  func brief(_ seconds: Double) -> String {
    text(seconds).split(separator: " ").prefix(2).joined(separator: " ")
  }
}
