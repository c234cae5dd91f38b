package import CanonicalJSON

/// A place on a map that holds on all sides of a merge: keys from the top, where an element of a list is named by what
/// identifies it, as in `/steps/copy/waitTime`, `/rework/approval/copy/percent` or `/participants/Ada`.
package struct MergeAddress: Hashable, Sendable {
  package var path: [Text]

  package init(_ path: [Text]) {
    self.path = path
  }

  /// Reads what ``description`` prints, as any JSON Pointer; nil for what does not begin with a slash.
  package init?(_ pointer: String) {
    // By scalars: a combining mark after a slash does not make it another character.
    let tokens = pointer.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    guard tokens.count > 1, tokens.first?.isEmpty == true else { return nil }
    path = tokens.dropFirst().map { token in
      var key = ""
      var isEscaped = false
      for scalar in token {
        switch (isEscaped, scalar) {
        case (false, "~"): isEscaped = true
        case (true, "0"): (key, isEscaped) = (key + "~", false)
        case (true, "1"): (key, isEscaped) = (key + "/", false)
        default:
          key.unicodeScalars.append(scalar)
          isEscaped = false
        }
      }
      return Text(key)
    }
  }

  static func / (address: MergeAddress, key: Text) -> MergeAddress {
    MergeAddress(address.path + [key])
  }
}

extension MergeAddress: CustomStringConvertible {
  /// A JSON Pointer (RFC 6901) into a document whose lists are objects.
  package var description: String {
    path.reduce(into: JSONPointer()) { $0.append($1) }.text.string
  }
}

extension MergeAddress: Comparable {
  package static func < (left: MergeAddress, right: MergeAddress) -> Bool {
    left.path.lexicographicallyPrecedes(right.path)
  }
}
