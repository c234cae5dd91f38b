import CanonicalJSON
import ValueStreams

/// What each version of a stream made better or worse, corrections left out. The seconds of one version's entries sum to
/// the change in lead time that its difference shows.
package struct Improvements: Sendable {
  private var noted: [Improvement] = []
  private var lineages = Lineages()
  private var previous: PastVersion?
  /// By entry, what it is about, so that a later change of the same can be told.
  private var subjects: [Subject] = []

  private struct Subject: Hashable {
    var kind: Improvement.Kind
    var workType: WorkTypeID?
    var lineages: [Int]
  }

  package init() {}

  /// - Parameter versions: of one stream, oldest first; read one at a time.
  package init(_ versions: some Sequence<PastVersion>) {
    for version in versions { add(version) }
  }

  /// Adds what the version after those before made better or worse.
  package mutating func add(_ version: PastVersion) {
    if let previous {
      let comparison = Comparison(previous.measured, version.measured)
      lineages.follow(comparison)
      if !version.isCorrection { add(comparison, version) }
    }
    previous = version
  }

  /// Oldest version first, largest change first. An improvement is not kept if what later versions did to the same thing adds
  /// up to a loss.
  package var entries: [Improvement] {
    var entries = noted
    var lineages = lineages
    var later: [Subject: Double] = [:]
    for index in entries.indices.reversed() {
      var subject = subjects[index]
      subject.lineages = lineages.joined(subject.lineages)
      let size = entries[index].kind == .handoff ? (entries[index].isGone ? -1 : 1) : entries[index].seconds
      if !entries[index].isRegression, later[subject, default: 0] > 0 { entries[index].isKept = false }
      later[subject, default: 0] += size
    }
    return entries
  }

  private mutating func add(_ comparison: Comparison, _ version: PastVersion) {
    var found: [Improvement] = []
    func note(_ kind: Improvement.Kind, _ steps: Sides<[StepID]>, _ seconds: Double, _ type: WorkTypeID? = nil) {
      if seconds == 0 { return }
      found.append(comparison.improvement(kind, steps, seconds: seconds, workType: type, version))
    }
    for line in comparison.bridge.lines {
      switch (line.kind, comparison.shape(of: line.steps)) {
      case (.path, _): note(.path, line.steps, line.total, line.workType)
      case (.mix, _): note(.mix, line.steps, line.total)
      case (.group, .oneSided): note(.step, line.steps, line.total, line.workType)
      case (.group, .recut): note(.steps, line.steps, line.total, line.workType)
      case (.group, .same):
        note(.wait, line.steps, line.wait, line.workType)
        note(.process, line.steps, line.process, line.workType)
        note(.loop, line.steps, line.rework, line.workType)
      }
    }
    let handoffs = comparison.handoffs
    for handoff in handoffs.gone {
      let steps = Sides(before: [handoff.from, handoff.to], after: [])
      var entry = comparison.improvement(.handoff, steps, seconds: 0, workType: nil, version)
      entry.isGone = true
      found.append(entry)
    }
    for handoff in handoffs.new {
      let steps = Sides(before: [], after: [handoff.from, handoff.to])
      found.append(comparison.improvement(.handoff, steps, seconds: 0, workType: nil, version))
    }
    found.sort { abs($0.seconds) > abs($1.seconds) }
    noted += found
    subjects += found.map { entry in
      Subject(kind: entry.kind, workType: entry.workType, lineages: lineages.current(of: entry.steps))
    }
  }
}

/// What became of each step over the versions: steps that were ever renamed, merged or split into each other share a number.
private struct Lineages {
  private var numbers: [StepID: Int] = [:]
  private var sets = DisjointSets(count: 0)

  mutating func follow(_ comparison: Comparison) {
    let ids = comparison.matching.ids
    if numbers.isEmpty {
      for id in ids.before { numbers[id] = sets.add() }
    }
    var next: [StepID: Int] = [:]
    for group in comparison.matching.groups {
      let known = group.members.before.compactMap { numbers[ids.before[$0]] }
      let number = known.first ?? sets.add()
      for other in known.dropFirst() { sets.join(number, other) }
      for member in group.members.after { next[ids.after[member]] = number }
    }
    // What is gone keeps its number: it may be what comes back.
    numbers.merge(next) { _, new in new }
  }

  /// The numbers of the steps, those of the later side if there are any.
  func current(of steps: Sides<[StepID]>) -> [Int] {
    (steps.after.isEmpty ? steps.before : steps.after).compactMap { numbers[$0] }
  }

  mutating func joined(_ lineages: [Int]) -> [Int] {
    var result: [Int] = []
    for lineage in lineages {
      let number = sets.representative(of: lineage)
      if !result.contains(number) { result.append(number) }
    }
    return result
  }
}

extension Comparison {
  fileprivate enum Shape { case same, oneSided, recut }

  fileprivate func shape(of steps: Sides<[StepID]>) -> Shape {
    guard let group = group(of: steps) else { return .same }
    if !group.isOnBothSides { return .oneSided }
    return group.members.before.count == 1 && group.members.after.count == 1 ? .same : .recut
  }

  private func group(of steps: Sides<[StepID]>) -> Matching.Group? {
    let before = steps.before.first.flatMap { matching.places.before[$0] }.map { matching.groupOf.before[$0] }
    let after = steps.after.first.flatMap { matching.places.after[$0] }.map { matching.groupOf.after[$0] }
    return (before ?? after).map { matching.groups[$0] }
  }

  fileprivate func improvement(
    _ kind: Improvement.Kind, _ steps: Sides<[StepID]>, seconds: Double, workType: WorkTypeID?, _ version: PastVersion
  ) -> Improvement {
    let maps = measured.map(\.map)
    let teams = Set(
      steps.before.compactMap { matching.places.before[$0] }.compactMap { maps.before.steps[$0].team }
        + steps.after.compactMap { matching.places.after[$0] }.compactMap { maps.after.steps[$0].team })
    return Improvement(
      kind: kind, provenance: version.provenance, subject: version.subject, steps: steps, workType: workType,
      teams: teams.sorted(), seconds: seconds, action: action(behind: kind, steps))
  }

  /// The first action in canonical order, of the later map or else of the earlier one, that aims at one of the steps and was
  /// not rejected.
  private func action(behind kind: Improvement.Kind, _ steps: Sides<[StepID]>) -> ActionID? {
    for (actions, ids) in [
      (measured.after.map.actions, steps.after + steps.before), (measured.before.map.actions, steps.before),
    ] {
      let found = actions?.first { $0.value.status != .rejected && $0.value.target?.aims(at: ids, kind) == true }
      if let found { return found.key }
    }
    return nil
  }
}

extension Action.Target {
  fileprivate func aims(at steps: [StepID], _ kind: Improvement.Kind) -> Bool {
    switch (self, kind) {
    case (.step(let step), .wait), (.step(let step), .process), (.step(let step), .step), (.step(let step), .steps):
      steps.contains(step)
    case (.handoff(let from, let to), .handoff): steps.contains(from) && steps.contains(to)
    case (.handoff(let from, let to), .steps): steps.contains(from) && steps.contains(to)
    case (.rework(let from, _), .loop): steps.contains(from)
    default: false
    }
  }
}
