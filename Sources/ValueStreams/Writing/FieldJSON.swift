package import CanonicalJSON

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
