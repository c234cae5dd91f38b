package import CanonicalJSON

/// One operation of a JSON Patch (RFC 6902).
package enum PatchOperation: Equatable, Sendable {
  case add(path: String, value: JSON)
  case remove(path: String)
  case replace(path: String, value: JSON)

  /// The object that stands for it in the patch document.
  package var json: JSON {
    switch self {
    case .add(let path, let value): ["op": "add", "path": .string(Text(path)), "value": value]
    case .remove(let path): ["op": "remove", "path": .string(Text(path))]
    case .replace(let path, let value): ["op": "replace", "path": .string(Text(path)), "value": value]
    }
  }
}

extension Edit {
  /// The place as a JSON Pointer (RFC 6901).
  package var pointer: String {
    var pointer = JSONPointer()
    for token in path {
      switch token {
      case .key(let key): pointer.append(key)
      case .index(let index): pointer = pointer / index
      }
    }
    return pointer.text.string
  }

  /// Nil for an edit that changes nothing.
  package var operation: PatchOperation? {
    switch (before, after) {
    case (nil, let value?): .add(path: pointer, value: value)
    case (.some, nil): .remove(path: pointer)
    case (.some, let value?): .replace(path: pointer, value: value)
    case (nil, nil): nil
    }
  }
}

extension Difference {
  /// The JSON Patch that turns the earlier canonical document into the later one.
  package var patch: [PatchOperation] { edits.compactMap(\.operation) }
}
