import CGit

/// A file that two trees do not have in common.
package struct FileDifference: Equatable, Sendable {
  package var path: String
  package var old: ObjectID?
  package var new: ObjectID?
  /// The modes that the trees give it; 0 where it is not there.
  package var oldMode: UInt32
  package var newMode: UInt32
}

extension Repository {
  /// Every file that differs between two trees (nil: an empty one), by path; renames are a removal and an addition.
  package func differences(from old: ObjectID?, to new: ObjectID?) throws(GitError) -> [FileDifference] {
    let diff = try makeDiff(old, new)
    let count = unsafe git_diff_num_deltas(diff.pointer)
    var result: [FileDifference] = []
    for place in 0..<count {
      guard let delta = unsafe git_diff_get_delta(diff.pointer, place) else { continue }
      let (before, after) = unsafe (delta.pointee.old_file, delta.pointee.new_file)
      guard let path = unsafe after.path ?? before.path else { continue }
      let (hadIt, hasIt) = unsafe (before.mode != 0, after.mode != 0)
      unsafe result.append(
        FileDifference(
          path: String(cString: path), old: hadIt ? ObjectID(before.id) : nil, new: hasIt ? ObjectID(after.id) : nil,
          oldMode: UInt32(before.mode), newMode: UInt32(after.mode)))
    }
    return result
  }

  private func makeDiff(_ old: ObjectID?, _ new: ObjectID?) throws(GitError) -> Handle {
    switch (old, new) {
    case (let old?, let new?):
      let left = try tree(old)
      let right = try tree(new)
      return try unsafe diff(left.pointer, right.pointer)
    case (let old?, nil):
      let left = try tree(old)
      return try unsafe diff(left.pointer, nil)
    case (nil, let new?):
      let right = try tree(new)
      return try unsafe diff(nil, right.pointer)
    case (nil, nil):
      return try unsafe diff(nil, nil)
    }
  }

  private func diff(_ old: OpaquePointer?, _ new: OpaquePointer?) throws(GitError) -> Handle {
    try unsafe Handle("trees", freedBy: git_diff_free) {
      unsafe git_diff_tree_to_tree(&$0, handle.pointer, old, new, nil)
    }
  }
}
