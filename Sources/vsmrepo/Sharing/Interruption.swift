import Glibc
import Synchronization

/// What Ctrl-C does while the archive is in the middle of something: the `git` program that runs gets the signal too, and this
/// program ends at the next place where everything is sound.
enum Interruption {
  private static let caught = Atomic<Int32>(0)
  private static let child = Atomic<Int32>(0)

  /// From here on a signal waits for ``endIfCaught()``.
  static func hold() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        Interruption.caught.store(number, ordering: .relaxed)
        let process = Interruption.child.load(ordering: .relaxed)
        if process > 0 { kill(process, number) }
      }
    }
  }

  /// Passes signals on to that process; 0 to none.
  static func passOn(to process: Int32) {
    child.store(process, ordering: .relaxed)
    let number = caught.load(ordering: .relaxed)
    if process > 0, number != 0 { kill(process, number) }
  }

  /// Ends the program as the signal would have, if one came.
  static func endIfCaught() {
    let number = caught.load(ordering: .relaxed)
    guard number != 0 else { return }
    signal(number, SIG_DFL)
    // Threads that run asynchronous work hold signals back.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }
}
