package import CanonicalJSON
package import Changes

/// Values of a document in one line.
package enum ValueWords {
  /// `“a” → “b”`, `new: 5`, `gone: 5`.
  package static func change(_ values: Sides<JSON?>) -> StyledText {
    switch (values.before, values.after) {
    case (let before?, let after?): "\(text(before)) → \(text(after))"
    case (nil, let after?): "new: \(text(after))"
    case (let before?, nil): "gone: \(text(before))"
    case (nil, nil): ""
    }
  }

  /// Two of these are a range.
  private static func isDuration(_ value: JSON) -> Bool {
    guard case .string(let text) = value, let first = text.string.first else { return false }
    return ("0"..."9").contains(first) && text.string.allSatisfy { ("0"..."9").contains($0) || " dhms".contains($0) }
  }

  /// What an object is called stands for it.
  private static func title(_ members: Members<JSON>) -> String? {
    guard case .string(let title) = members["title"] ?? members["name"] else { return nil }
    return title.string
  }

  /// Strings without quotes, named objects by their name, other members as `key: value`, lists with commas.
  package static func text(_ value: JSON) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): Numbers.decimal(number, places: 6)
    case .string(let text): text.string.isEmpty ? "\u{201C}\u{201D}" : text.string
    case .array(let elements) where elements.count == 2 && elements.allSatisfy(isDuration):
      elements.map(text).joined(separator: "–")
    case .array(let elements): elements.isEmpty ? "none" : elements.map(text).joined(separator: ", ")
    case .object(let members):
      title(members)
        ?? (members.isEmpty ? "none" : members.map { "\($0.key): \(text($0.value))" }.joined(separator: ", "))
    }
  }
}
