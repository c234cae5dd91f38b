package import CanonicalJSON

/// One mechanical edit of a canonical document. Edits apply in order, each to what the ones before it left.
package struct Edit: Equatable, Sendable {
  package enum Token: Hashable, Sendable {
    case key(Text)
    case index(Int)
  }

  /// From the top of the document; never empty.
  package var path: [Token]
  /// Nil: the value is inserted.
  package var before: JSON?
  /// Nil: the value is removed.
  package var after: JSON?

  package init(path: [Token], before: JSON?, after: JSON?) {
    self.path = path
    self.before = before
    self.after = after
  }

  /// What takes the edit back.
  package var inverse: Edit { Edit(path: path, before: after, after: before) }
}
