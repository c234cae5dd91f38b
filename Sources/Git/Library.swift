import CGit

/// libgit2 as a whole: started once for the process, and its process-wide switches.
package enum Library {
  /// Starts libgit2 on first use. Starting cannot fail for want of anything but memory; its code is kept all the same.
  private static let started: Int32 = {
    let code = git_libgit2_init()
    // Debian's 1.5 refuses repositories with per-worktree configuration, which it reads without harm.
    _ = unsafe vsm_opt_allow_extension("worktreeconfig")
    _ = vsm_opt_enable_fsync(1)
    // Unbounded but for 256 MiB, libgit2's cache keeps every commit and folder of a walk; hardly one is asked for twice.
    _ = vsm_opt_cache_size(8 << 20)
    // Packs are looked at through small windows; else a walk through them holds them whole, once for every handle.
    _ = vsm_opt_pack_windows(1 << 20, 1 << 24)
    return code
  }()

  static func start() throws(GitError) {
    if started < 0 { throw GitError.last(code: started, subject: "libgit2") }
  }

  /// Whether every object that is read is hashed and compared with its name. On by default; off, objects are checked as git
  /// itself checks them on reading: by the checksum of their compressed form.
  package static func setHashing(_ hashing: Bool) throws(GitError) {
    try start()
    try check(vsm_opt_hash_objects(hashing ? 1 : 0), "objects")
  }

  /// Whether objects and references are on the disk before a call returns. On by default; off is for bulk work.
  package static func setDurable(_ durable: Bool) throws(GitError) {
    try start()
    try check(vsm_opt_enable_fsync(durable ? 1 : 0), "fsync")
  }
}
