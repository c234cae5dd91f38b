package import CanonicalJSON

extension Difference {
  /// The later document, made from the earlier one: `applied(to: a.json) == b.json`.
  package func applied(to document: JSON) throws(ChangeError) -> JSON {
    var result = document
    for edit in edits { try result.apply(edit, at: 0) }
    return result
  }

  /// The earlier document, made from the later one.
  package func reverted(from document: JSON) throws(ChangeError) -> JSON {
    var result = document
    for edit in edits.reversed() { try result.apply(edit.inverse, at: 0) }
    return result
  }
}

extension JSON {
  /// Follows the path of `edit` from its token at `depth` on. Storage is taken out of the value before it is changed, so
  /// that a long list is not copied for every edit.
  fileprivate mutating func apply(_ edit: Edit, at depth: Int) throws(ChangeError) {
    let mismatch = ChangeError.editMismatch(pointer: edit.pointer)
    guard depth < edit.path.count else { throw mismatch }
    let isLast = depth == edit.path.count - 1
    switch (edit.path[depth], self) {
    case (.key(let key), .object(var members)):
      if isLast {
        guard members[key] == edit.before else { throw mismatch }
        self = .null
        members[key] = edit.after
      } else {
        guard var child = members[key] else { throw mismatch }
        self = .null
        members[key] = .null
        try child.apply(edit, at: depth + 1)
        members[key] = child
      }
      self = .object(members)
    case (.index(let index), .array(var elements)):
      guard index >= 0, index < elements.count || (isLast && edit.before == nil && index == elements.count) else {
        throw mismatch
      }
      guard !isLast || edit.before == nil || elements[index] == edit.before else { throw mismatch }
      self = .null
      switch (isLast, edit.before, edit.after) {
      case (true, nil, let value?): elements.insert(value, at: index)
      case (true, .some, nil): elements.remove(at: index)
      case (true, .some, let value?): elements[index] = value
      case (true, nil, nil): break
      case (false, _, _):
        var child = elements[index]
        elements[index] = .null
        try child.apply(edit, at: depth + 1)
        elements[index] = child
      }
      self = .array(elements)
    default: throw mismatch
    }
  }
}
