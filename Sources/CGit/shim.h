#ifndef VSMREPO_CGIT_SHIM_H
#define VSMREPO_CGIT_SHIM_H

#include <git2.h>
#include <git2/sys/commit.h>

/* git_libgit2_opts is variadic, which Swift cannot call: one function an option. */
static inline int vsm_opt_enable_fsync(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

static inline int vsm_opt_hash_objects(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int vsm_opt_cache_size(ssize_t bytes) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, bytes);
}

static inline int vsm_opt_pack_windows(size_t bytes, size_t all_bytes) {
  int code = git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, bytes);
  return code < 0 ? code : git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, all_bytes);
}

static inline int vsm_opt_allow_extension(const char *name) {
  const char *names[] = { name };
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, (size_t)1);
}

#endif
