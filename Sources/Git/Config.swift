import CGit

extension Repository {
  /// The value of a setting such as `user.name`, from the nearest configuration file that has it; nil when none has.
  package func setting(_ name: String) throws(GitError) -> String? {
    let config = try unsafe Handle(name, freedBy: git_config_free) {
      unsafe git_repository_config_snapshot(&$0, handle.pointer)
    }
    var value: UnsafePointer<CChar>?
    let code = unsafe git_config_get_string(&value, config.pointer, name)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try check(code, name)
    return unsafe value.map { unsafe String(cString: $0) }
  }

  /// A setting read as git reads booleans; nil when it is absent or no boolean.
  package func flag(_ name: String) throws(GitError) -> Bool? {
    guard let text = try setting(name) else { return nil }
    var value: Int32 = 0
    return unsafe git_config_parse_bool(&value, text) == 0 ? value != 0 : nil
  }

  /// Writes a setting into the repository's own configuration file.
  package func set(_ name: String, to value: String) throws(GitError) {
    let all = try unsafe Handle(name, freedBy: git_config_free) { unsafe git_repository_config(&$0, handle.pointer) }
    let own = try unsafe Handle(name, freedBy: git_config_free) {
      unsafe git_config_open_level(&$0, all.pointer, GIT_CONFIG_LEVEL_LOCAL)
    }
    try check(unsafe git_config_set_string(own.pointer, name, value), name)
  }
}
