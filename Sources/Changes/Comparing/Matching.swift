import CanonicalJSON
package import ValueStreams

/// Which steps of two maps are the same work.
///
/// Two steps, one of each side, are linked if their ids are equal, or if one names the other in `replaces` and at least
/// one of the two has no namesake on the other side; the linked components are the groups. Likeness comes after that,
/// and only where it is asked for.
package struct Matching: Sendable {
  package struct Group: Equatable, Sendable {
    /// Places in the lists of steps, ascending.
    package var members: Sides<[Int]>
    /// Only likeness holds it together.
    package var isInferred = false

    package var isOnBothSides: Bool { !members.before.isEmpty && !members.after.isEmpty }

    /// The two places, if the group is one step on each side.
    var pair: Sides<Int>? {
      guard members.before.count == 1, members.after.count == 1 else { return nil }
      return Sides(before: members.before[0], after: members.after[0])
    }
  }

  /// In the order of the later map, by first member; what was removed stands last, in the order of the earlier map.
  package private(set) var groups: [Group] = []
  /// The group of each step.
  package private(set) var groupOf: Sides<[Int]>
  /// In the order of the maps.
  let ids: Sides<[StepID]>
  /// Knows the place of each step by its id.
  package let places: Sides<Flow>
  /// How many steps were left over on each side when the search for likely renames was cut off; nil if it was not.
  package private(set) var capped: Sides<Int>?

  package init(_ measured: Sides<MeasuredMap>) {
    let steps = measured.map(\.map.steps)
    places = measured.map(\.flow)
    ids = places.map(\.ids)
    groupOf = steps.map { Array(repeating: 0, count: $0.count) }

    let shift = steps.before.count
    var sets = DisjointSets(count: shift + steps.after.count)
    var expected = 0
    for index in steps.before.indices {
      let namesake = places.after.index(of: ids.before[index], near: expected)
      expected = (namesake ?? expected) + 1
      if let namesake { sets.join(index, shift + namesake) }
      for id in steps.before[index].replaces ?? [] {
        if let other = places.after[id], namesake == nil || places.before[id] == nil { sets.join(index, shift + other) }
      }
    }
    for index in steps.after.indices {
      for id in steps.after[index].replaces ?? [] {
        if let other = places.before[id], places.before[ids.after[index]] == nil || places.after[id] == nil {
          sets.join(other, shift + index)
        }
      }
    }
    collect(&sets)
  }

  /// Makes one group of each set, in the order promised.
  private mutating func collect(_ sets: inout DisjointSets) {
    let shift = groupOf.before.count
    var groupOfSet = Array(repeating: -1, count: shift + groupOf.after.count)
    func group(of set: Int) -> Int {
      if groupOfSet[set] < 0 {
        groupOfSet[set] = groups.count
        groups.append(Group(members: Sides(before: [], after: [])))
      }
      return groupOfSet[set]
    }
    for index in groupOf.after.indices {
      let group = group(of: sets.representative(of: shift + index))
      groupOf.after[index] = group
      groups[group].members.after.append(index)
    }
    for index in groupOf.before.indices {
      let group = group(of: sets.representative(of: index))
      groupOf.before[index] = group
      groups[group].members.before.append(index)
    }
  }

  /// Joins removed and added steps that are most likely one, as ``Likeness`` finds them.
  mutating func join(_ pairs: [Sides<Int>], capped: Sides<Int>?) {
    self.capped = capped
    guard !pairs.isEmpty else { return }
    var sets = DisjointSets(count: groupOf.before.count + groupOf.after.count)
    let shift = groupOf.before.count
    for group in groups {
      guard let first = group.members.before.first ?? group.members.after.first.map({ shift + $0 }) else { continue }
      for index in group.members.before { sets.join(first, index) }
      for index in group.members.after { sets.join(first, shift + index) }
    }
    for pair in pairs { sets.join(pair.before, shift + pair.after) }
    groups = []
    collect(&sets)
    for pair in pairs { groups[groupOf.after[pair.after]].isInferred = true }
  }
}
