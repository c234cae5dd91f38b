import CGit
import Glibc

/// An open repository. A class because it has identity: one open handle with its caches, used from one thread at a time.
package final class Repository {
  let handle: Handle
  /// The packed references that were opened last, and of which file.
  var packed: (stamp: FileStamp?, references: PackedReferences?)

  private init(handle: consuming Handle) {
    self.handle = handle
  }

  /// Opens the repository that `path` lies in, looking upwards as git does.
  package static func discover(from path: String) throws(GitError) -> Repository {
    try Library.start()
    do {
      let handle = try unsafe Handle(path, freedBy: git_repository_free) {
        unsafe git_repository_open_ext(&$0, path, 0, nil)
      }
      return Repository(handle: handle)
    } catch {
      throw explain(error, opening: path)
    }
  }

  /// Makes a repository in `path`, or opens the one that is there; HEAD of a new one names `branch`, else what
  /// `init.defaultBranch` says, else `main`.
  package static func create(at path: String, branch: String? = nil, bare: Bool = false) throws(GitError) -> Repository
  {
    try Library.start()
    let branch = branch ?? defaultBranch() ?? "main"
    let handle = try unsafe Handle(path, freedBy: git_repository_free) { made in
      var options = unsafe git_repository_init_options()
      _ = unsafe git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
      unsafe options.flags = GIT_REPOSITORY_INIT_MKPATH.rawValue | (bare ? GIT_REPOSITORY_INIT_BARE.rawValue : 0)
      return unsafe branch.withCString { name in
        unsafe options.initial_head = unsafe name
        return unsafe git_repository_init_ext(&made, path, &options)
      }
    }
    return Repository(handle: handle)
  }

  /// What the user's own configuration calls a new repository's first branch; nil where it says nothing or cannot be read.
  private static func defaultBranch() -> String? {
    guard
      let config = try? unsafe Handle(
        "configuration", freedBy: git_config_free, make: { unsafe git_config_open_default(&$0) }),
      let snapshot = try? unsafe Handle(
        "configuration", freedBy: git_config_free, make: { unsafe git_config_snapshot(&$0, config.pointer) })
    else { return nil }
    var value: UnsafePointer<CChar>?
    guard unsafe git_config_get_string(&value, snapshot.pointer, "init.defaultbranch") == 0 else { return nil }
    return unsafe value.map { unsafe String(cString: $0) }
  }

  /// The folder that holds objects and references: `.git/`, with a slash at its end; shared by all worktrees.
  package var commonDirectory: String { unsafe String(cString: git_repository_commondir(handle.pointer)) }

  /// The folder of this worktree's HEAD and index, with a slash at its end.
  package var gitDirectory: String { unsafe String(cString: git_repository_path(handle.pointer)) }

  /// The root of the working copy, with a slash at its end; nil in a bare repository.
  package var workingDirectory: String? {
    guard let path = unsafe git_repository_workdir(handle.pointer) else { return nil }
    return unsafe String(cString: path)
  }

  package var isBare: Bool { unsafe git_repository_is_bare(handle.pointer) == 1 }

  package var isShallow: Bool { unsafe git_repository_is_shallow(handle.pointer) == 1 }
}
