import Glibc

/// Times one piece of work again and again: what it takes of a core, so that other work on the machine counts little.
struct Stopwatch {
  /// In milliseconds of this thread's processor time, sorted.
  private(set) var times: [Double] = []

  /// Runs `work` at least three times and until a second is spent; the first run only warms up.
  init(_ work: () throws -> Void) rethrows {
    try work()
    var spent = 0.0
    while times.count < 3 || (spent < 1000 && times.count < 1000) {
      let start = Self.now
      try work()
      times.append(Self.now - start)
      spent += times.last ?? 0
    }
    times.sort()
  }

  var median: Double { times[times.count / 2] }
  var best: Double { times[0] }

  /// Milliseconds.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
  }
}
