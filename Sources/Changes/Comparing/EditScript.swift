import CanonicalJSON
import ValueStreams

/// Gathers the edits that turn one canonical document into another.
struct EditScript {
  private(set) var edits: [Edit] = []

  /// Steps that are equal as values are not written out, which is what makes comparing two long maps cheap.
  init(_ maps: Sides<ValueStreamMap>, frames: Sides<JSON>) {
    compare(frames.before, frames.after, at: [])
    let durations = maps.map { DurationText($0.calendar) }
    let sameCalendar = !durations.differ
    compareLists(
      keys: maps.map { $0.steps.map(\.id) }, at: [.key("steps")],
      areEqual: { old, new in sameCalendar && maps.before.steps[old] == maps.after.steps[new] },
      element: Sides(
        before: { maps.before.steps[$0].json(durations.before) },
        after: { maps.after.steps[$0].json(durations.after) }))
  }

  private mutating func compare(_ old: JSON, _ new: JSON, at path: [Edit.Token]) {
    switch (old, new) {
    case (.object(let oldMembers), .object(let newMembers)):
      for (key, value) in oldMembers where newMembers[key] == nil {
        edits.append(Edit(path: path + [.key(key)], before: value, after: nil))
      }
      for (key, value) in newMembers {
        if let oldValue = oldMembers[key] {
          compare(oldValue, value, at: path + [.key(key)])
        } else {
          edits.append(Edit(path: path + [.key(key)], before: nil, after: value))
        }
      }
    case (.array(let oldElements), .array(let newElements)):
      if oldElements == newElements { return }
      compareLists(
        keys: Sides(before: oldElements.map(\.identity), after: newElements.map(\.identity)), at: path,
        areEqual: { oldElements[$0] == newElements[$1] },
        element: Sides(before: { oldElements[$0] }, after: { newElements[$0] }))
    default:
      if old != new { edits.append(Edit(path: path, before: old, after: new)) }
    }
  }

  private mutating func compareLists<Key: Hashable>(
    keys: Sides<[Key]>, at path: [Edit.Token], areEqual: (Int, Int) -> Bool, element: Sides<(Int) -> JSON>
  ) {
    guard let alignment = ListAlignment(old: keys.before, new: keys.after) else {
      let whole = Sides(
        before: JSON.array(keys.before.indices.map(element.before)),
        after: JSON.array(keys.after.indices.map(element.after)))
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
