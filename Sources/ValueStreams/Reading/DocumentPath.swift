package import CanonicalJSON

/// A way into a document, resolved to a place in the text only when there is something to say about it.
package struct DocumentPath: Hashable, Sendable, ExpressibleByArrayLiteral {
  package enum Part: Hashable, Sendable {
    case key(Text)
    case index(Int)
  }

  package var parts: [Part]

  package init(arrayLiteral parts: Part...) {
    self.parts = parts
  }

  package init(_ parts: [Part]) {
    self.parts = parts
  }

  package static func + (path: DocumentPath, part: Part) -> DocumentPath {
    DocumentPath(path.parts + [part])
  }

  /// RFC 6901.
  package var pointer: JSONPointer {
    parts.reduce(JSONPointer()) { pointer, part in
      switch part {
      case .key(let key): pointer / key
      case .index(let index): pointer / index
      }
    }
  }
}

extension DocumentPath.Part: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral key: String) { self = .key(Text(key)) }
  package init(integerLiteral index: Int) { self = .index(index) }
}
