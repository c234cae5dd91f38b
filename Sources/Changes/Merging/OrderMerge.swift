import CanonicalJSON

/// Merges three orders of the same kind of thing, apart from their content.
///
/// What neither side moved keeps the order it had; what one side moved or inserted stands where that side put it,
/// after the nearest unmoved element before it. What both put after the same element stands there once. What the two sides
/// put in different places is a conflict and stays where the ancestor had it.
struct OrderMerge {
  private(set) var keys: [Text] = []
  /// Moved, or inserted, by both sides to different places.
  private(set) var conflicts: [Text] = []

  init(_ lists: ThreeSides<[Text]>, present: Set<Text>, choices: [Text: Choice.Side]) {
    let lists = lists.map { $0.filter(present.contains) }
    if choices.isEmpty {
      let shortcut: [Text]? =
        if lists.ours == lists.theirs || lists.theirs == lists.base {
          lists.ours
        } else if lists.ours == lists.base { lists.theirs } else { nil }
      if let shortcut, shortcut.count == present.count {
        keys = shortcut
        return
      }
    }
    let base = Set(lists.base)
    let sets = lists.map(Set.init)
    let moved = ThreeSides(
      base: [], ours: Self.moved(lists.base, lists.ours), theirs: Self.moved(lists.base, lists.theirs))
    let previous = lists.map(Self.previous)

    // Who says where each element stands: nobody for what is unmoved, or for what both sides agree on.
    var deciders: [Text: Choice.Side] = [:]
    var agreed: Set<Text> = []
    for key in lists.base + lists.ours + lists.theirs where deciders[key] == nil && !agreed.contains(key) {
      let isNew = !base.contains(key)
      let byOurs = isNew ? sets.ours.contains(key) : moved.ours.contains(key)
      let byTheirs = isNew ? sets.theirs.contains(key) : moved.theirs.contains(key)
      switch (byOurs, byTheirs) {
      case (false, false): break
      case (true, false): deciders[key] = .ours
      case (false, true): deciders[key] = .theirs
      case (true, true) where previous.ours[key] == previous.theirs[key]: agreed.insert(key)
      case (true, true):
        deciders[key] = choices[key] ?? (isNew ? .ours : .base)
        if choices[key] == nil { conflicts.append(key) }
      }
    }
    weave(lists, deciders: deciders, agreed: agreed, previous: previous.ours)
  }

  private mutating func weave(
    _ lists: ThreeSides<[Text]>, deciders: [Text: Choice.Side], agreed: Set<Text>, previous: [Text: Text]
  ) {
    // What both agree on stands after the same element on either side.
    var following: [Text?: [Text]] = [:]
    for key in lists.ours where agreed.contains(key) { following[previous[key], default: []].append(key) }
    var spine: [Text] = []
    func add(_ key: Text?) {
      var waiting = following.removeValue(forKey: key) ?? []
      while !waiting.isEmpty {
        let next = waiting.removeFirst()
        spine.append(next)
        waiting = (following.removeValue(forKey: next) ?? []) + waiting
      }
    }
    add(nil)
    for key in lists.base where deciders[key] == nil && !agreed.contains(key) {
      spine.append(key)
      add(key)
    }
    // Agreed, but after something that only one side moved.
    var loose: Set<Text> = agreed.subtracting(spine)
    let anchors = Set(spine)

    var runs: [Text?: [[Text]]] = [:]
    for (side, list) in [(Choice.Side.base, lists.base), (.ours, lists.ours), (.theirs, lists.theirs)] {
      var anchor: Text?
      var run: [Text] = []
      func close() { if !run.isEmpty { runs[anchor, default: []].append(run) } }
      for key in list {
        if anchors.contains(key) {
          close()
          (anchor, run) = (key, [])
        } else if deciders[key] == side || loose.remove(key) != nil {
          run.append(key)
        }
      }
      close()
    }
    func place(_ anchor: Text?) {
      // By name, so that it does not matter which side is whose.
      for run in (runs[anchor] ?? []).sorted(by: { ($0.min() ?? "") < ($1.min() ?? "") }) { keys += run }
    }
    place(nil)
    for key in spine {
      keys.append(key)
      place(key)
    }
  }

  /// What a side moved: all that does not keep its relative order.
  private static func moved(_ base: [Text], _ side: [Text]) -> Set<Text> {
    guard let alignment = ListAlignment(old: base, new: side) else { return [] }
    let common = Set(base).intersection(side)
    return common.subtracting(alignment.kept.map { base[$0.old] })
  }

  private static func previous(_ list: [Text]) -> [Text: Text] {
    Dictionary(zip(list.dropFirst(), list), uniquingKeysWith: { first, _ in first })
  }
}
