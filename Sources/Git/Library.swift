import CGit

/// libgit2 as a whole: started once for the process, and its process-wide switches.
package enum Library {
  /// Starts libgit2 on first use. Starting cannot fail for want of anything but memory; its code is kept all the same.
  private static let started: Int32 = {
    let code = git_libgit2_init()
    // Debian's 1.5 refuses repositories with per-worktree configuration, which it reads without harm.
    _ = unsafe vsm_opt_allow_extension("worktreeconfig")
    _ = vsm_opt_enable_fsync(1)
    return code
  }()

  static func start() throws(GitError) {
    if started < 0 { throw GitError.last(code: started, subject: "libgit2") }
  }

  /// Whether objects and references are on the disk before a call returns. On by default; off is for bulk work.
  package static func setDurable(_ durable: Bool) throws(GitError) {
    try start()
    try check(vsm_opt_enable_fsync(durable ? 1 : 0), "fsync")
  }
}
