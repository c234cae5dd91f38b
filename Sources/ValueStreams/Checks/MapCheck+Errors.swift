import CanonicalJSON

/// Rules that a map must keep.
extension MapCheck {
  mutating func findErrors() {
    findDuplicateIDs()
    findUnknownSteps()
    findUnknownTeams()
    findUnknownWorkTypes()
    findReworkTotals()
    findFlowErrors()
  }

  private mutating func findDuplicateIDs() {
    if positions.count < map.steps.count {
      for index in map.steps.indices {
        let id = map.steps[index].id
        guard let first = positions[id], first != index else { continue }
        complain(
          .duplicateID, at: ["steps", .index(index), "id"], "\(quoted(id)) is the id of step \(first + 1) already",
          "give one of the two another id")
      }
    }
    var seen: Set<[StepID]> = []
    for loop in map.rework ?? [] where !seen.insert([loop.from, loop.to]).inserted {
      complain(
        .duplicateInSet, at: loopPath(loop, last: true),
        "two loops lead from \(quoted(loop.from)) to \(quoted(loop.to))", "add up their percents in one entry")
    }
  }

  private mutating func findUnknownSteps() {
    func unknown(_ check: inout MapCheck, _ id: StepID?, at path: DocumentPath) {
      guard let id, !id.string.isEmpty, !check.hasStep(id) else { return }
      check.complain(.unknownStep, at: path, "there is no step \(quoted(id))", check.nearestStep(id))
    }
    unknown(&self, map.commitment, at: ["commitment"])
    for index in map.steps.indices {
      for id in map.steps[index].after ?? [] where !hasStep(id) {
        unknown(&self, id, at: place(of: id, in: ["steps", .index(index), "after"]))
      }
    }
    for loop in map.rework ?? [] {
      for (key, id) in [("from", loop.from), ("to", loop.to)] as [(Text, StepID)] where !hasStep(id) {
        unknown(&self, id, at: loopPath(loop) + .key(key))
      }
    }
    for (name, type) in map.workTypes ?? [:] {
      for id in type.steps ?? [] { unknown(&self, id, at: place(of: id, in: ["workTypes", .key(name), "steps"])) }
      for id in type.times?.keys ?? [] { unknown(&self, id, at: ["workTypes", .key(name), "times", .key(id)]) }
    }
  }

  private mutating func findUnknownTeams() {
    guard let teams = map.teams else { return }
    let known = Set(teams.keys)
    func unknown(_ check: inout MapCheck, _ id: TeamID?, at path: @autoclosure () -> DocumentPath) {
      guard let id, !known.contains(id) else { return }
      let nearest = NearestWord.to(id.string, among: teams.keys.map(\.string))
      check.complain(
        .unknownTeam, at: path(), "there is no team \(quoted(id))",
        nearest.map { "did you mean \"\($0)\"?" } ?? "add it under \"teams\"")
    }
    unknown(&self, map.team, at: ["team"])
    for index in map.steps.indices { unknown(&self, map.steps[index].team, at: ["steps", .index(index), "team"]) }
    for (index, person) in (map.participants ?? []).enumerated() {
      unknown(&self, person.team, at: ["participants", .index(index), "team"])
    }
  }

  private mutating func findUnknownWorkTypes() {
    let types = map.workTypes ?? [:]
    for loop in map.rework ?? [] {
      for id in loop.workTypes ?? [] where !types.has(id) {
        let nearest = NearestWord.to(id.string, among: types.keys.map(\.string))
        complain(
          .unknownWorkType, at: place(of: id, in: loopPath(loop) + "workTypes"), "there is no work type \(quoted(id))",
          nearest.map { "did you mean \"\($0)\"?" } ?? "add it under \"workTypes\"")
      }
    }
  }

  private mutating func findReworkTotals() {
    var totals: [StepID: Double] = [:]
    for loop in map.rework ?? [] where !loop.from.string.isEmpty {
      let before = totals[loop.from, default: 0]
      totals[loop.from] = before + loop.percent
      guard before < 100, before + loop.percent >= 100 else { continue }
      complain(
        .reworkTotal, at: loopPath(loop) + "percent",
        "\((before + loop.percent).shortest) % of the work leaving \(quoted(loop.from)) would go back",
        "the percents leaving one step add up to less than 100, or nothing would ever be done")
    }
  }

  private mutating func findFlowErrors() {
    // Every step has an id of its own.
    guard positions.count == map.steps.count else { return }
    let flow: Flow
    do {
      flow = try Flow(complaints.contains { $0.code == .unknownStep } ? knownPart : map, indices: positions)
    } catch {
      if case .cycle(let circle) = error { complainAboutCycle(circle) }
      return
    }
    findForwardLoops(flow)
    if isComplete, complaints.isEmpty, !isPlainlyMeasurable { findEndlessRework(flow) }
  }

  /// True where the times as they are stated, without work types and loops, cannot add up to too much: then there is no
  /// need to compute the figures to know that they can be computed.
  private var isPlainlyMeasurable: Bool {
    guard map.workTypes == nil, map.rework == nil else { return false }
    var total = 0
    var successions = 0
    for index in map.steps.indices {
      if map.steps[index].waitTime == nil, map.steps[index].queue != nil { return false }
      total += map.steps[index].waitTime?.seconds ?? 0
      total += map.steps[index].processTime?.seconds ?? 0
      successions += map.steps[index].after?.count ?? 1
    }
    return Double(total) < Metrics.limit && map.steps.count + successions < Metrics.sizeLimit
  }

  private mutating func findEndlessRework(_ flow: Flow) {
    do {
      figures = (flow, try Metrics(map, flow))
    } catch {
      switch error {
      case .tooLarge:
        complain(
          .range, at: ["workTypes"], "steps and successions over all work types are more than \(Metrics.sizeLimit)",
          "split the stream, or take out work types")
      default:
        complain(
          .endlessRework, at: ["rework"], "with these loops work would take longer than 10¹² seconds",
          "lower the percents: together they send nearly all work back again and again")
      }
    }
  }

  private mutating func findForwardLoops(_ flow: Flow) {
    let loops = (map.rework ?? []).filter { hasStep($0.from) && hasStep($0.to) && $0.from != $0.to }
    let ends = loops.map { (from: positions[$0.from] ?? 0, to: positions[$0.to] ?? 0) }
    let goBack = flow.leads(ends.map { (from: $0.to, to: $0.from) })
    for (index, loop) in loops.enumerated() where !goBack[index] {
      let goesForward = flow.leads([ends[index]])[0]
      complain(
        .reworkForward, at: loopPath(loop) + "to",
        "\(quoted(loop.to)) does not come before \(quoted(loop.from)), so work cannot go back to it",
        goesForward ? "swap \"from\" and \"to\"" : "name a step that leads to \(quoted(loop.from))")
    }
  }

  /// The map without what leads nowhere, which has its own complaint.
  private var knownPart: ValueStreamMap {
    var known = map
    for index in known.steps.indices { known.steps[index].after?.removeAll { !hasStep($0) } }
    return known
  }

  private mutating func complainAboutCycle(_ circle: [StepID]) {
    guard let first = circle.first else { return }
    let index = positions[first] ?? 0
    let path: DocumentPath = ["steps", .index(index)]
    complain(
      .cycle, at: map.steps[index].after == nil ? path : path + "after",
      "steps come after each other in a circle: \((circle + [first]).map(\.string).joined(separator: " → "))",
      "take one of them out of an \"after\"; work that goes back belongs under \"rework\"")
  }

  /// The entry of the loop in the document, which may list loops in another order than the map does.
  func loopPath(_ loop: Rework, last: Bool = false) -> DocumentPath {
    let nodes = document.root["rework"].map { $0.kind == .array ? Array($0.elements) : [] } ?? []
    func isThis(_ node: JSONNode) -> Bool {
      guard node.kind == .object else { return false }
      return (node["from"]?.text ?? "") == loop.from && (node["to"]?.text ?? "") == loop.to
    }
    let index = last ? nodes.lastIndex(where: isThis) : nodes.firstIndex(where: isThis)
    return ["rework", .index(index ?? 0)]
  }

  /// The entry `id` of a list in the document, which may be in another order than the sorted set of the map.
  private func place(of id: Text, in path: DocumentPath) -> DocumentPath {
    var node: JSONNode? = document.root
    for part in path.parts {
      switch part {
      case .key(let key): node = node.flatMap { $0.kind == .object ? $0[key] : nil }
      case .index(let index):
        node = node.flatMap { $0.kind == .array ? Array($0.elements).dropFirst(index).first : nil }
      }
    }
    guard let node, node.kind == .array,
      let index = Array(node.elements).firstIndex(where: { $0.text == id })
    else { return path }
    return path + .index(index)
  }
}
