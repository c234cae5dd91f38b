import CGit

extension Repository {
  /// Whether working file and index entry at `path` are what HEAD has there; for a path that HEAD has not, whether nothing is there.
  package func isUntouched(_ path: String) throws(GitError) -> Bool {
    var flags: UInt32 = 0
    let code = unsafe git_status_file(&flags, handle.pointer, path)
    switch code {
    // Nothing there at all.
    case GIT_ENOTFOUND.rawValue: return true
    // A folder where a file is meant.
    case GIT_EAMBIGUOUS.rawValue: return false
    default:
      try check(code, path)
      return flags == UInt32(GIT_STATUS_CURRENT.rawValue)
    }
  }

  /// Makes the working files at `paths` what the tree `target` holds, through the filters that the user has set up. A file
  /// that is not what `baseline` (nil: an empty tree) holds is never overwritten: the whole call fails. The index stays.
  package func checkOut(_ paths: [String], of target: ObjectID, insteadOf baseline: ObjectID?) throws(GitError) {
    guard !paths.isEmpty else { return }
    let new = try tree(target)
    guard let baseline else { return try unsafe checkOut(paths, new.pointer, nil) }
    let old = try tree(baseline)
    try unsafe checkOut(paths, new.pointer, old.pointer)
  }

  private func checkOut(_ paths: [String], _ new: OpaquePointer, _ old: OpaquePointer?) throws(GitError) {
    let code = unsafe withCStrings(paths[...]) { names in
      var options = unsafe git_checkout_options()
      _ = unsafe git_checkout_options_init(&options, UInt32(GIT_CHECKOUT_OPTIONS_VERSION))
      unsafe options.checkout_strategy =
        GIT_CHECKOUT_SAFE.rawValue | GIT_CHECKOUT_DISABLE_PATHSPEC_MATCH.rawValue
        | GIT_CHECKOUT_DONT_UPDATE_INDEX.rawValue
      unsafe options.baseline = unsafe old
      var pointers: [UnsafeMutablePointer<CChar>?] = unsafe names.map { unsafe .init(mutating: $0) }
      return unsafe pointers.withUnsafeMutableBufferPointer { list in
        unsafe options.paths = unsafe git_strarray(strings: list.baseAddress, count: list.count)
        return unsafe git_checkout_tree(handle.pointer, new, &options)
      }
    }
    try check(code, paths[0])
  }
}
