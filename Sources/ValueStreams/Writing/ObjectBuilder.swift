package import CanonicalJSON

/// Gathers the members of an object and leaves out what is not stated. In canonical order, which any order works without,
/// they need no sorting.
struct ObjectBuilder {
  private var entries: [(key: Text, value: JSON)] = []
  private let extensions: Members<JSON>

  init(_ extensions: Members<JSON>) {
    self.extensions = extensions
  }

  subscript(key: Text) -> JSON? {
    get { entries.last { $0.key == key }?.value }
    set { if let newValue { entries.append((key, newValue)) } }
  }

  /// The `x-` members stand last: no field of the format sorts after them.
  var json: JSON { .object(Members(extensions.isEmpty ? entries : entries + extensions.entries)) }
}

extension Text? {
  var json: JSON? { map { .string($0) } }
}

extension Double? {
  var json: JSON? { map { .number($0) } }
}

extension Day? {
  var json: JSON? { map { .string(Text($0.description)) } }
}

extension Optional where Wrapped: RawRepresentable, Wrapped.RawValue == String {
  var json: JSON? { map { .string(Text($0.rawValue)) } }
}

extension [Text] {
  /// As a set: sorted.
  var setJSON: JSON { .array(sorted().map { .string($0) }) }
}

extension DurationText {
  package func json(_ time: WorkingTime) -> JSON { .string(Text(write(time))) }
  func json(_ time: WorkingTime?) -> JSON? { time.map { json($0) } }
  func json(_ range: WorkingTimeRange) -> JSON { [json(range.low), json(range.high)] }
}

extension Members<Members<JSON>> {
  /// `members` together with the `x-` members that stand beside them in the field of that name.
  func object(_ field: Text, _ members: Members<JSON>) -> JSON {
    guard let extensions = self[field] else { return .object(members) }
    return .object(Members<JSON>(members.entries + extensions.entries))
  }
}
