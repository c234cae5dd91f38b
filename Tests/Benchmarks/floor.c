/* The floor: the least that any program on libgit2 does to compare two maps. Opens the repository and reads the blobs. */
#include <git2.h>
#include <stdio.h>

int main(int count, char **words) {
  git_repository *repository;
  size_t bytes = 0;
  git_libgit2_init();
  if (count < 2 || git_repository_open_ext(&repository, words[1], 0, NULL) != 0) return 1;
  for (int place = 2; place < count; place++) {
    git_object *blob;
    if (git_revparse_single(&blob, repository, words[place]) != 0) return 2;
    bytes += git_blob_rawsize((git_blob *)blob);
    git_object_free(blob);
  }
  printf("%zu\n", bytes);
  return 0;
}
