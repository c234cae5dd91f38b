import CanonicalJSON
import ValueStreams

extension FieldChange {
  /// The members that differ, in canonical order, without `id`. A nil side states nothing.
  static func between(_ before: JSON?, _ after: JSON?) -> [FieldChange] {
    let (old, new) = (before?.members ?? [:], after?.members ?? [:])
    var changes: [FieldChange] = []
    func note(_ key: Text, _ before: JSON?, _ after: JSON?) {
      if key != "id", before != after { changes.append(FieldChange(field: key, before: before, after: after)) }
    }
    old.walk(beside: new, note)
    return changes
  }
}

extension Members<JSON> {
  /// Every key of either side once, in canonical order, with its value on both: one walk along two sorted lists.
  func walk(beside other: Members, _ body: (Text, JSON?, JSON?) -> Void) {
    var (left, right) = (startIndex, other.startIndex)
    while left < endIndex || right < other.endIndex {
      if right == other.endIndex || left < endIndex && self[left].key < other[right].key {
        body(self[left].key, self[left].value, nil)
        left += 1
      } else if left == endIndex || self[left].key != other[right].key {
        body(other[right].key, nil, other[right].value)
        right += 1
      } else {
        body(self[left].key, self[left].value, other[right].value)
        (left, right) = (left + 1, right + 1)
      }
    }
  }
}

extension MapChange {
  /// What differs between two documents beside steps and rework.
  static func between(_ frames: Sides<JSON>) -> [MapChange] {
    var changes: [MapChange] = []
    compare(frames.map { Optional($0.without(["steps", "rework"])) }, at: [], into: &changes)
    return changes
  }

  private static func compare(_ values: Sides<JSON?>, at path: [Text], into changes: inout [MapChange]) {
    guard values.differ else { return }
    switch (values.before, values.after) {
    case (.object(let before)?, .object(let after)?):
      let keys = before.keys + after.keys.filter { before[$0] == nil }
      for key in keys.sorted() {
        compare(Sides(before: before[key], after: after[key]), at: path + [key], into: &changes)
      }
    case (.array(let before)?, .array(let after)?) where path == ["participants"]:
      compareParticipants(Sides(before: before, after: after), at: path, into: &changes)
    default: changes.append(MapChange(path: path, before: values.before, after: values.after))
    }
  }

  /// People are known by name. A new order alone is one entry that holds the names.
  private static func compareParticipants(_ lists: Sides<[JSON]>, at path: [Text], into changes: inout [MapChange]) {
    let names = lists.map { list in list.map(\.identity) }
    guard Set(names.before).count == names.before.count, Set(names.after).count == names.after.count else {
      changes.append(MapChange(path: path, before: .array(lists.before), after: .array(lists.after)))
      return
    }
    let common = Sides(
      before: names.before.filter(Set(names.after).contains), after: names.after.filter(Set(names.before).contains))
    if common.differ {
      changes.append(MapChange(path: path, before: .array(common.before), after: .array(common.after)))
    }
    let people = Sides(
      before: Dictionary(zip(names.before, lists.before), uniquingKeysWith: { first, _ in first }),
      after: Dictionary(zip(names.after, lists.after), uniquingKeysWith: { first, _ in first }))
    for name in names.before + names.after.filter({ people.before[$0] == nil }) {
      guard case .string(let text) = name else { continue }
      compare(people.map { $0[name] }, at: path + [text], into: &changes)
    }
  }
}

extension JSON {
  fileprivate func without(_ keys: Set<Text>) -> JSON {
    .object(Members(members.entries.filter { !keys.contains($0.key) }))
  }
}
