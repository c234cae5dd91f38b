import CanonicalJSON

/// Merges three documents place by place: changed on one side → taken; changed alike → agreed; else a conflict, under which
/// the ancestor's value stands until it is settled.
struct ThreeWay {
  let choices: [MergeAddress: Choice]
  private(set) var conflicts: [Conflict] = []
  /// Every address above a choice, where no short cut may be taken.
  private let aboveChoices: Set<MergeAddress>

  init(choices: [MergeAddress: Choice]) {
    self.choices = choices
    aboveChoices = Set(
      choices.keys.flatMap { address in address.path.indices.map { MergeAddress(Array(address.path[..<$0])) } })
  }

  mutating func merge(_ sides: ThreeSides<JSON?>, at address: MergeAddress) -> JSON? {
    switch choices[address] {
    case .side(let side): return sides[side]
    case .value(let value): return value
    case nil: break
    }
    if !aboveChoices.contains(address) {
      if sides.ours == sides.theirs || sides.theirs == sides.base { return sides.ours }
      if sides.ours == sides.base { return sides.theirs }
    }
    let merged: JSON?? =
      switch MergeShape(at: address.path) {
      case .unit: nil
      case .set: sets(sides, at: address)
      case .members: members(sides, at: address)
      case .elements: elements(sides, at: address, isOrdered: false)
      case .orderedElements: elements(sides, at: address, isOrdered: true)
      }
    return merged ?? settleWhole(sides, at: address)
  }

  /// A value that is merged as a whole.
  private mutating func settleWhole(_ sides: ThreeSides<JSON?>, at address: MergeAddress) -> JSON? {
    if sides.ours == sides.theirs || sides.theirs == sides.base { return sides.ours }
    if sides.ours == sides.base { return sides.theirs }
    let kind: Conflict.Kind =
      if address.path == ["calendar"] { .calendar } else if sides.ours == nil || sides.theirs == nil { .delete } else {
        .edit
      }
    report(Conflict(kind, address, sides))
    return sides.base ?? sides.ours
  }

  mutating func report(_ conflict: Conflict) {
    conflicts.append(conflict)
  }

  /// Nil unless all sides that are there are lists; a side that was taken away is no empty list.
  private func sets(_ sides: ThreeSides<JSON?>, at address: MergeAddress) -> JSON?? {
    guard case .array(let ours)? = sides.ours, case .array(let theirs)? = sides.theirs else { return nil }
    let base = Set(sides.base?.elements ?? [])
    let (left, right) = (Set(ours), Set(theirs))
    let kept = left.union(right).filter { base.contains($0) ? left.contains($0) && right.contains($0) : true }
    return .array(kept.sorted { ($0.text ?? "") < ($1.text ?? "") })
  }

  /// Nil where a side took the object away, unless a choice further down asks to look inside.
  private mutating func members(_ sides: ThreeSides<JSON?>, at address: MergeAddress) -> JSON?? {
    let isOneSided = sides.ours == sides.base || sides.theirs == sides.base
    guard sides.isObject || (isOneSided && aboveChoices.contains(address)) else { return nil }
    let members = sides.map { $0?.members ?? [:] }
    var result: [(key: Text, value: JSON)] = []
    for key in Set(members.base.keys + members.ours.keys + members.theirs.keys).sorted() {
      if let value = merge(members.map { $0[key] }, at: address / key) { result.append((key, value)) }
    }
    if result.isEmpty && (sides.ours == nil || sides.theirs == nil) { return .some(nil) }
    return .object(Members(result))
  }

  /// Lists whose elements are told apart by ``JSON/identity``; nil where that cannot be done.
  private mutating func elements(
    _ sides: ThreeSides<JSON?>, at address: MergeAddress, isOrdered: Bool
  ) -> JSON?? {
    guard [sides.base, sides.ours, sides.theirs].allSatisfy({ $0?.isList ?? true }) else { return nil }
    // Whoever took the whole list away took away each element.
    let lists = sides.map { $0?.elements ?? [] }
    let keys = lists.map { $0.map(\.identityPath) }
    let places = keys.map { keys in
      Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    }
    guard places.base.count == keys.base.count, places.ours.count == keys.ours.count,
      places.theirs.count == keys.theirs.count
    else { return nil }

    var merged: [[Text]: JSON] = [:]
    var all = keys.base
    all += keys.ours.filter { places.base[$0] == nil }
    all += keys.theirs.filter { places.base[$0] == nil && places.ours[$0] == nil }
    for key in all {
      let values = ThreeSides(
        base: places.base[key].map { lists.base[$0] }, ours: places.ours[key].map { lists.ours[$0] },
        theirs: places.theirs[key].map { lists.theirs[$0] })
      merged[key] = merge(values, at: MergeAddress(address.path + key))
    }
    if merged.isEmpty && (sides.ours == nil || sides.theirs == nil) { return .some(nil) }
    guard isOrdered else {
      return .array(merged.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { merged[$0] })
    }
    let order = OrderMerge(
      keys.map { $0.map { $0.first ?? "" } }, present: Set(merged.keys.compactMap(\.first)),
      choices: orderChoices(below: address))
    for key in order.conflicts {
      let previous = keys.map { list -> JSON? in
        list.firstIndex(of: [key]).flatMap { $0 > 0 ? list[$0 - 1].first.map { .string($0) } : nil }
      }
      report(Conflict(.flow, MergeAddress(["order"] + address.path + [key]), previous))
    }
    return .array(order.keys.compactMap { merged[[$0]] })
  }

  /// Whose place was chosen for elements that were moved in two ways.
  private func orderChoices(below address: MergeAddress) -> [Text: Choice.Side] {
    var result: [Text: Choice.Side] = [:]
    for (chosen, choice) in choices {
      guard case .side(let side) = choice, let key = chosen.path.last,
        chosen.path == ["order"] + address.path + [key]
      else { continue }
      result[key] = side
    }
    return result
  }
}

extension ThreeSides<JSON?> {
  /// Whether both sides are objects, and the ancestor is one or absent.
  fileprivate var isObject: Bool {
    guard case .object? = ours, case .object? = theirs else { return false }
    if case .object? = base { return true }
    return base == nil
  }
}

extension JSON {
  fileprivate var isList: Bool {
    if case .array = self { true } else { false }
  }

  var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  var text: Text? {
    if case .string(let text) = self { text } else { nil }
  }

  /// ``identity`` as the tail of an address.
  var identityPath: [Text] {
    switch identity {
    case .string(let text): [text]
    case .array(let parts): parts.compactMap(\.text)
    default: []
    }
  }
}
