/// Exit codes after sysexits(3). 1 never means that anything went wrong.
package enum ExitStatus: Int32 {
  case done = 0
  /// They differ, problems were found, or conflicts remain.
  case found = 1
  case usage = 64
  case invalidData = 65
  case notThere = 66
  case unreachable = 69
  case bug = 70
  case cannotCreate = 73
  case inputOutput = 74
  case tryAgain = 75
  case noPermission = 77
  case configuration = 78
}

/// Ends a command that has said what it had to say.
package struct Ending: Error {
  package let status: ExitStatus

  package init(status: ExitStatus) {
    self.status = status
  }
}
