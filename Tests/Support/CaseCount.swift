import Glibc

/// How many random cases a law tries: all of `full` when the environment sets `VSM_FULL=1`, else one in twenty.
package func caseCount(_ full: Int) -> Int {
  let isFull = unsafe getenv("VSM_FULL").map { unsafe String(cString: $0) == "1" } ?? false
  return isFull ? full : max(1, full / 20)
}
