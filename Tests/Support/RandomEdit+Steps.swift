import CanonicalJSON
import ValueStreams

extension RandomEdit {
  /// Changes which steps there are and how they follow each other.
  static func reshape(_ kind: Kind, _ map: inout ValueStreamMap, using generator: inout SeededGenerator) {
    guard let place = map.steps.indices.randomElement(using: &generator) else { return }
    var step = map.steps[place]
    let fresh = Text("\(RandomMap.id(using: &generator))-n\(Int.random(in: 0...999, using: &generator))")
    guard !map.steps.contains(where: { $0.id == fresh }) else { return }
    switch kind {
    case .insertStep:
      var new = Step(id: fresh, name: RandomMap.text(using: &generator))
      new.waitTime = RandomMap.time(using: &generator)
      new.team = map.teams?.keys.randomElement(using: &generator)
      map.steps.insert(new, at: place)
    case .removeStep:
      guard map.steps.count > 1 else { return }
      map.steps.remove(at: place)
    case .renameStep, .renameWithoutTrace:
      let old = step.id
      step.id = fresh
      if kind == .renameStep { step.replaces = Set((step.replaces ?? []) + [old]).sorted() }
      map.steps[place] = step
      map.redirect(old, to: fresh)
    case .mergeSteps:
      let length = Int.random(in: 2...4, using: &generator)
      guard place + length <= map.steps.count else { return }
      let merged = map.steps[place..<place + length]
      step.replaces = Set(merged.flatMap { ($0.replaces ?? []) + [$0.id] }).sorted()
      step.id = fresh
      step.waitTime = RandomMap.time(using: &generator)
      map.steps.replaceSubrange(place..<place + length, with: [step])
      for gone in merged { map.redirect(gone.id, to: fresh) }
    case .splitStep:
      var second = step
      second.id = fresh
      second.replaces = Set((step.replaces ?? []) + [step.id]).sorted()
      second.after = nil
      second.waitTime = RandomMap.time(using: &generator)
      map.steps.insert(second, at: place + 1)
    case .moveStep:
      map.steps.remove(at: place)
      map.steps.insert(step, at: Int.random(in: 0...map.steps.count, using: &generator))
    default:
      let others = map.steps.map(\.id).filter { $0 != step.id }
      let count = Int.random(in: 0...3, using: &generator)
      map.steps[place].after = Set((0..<count).compactMap { _ in others.randomElement(using: &generator) }).sorted()
    }
  }

  /// Changes loops and work types.
  static func reroute(_ kind: Kind, _ map: inout ValueStreamMap, using generator: inout SeededGenerator) {
    var loops = map.rework ?? []
    let types = map.workTypes?.keys ?? []
    let percent = Double(Int.random(in: 1...80, using: &generator)) / 2
    switch kind {
    case .loop:
      guard let from = map.steps.indices.randomElement(using: &generator) else { return }
      let to = Int.random(in: max(0, from - 4)...from, using: &generator)
      let ends = (map.steps[from].id, map.steps[to].id)
      guard !loops.contains(where: { ($0.from, $0.to) == ends }) else { return }
      loops.append(Rework(from: ends.0, to: ends.1, percent: percent))
    case .noLoop:
      if !loops.isEmpty { loops.remove(at: Int.random(in: loops.indices, using: &generator)) }
    case .changedLoop:
      guard let place = loops.indices.randomElement(using: &generator) else { return }
      if Bool.random(using: &generator) { loops[place].percent = percent }
      loops[place].waitTime = RandomMap.time(using: &generator)
    case .share:
      guard let type = types.randomElement(using: &generator) else { return }
      map.workTypes?[type]?.share = Double(Int.random(in: 1...90, using: &generator))
    case .workType:
      var type = WorkType(share: Double(Int.random(in: 1...90, using: &generator)))
      let steps = map.steps.map(\.id).filter { _ in RandomMap.maybe(0.6, using: &generator) }
      type.steps = steps.isEmpty ? nil : steps.sorted()
      map.workTypes = map.workTypes ?? [:]
      map.workTypes?[RandomMap.id(using: &generator)] = type
    case .noWorkType:
      guard let type = types.randomElement(using: &generator) else { return }
      map.workTypes?[type] = nil
      if map.workTypes?.isEmpty == true { map.workTypes = nil }
    default:
      guard let type = types.randomElement(using: &generator),
        let step = map.steps.randomElement(using: &generator)?.id
      else { return }
      var times = map.workTypes?[type]?.times ?? [:]
      times[step] = StepTimes(waitTime: RandomMap.time(using: &generator))
      map.workTypes?[type]?.times = times
    }
    map.rework = loops.isEmpty ? nil : loops
  }
}

extension ValueStreamMap {
  /// Lets every reference to a step lead to another one.
  fileprivate mutating func redirect(_ old: StepID, to new: StepID) {
    func swapped(_ ids: [StepID]) -> [StepID] { Set(ids.map { $0 == old ? new : $0 }).sorted() }
    for place in steps.indices {
      steps[place].after = steps[place].after.map { swapped($0).filter { $0 != steps[place].id } }
    }
    rework = rework?.map { loop in
      var loop = loop
      if loop.from == old { loop.from = new }
      if loop.to == old { loop.to = new }
      return loop
    }
    workTypes = workTypes?.mapValues { type in
      var type = type
      type.steps = type.steps.map(swapped)
      if let times = type.times?[old] {
        type.times?[old] = nil
        type.times?[new] = times
      }
      return type
    }
    if commitment == old { commitment = new }
  }

  /// Takes out every reference to a step or work type that is not there any more, and puts sets in order.
  mutating func dropLooseEnds() {
    let ids = Set(steps.map(\.id))
    for place in steps.indices {
      steps[place].after = steps[place].after.map { $0.filter(ids.contains) }
    }
    var ends: Set<[StepID]> = []
    rework = rework?.filter {
      ids.contains($0.from) && ids.contains($0.to) && ends.insert([$0.from, $0.to]).inserted
    }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    if rework?.isEmpty == true { rework = nil }
    workTypes = workTypes?.mapValues { type in
      var type = type
      type.steps = type.steps.map { $0.filter(ids.contains) }
      if type.steps?.isEmpty == true { type.steps = nil }
      type.times = type.times.map { Members($0.entries.filter { ids.contains($0.key) }) }
      return type
    }
    let types = Set(workTypes?.keys ?? [])
    rework = rework?.map { loop in
      var loop = loop
      loop.workTypes = loop.workTypes.map { $0.filter(types.contains) }
      return loop
    }
    if let commitment, !ids.contains(commitment) { self.commitment = nil }
    let teams = teams.map { Set($0.keys) }
    if let teams {
      for place in steps.indices {
        if let team = steps[place].team, !teams.contains(team) { steps[place].team = nil }
      }
    }
  }

  /// Whether it has figures at all: no cycle, no forward loop, no endless rework.
  var isMeasurable: Bool {
    guard let flow = try? Flow(self) else { return false }
    return (try? Metrics(self, flow)) != nil
  }
}
