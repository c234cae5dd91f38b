import CGit

extension Repository {
  /// Names of the remotes.
  package func remotes() throws(GitError) -> [String] {
    var list = unsafe git_strarray()
    try check(unsafe git_remote_list(&list, handle.pointer), "remotes")
    defer { unsafe git_strarray_dispose(&list) }
    return unsafe (0..<list.count).compactMap { unsafe list.strings[$0].map { unsafe String(cString: $0) } }
  }

  /// Where a remote is; nil when there is no remote of that name.
  package func remoteURL(_ name: String) throws(GitError) -> String? {
    do {
      let remote = try unsafe Handle(name, freedBy: git_remote_free) {
        unsafe git_remote_lookup(&$0, handle.pointer, name)
      }
      return unsafe git_remote_url(remote.pointer).map { unsafe String(cString: $0) } ?? ""
    } catch {
      switch error {
      case .notFound, .invalid: return nil
      default: throw error
      }
    }
  }

  /// Writes a remote into the configuration, with Git's usual fetch refspec; throws `exists` or `invalid`.
  package func addRemote(_ name: String, url: String) throws(GitError) {
    _ = try unsafe Handle(name, freedBy: git_remote_free) {
      unsafe git_remote_create(&$0, handle.pointer, name, url)
    }
  }

  /// Removes a remote, its settings and its remote-tracking branches.
  package func removeRemote(_ name: String) throws(GitError) {
    try check(unsafe git_remote_delete(handle.pointer, name), name)
  }

  package static func isValid(remoteName name: String) -> Bool {
    var valid: Int32 = 0
    return unsafe git_remote_name_is_valid(&valid, name) == 0 && valid == 1
  }
}
