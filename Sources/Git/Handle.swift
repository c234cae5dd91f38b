import CGit

/// The one owner of an object that libgit2 allocated: freed when the owner goes away, never shared, never sent.
///
/// Bind it to a `let` for as long as the pointer is in use. Inside this room only: no pointer leaves `Git`.
@safe struct Handle: ~Copyable {
  let pointer: OpaquePointer
  private let free: (OpaquePointer?) -> Void

  /// Takes what `make` puts into its argument; throws `make`'s error about `subject` otherwise.
  init(
    _ subject: @autoclosure () -> String, freedBy free: @escaping (OpaquePointer?) -> Void,
    make: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var made: OpaquePointer?
    let code = unsafe make(&made)
    guard code >= 0, let made = unsafe made else { throw GitError.last(code: code, subject: subject()) }
    unsafe self.pointer = made
    unsafe self.free = free
  }

  deinit {
    unsafe free(pointer)
  }
}

/// Throws libgit2's last error when `code` says that a call about `subject` failed.
func check(_ code: Int32, _ subject: @autoclosure () -> String) throws(GitError) {
  if code < 0 { throw GitError.last(code: code, subject: subject()) }
}
