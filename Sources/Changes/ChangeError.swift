/// Why something that Changes was asked for cannot be done.
package enum ChangeError: Error, Equatable, Sendable {
  /// The document does not hold what the edit expects at that JSON Pointer.
  case editMismatch(pointer: String)
  /// The record of a half-done merge lacks that member, or it cannot be read.
  case unreadableMerge(String)
}
