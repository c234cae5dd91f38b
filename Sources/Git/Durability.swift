import Glibc

extension Repository {
  /// Has the folders of new objects and references on the disk: libgit2 syncs a file and its folder, but not the
  /// folder in which that folder was made.
  package func syncFolders(ofReferences names: [String]) throws(GitError) {
    var folders: Set<String> = ["", "objects"]
    for name in names {
      var components = name.split(separator: "/").dropLast()
      while !components.isEmpty {
        folders.insert(components.joined(separator: "/"))
        components.removeLast()
      }
    }
    for folder in folders.sorted() {
      let path = commonDirectory + folder
      do throws(GitError) {
        try Descriptor(path, in: AT_FDCWD, flags: O_RDONLY | O_DIRECTORY, subject: path).sync(subject: path)
      } catch {
        // References may live in packed-refs alone, without a folder.
        guard case .notFound = error else { throw error }
      }
    }
  }
}
