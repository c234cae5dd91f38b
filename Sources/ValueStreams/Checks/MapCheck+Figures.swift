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
}
