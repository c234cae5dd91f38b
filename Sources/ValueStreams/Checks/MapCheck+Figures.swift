import CanonicalJSON

/// Remarks on figures that are missing or doubtful. None of them blocks.
extension MapCheck {
  mutating func findRemarks(_ context: CheckContext) {
    findMissingFigures(context)
    findFractions()
    findMissingEnds()
    findUnusedSteps()
    findUnrepresentedTeams()
    findLostReplacements(context)
    findActionRemarks(context)
    findUndefinedTerms()
    if isComplete, complaints.isEmpty, let metrics = figures?.metrics ?? (try? Metrics(map)) {
      findDoubtfulFigures(metrics, context)
    }
  }

  private mutating func findMissingFigures(_ context: CheckContext) {
    for (index, step) in map.steps.enumerated() {
      let path: DocumentPath = ["steps", .index(index)]
      let name = quoted(step.id)
      if step.waitTime == nil, step.queue == nil {
        complain(
          .missingWait, at: path, "\(name) does not say how long work waits for it", "add \"waitTime\" or \"queue\"")
      }
      if step.processTime == nil {
        complain(.missingProcess, at: path, "\(name) does not say how long it is worked on", "add \"processTime\"")
      }
      if step.percentCompleteAccurate == nil {
        complain(
          .missingAccuracy, at: path, "\(name) does not say how often its work can be used as it comes",
          "add \"percentCompleteAccurate\"")
      }
      if step.value == nil {
        complain(
          .missingValue, at: path, "\(name) does not say whether it adds value",
          "add \"value\": \"adding\", \"necessary\" or \"non-adding\"")
      }
      if step.team == nil {
        complain(.missingTeam, at: path, "\(name) does not say who does it", "add \"team\"")
      }
      if context.state == .current { findMissingBasis(step, path) }
    }
  }

  private mutating func findMissingBasis(_ step: Step, _ path: DocumentPath) {
    let stated: [(Text, Bool)] = [
      ("waitTime", step.waitTime != nil), ("queue", step.queue != nil), ("processTime", step.processTime != nil),
      ("percentCompleteAccurate", step.percentCompleteAccurate != nil),
    ]
    let unfounded = stated.filter { $0.1 && step.basis?[$0.0] == nil }.map(\.0.string)
    guard !unfounded.isEmpty else { return }
    complain(
      .missingBasis, at: path,
      "\(quoted(step.id)) does not say where \(unfounded.joined(separator: ", ")) \(unfounded.count == 1 ? "comes" : "come") from",
      "add \"basis\": \"guess\", \"observed\" or \"measured\"")
  }

  private mutating func findFractions() {
    func fraction(_ check: inout MapCheck, _ percent: Double?, at path: DocumentPath) {
      guard let percent, percent > 0, percent < 1 else { return }
      check.complain(
        .fractionPercent, at: path, "\(percent.shortest) is less than one percent",
        "did you mean \((percent * 100).shortest)?")
    }
    for (id, team) in map.teams ?? [:] { fraction(&self, team.availability, at: ["teams", .key(id), "availability"]) }
    for (index, step) in map.steps.enumerated() {
      fraction(&self, step.percentCompleteAccurate, at: ["steps", .index(index), "percentCompleteAccurate"])
    }
    for loop in map.rework ?? [] where loop.percent > 0 && loop.percent < 1 {
      fraction(&self, loop.percent, at: loopPath(loop) + "percent")
    }
    for (name, type) in map.workTypes ?? [:] {
      for (step, times) in type.times ?? [:] {
        fraction(
          &self, times.percentCompleteAccurate,
          at: ["workTypes", .key(name), "times", .key(step), "percentCompleteAccurate"])
      }
    }
  }

  private mutating func findDoubtfulFigures(_ metrics: Metrics, _ context: CheckContext) {
    let durations = DurationText(map.calendar)
    if context.state == .current, let ratio = metrics.figures.activityRatio, ratio > 0.5 {
      complain(
        .optimistic, at: ["steps"],
        "work is worked on during \(Int((ratio * 100).rounded())) % of its lead time, which is rare",
        "is this how work flows, or how it should flow?")
    }
    let derived = waitsByQueueAlone
    for (index, step) in map.steps.enumerated() {
      guard step.queue != nil else { continue }
      let path: DocumentPath = ["steps", .index(index), "queue"]
      guard let stated = step.waitTime else {
        if map.demand == nil {
          complain(
            .queueWithoutDemand, at: path, "\(quoted(step.id)) has a queue, and no demand to derive its wait from",
            "add \"demand\" to the map, or \"waitTime\" to the step")
        }
        continue
      }
      guard let derived = derived[step.id], abs(derived - Double(stated.seconds)) > 0.25 * Double(stated.seconds) else {
        continue
      }
      complain(
        .queueDisagrees, at: path,
        "\(quoted(step.id)) states a wait of \(durations.write(stated)), and its queue at this demand takes "
          + durations.write(WorkingTime(seconds: Int(min(derived, 999_999_999).rounded()))),
        "count the queue again, or measure the wait")
    }
    for (id, team) in metrics.teams {
      guard let load = team.utilisation, load > 1 else { continue }
      complain(
        .overCapacity, at: ["teams", .key(id)],
        "demand asks for \(Int((load * 100).rounded())) % of what \(quoted(id)) can do",
        "check people, availability, process times and demand; otherwise its queue grows without end")
    }
  }
  /// The waits that the queues stand for where a wait is stated too, in seconds; empty without demand.
  private var waitsByQueueAlone: [StepID: Double] {
    guard map.demand != nil, map.steps.contains(where: { $0.queue != nil && $0.waitTime != nil }) else { return [:] }
    var queuesOnly = map
    for index in queuesOnly.steps.indices where queuesOnly.steps[index].queue != nil {
      queuesOnly.steps[index].waitTime = nil
    }
    let steps = (try? Metrics(queuesOnly).steps) ?? []
    return Dictionary(steps.map { ($0.id, $0.waitTime) }) { first, _ in first }
  }
}
