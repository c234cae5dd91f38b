import CanonicalJSON
package import ValueStreams

/// Random maps that hold every field somewhere and break no rule; sets are sorted as the canonical form sorts them.
package enum RandomMap {
  /// What a random map may contain.
  package struct Shape: Sendable {
    package var steps: ClosedRange<Int>
    /// At most so many rework loops; each percent is at most 45, so that nested loops stay measurable.
    package var loops: Int
    package var workTypes: Int
    /// One step after the other instead of branches and several starts.
    package var isChain: Bool

    package init(steps: ClosedRange<Int> = 1...40, loops: Int = 5, workTypes: Int = 3, isChain: Bool = false) {
      self.steps = steps
      self.loops = loops
      self.workTypes = workTypes
      self.isChain = isChain
    }
  }

  package static func make(using generator: inout SeededGenerator, shape: Shape = Shape()) -> ValueStreamMap {
    var teams: Members<Team> = [:]
    for _ in 0..<Int.random(in: 0...4, using: &generator) { teams[id(using: &generator)] = team(using: &generator) }
    let count = Int.random(in: shape.steps, using: &generator)
    var map = ValueStreamMap(
      title: text(using: &generator),
      steps: steps(count, isChain: shape.isChain, teams: teams.keys, using: &generator))
    map.teams = teams.isEmpty && maybe(0.5, using: &generator) ? nil : teams
    map.team = maybe(0.7, using: &generator) ? teams.keys.randomElement(using: &generator) : nil
    if maybe(0.6, using: &generator) {
      let items = Double(Int.random(in: 1...400, using: &generator)) / 4
      map.demand = Demand(items: items, per: WorkingTime(seconds: Int.random(in: 3_600...2_000_000, using: &generator)))
    }
    if maybe(0.3, using: &generator) {
      map.calendar = WorkCalendar(
        day: WorkingTime(seconds: Int.random(in: 3_600...86_400, using: &generator)),
        daysPerWeek: Double(Int.random(in: 2...14, using: &generator)) / 2)
    }
    let ids = map.steps.map(\.id)
    map.commitment = maybe(0.4, using: &generator) ? ids.randomElement(using: &generator) : nil
    let types = workTypes(Int.random(in: 0...shape.workTypes, using: &generator), steps: ids, using: &generator)
    map.workTypes = types.isEmpty ? nil : types
    map.rework = rework(
      Int.random(in: 0...shape.loops, using: &generator), in: map, types: types.keys, using: &generator)
    describe(&map, using: &generator)
    return map
  }

  static func maybe(_ chance: Double, using generator: inout SeededGenerator) -> Bool {
    Double.random(in: 0..<1, using: &generator) < chance
  }

  private static func team(using generator: inout SeededGenerator) -> Team {
    var team = Team()
    if maybe(0.7, using: &generator) { team.name = text(using: &generator) }
    if maybe(0.6, using: &generator) { team.control = maybe(0.5, using: &generator) ? .own : .outside }
    if maybe(0.5, using: &generator) { team.people = Double(Int.random(in: 1...40, using: &generator)) / 2 }
    if maybe(0.5, using: &generator) { team.availability = Double(Int.random(in: 1...100, using: &generator)) }
    team.extensions = extensions(using: &generator)
    return team
  }

  private static func workTypes(
    _ count: Int, steps: [StepID], using generator: inout SeededGenerator
  ) -> Members<WorkType> {
    var types: Members<WorkType> = [:]
    for _ in 0..<count {
      var type = WorkType()
      if maybe(0.7, using: &generator) { type.name = text(using: &generator) }
      if maybe(0.7, using: &generator) { type.share = Double(Int.random(in: 1...90, using: &generator)) }
      if maybe(0.6, using: &generator) {
        let kept = steps.filter { _ in maybe(0.7, using: &generator) }
        type.steps = (kept.isEmpty ? steps : kept).sorted()
      }
      if maybe(0.5, using: &generator) {
        var times: Members<StepTimes> = [:]
        for step in type.steps ?? steps where maybe(0.3, using: &generator) {
          times[step] = StepTimes(
            waitTime: maybe(0.5, using: &generator) ? time(using: &generator) : nil,
            processTime: maybe(0.5, using: &generator) ? time(using: &generator) : nil,
            percentCompleteAccurate: maybe(0.3, using: &generator) ? percent(using: &generator) : nil)
        }
        type.times = times
      }
      types[id(using: &generator)] = type
    }
    return types
  }

  /// Loops to the step itself or to any step before it, with at most 90 percent leaving one step.
  private static func rework(
    _ count: Int, in map: ValueStreamMap, types: [WorkTypeID], using generator: inout SeededGenerator
  ) -> [Rework]? {
    guard let flow = try? Flow(map) else { return nil }
    let steps = map.steps.indices
    var leaving: [StepID: Double] = [:]
    var loops: [Rework] = []
    for _ in 0..<count {
      let from = Int.random(in: steps, using: &generator)
      let leads = flow.leads(steps.map { (from: $0, to: from) })
      let earlier = steps.filter { $0 == from || leads[$0] }
      let to = map.steps[earlier.randomElement(using: &generator) ?? from].id
      let source = map.steps[from].id
      let percent = Double(Int.random(in: 1...90, using: &generator)) / 2
      guard leaving[source, default: 0] + percent <= 90,
        !loops.contains(where: { $0.from == source && $0.to == to })
      else { continue }
      leaving[source, default: 0] += percent
      var loop = Rework(from: source, to: to, percent: percent)
      if maybe(0.5, using: &generator) { loop.waitTime = time(using: &generator) }
      if !types.isEmpty, maybe(0.3, using: &generator) {
        loop.workTypes = types.filter { _ in maybe(0.6, using: &generator) }
      }
      loops.append(loop)
    }
    return loops.isEmpty ? nil : loops.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }
}
