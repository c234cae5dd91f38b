import CanonicalJSON
import ValueStreams

/// Gathers the edits that turn one canonical document into another.
struct EditScript {
  private(set) var edits: [Edit] = []

  init(_ comparison: Comparison, _ written: WrittenSteps, frames: Sides<JSON>) {
    compare(frames.before, frames.after, at: [])
    let (groupOf, ids) = (comparison.matching.groupOf, comparison.matching.ids)
    let flow = comparison.matching.places.before
    var expected = 0
    let alignment = ListAlignment(oldCount: ids.before.count, newCount: ids.after.count) { place in
      let old = flow.index(of: ids.after[place], near: expected)
      expected = (old ?? expected) + 1
      return old
    }
    compareLists(
      alignment,
      counts: ids.map(\.count), at: [.key("steps")],
      areEqual: { old, new in groupOf.before[old] == groupOf.after[new] && !comparison.differs[groupOf.after[new]] },
      element: Sides(before: written.before, after: written.after))
  }

  private mutating func compare(_ old: JSON, _ new: JSON, at path: [Edit.Token]) {
    switch (old, new) {
    case (.object(let oldMembers), .object(let newMembers)):
      var rest: [(key: Text, old: JSON?, new: JSON)] = []
      oldMembers.walk(beside: newMembers) { key, oldValue, newValue in
        if let newValue {
          if oldValue != newValue { rest.append((key, oldValue, newValue)) }
        } else {
          edits.append(Edit(path: path + [.key(key)], before: oldValue, after: nil))
        }
      }
      for (key, oldValue, newValue) in rest {
        if let oldValue {
          compare(oldValue, newValue, at: path + [.key(key)])
        } else {
          edits.append(Edit(path: path + [.key(key)], before: nil, after: newValue))
        }
      }
    case (.array(let oldElements), .array(let newElements)):
      if oldElements == newElements { return }
      compareLists(
        ListAlignment(old: oldElements.map(\.identity), new: newElements.map(\.identity)),
        counts: Sides(before: oldElements.count, after: newElements.count), at: path,
        areEqual: { oldElements[$0] == newElements[$1] },
        element: Sides(before: { oldElements[$0] }, after: { newElements[$0] }))
    default:
      if old != new { edits.append(Edit(path: path, before: old, after: new)) }
    }
  }

  private mutating func compareLists(
    _ alignment: ListAlignment?, counts: Sides<Int>, at path: [Edit.Token], areEqual: (Int, Int) -> Bool,
    element: Sides<(Int) -> JSON>
  ) {
    guard let alignment else {
      let whole = Sides(
        before: JSON.array((0..<counts.before).map(element.before)),
        after: JSON.array((0..<counts.after).map(element.after)))
      if whole.differ { edits.append(Edit(path: path, before: whole.before, after: whole.after)) }
      return
    }
    for place in alignment.removed {
      edits.append(Edit(path: path + [.index(place)], before: element.before(place), after: nil))
    }
    for place in alignment.inserted {
      edits.append(Edit(path: path + [.index(place)], before: nil, after: element.after(place)))
    }
    for pair in alignment.kept where !areEqual(pair.old, pair.new) {
      compare(element.before(pair.old), element.after(pair.new), at: path + [.index(pair.new)])
    }
  }
}

extension JSON {
  /// What an element of a list is known by: its id, its ends, its name, or itself.
  var identity: JSON {
    guard case .object(let members) = self else { return self }
    if let id = members["id"] { return id }
    if let from = members["from"], let to = members["to"] { return [from, to] }
    return members["name"] ?? self
  }

  /// The members of an object; empty for anything else.
  var members: Members<JSON> {
    if case .object(let members) = self { members } else { [:] }
  }
}
