import CanonicalJSON

/// Remarks on who and what surrounds the steps.
extension MapCheck {
  mutating func findMissingEnds() {
    if (map.customers ?? []).isEmpty {
      complain(.noCustomer, at: [], "the map does not say who receives the work", "add \"customers\"")
    }
    if (map.sources ?? []).isEmpty {
      complain(.noSource, at: [], "the map does not say where work comes from", "add \"sources\"")
    }
    if map.doneWhen == nil {
      complain(.noDone, at: [], "the map does not say when work is done", "add \"doneWhen\"")
    }
  }

  mutating func findUnusedSteps() {
    guard let types = map.workTypes, !types.isEmpty, types.allSatisfy({ $0.value.steps != nil }) else { return }
    let used = Set(types.flatMap { $0.value.steps ?? [] })
    for (index, step) in map.steps.enumerated() where !used.contains(step.id) {
      complain(
        .unusedStep, at: ["steps", .index(index)], "no work type takes the step \(quoted(step.id))",
        "add it to a work type's \"steps\", or remove it")
    }
  }

  mutating func findUnrepresentedTeams() {
    let represented = Set((map.participants ?? []).compactMap(\.team))
    var seen: Set<TeamID> = []
    for (index, step) in map.steps.enumerated() {
      guard let team = step.team, !represented.contains(team), seen.insert(team).inserted else { continue }
      complain(
        .unrepresentedTeam, at: ["steps", .index(index), "team"],
        "\(quoted(team)) does steps, and nobody from it took part",
        "ask someone from it to look at the map, and add them under \"participants\"")
    }
  }

  mutating func findLostReplacements(_ context: CheckContext) {
    guard let previous = context.previous else { return }
    var replacedBefore: [StepID: [StepID]] = [:]
    for step in previous.steps { replacedBefore[step.id] = step.replaces }
    for (index, step) in map.steps.enumerated() {
      guard let replaces = step.replaces else { continue }
      let inherited = replaces.filter { !hasStep($0) || $0 == step.id }.flatMap { replacedBefore[$0] ?? [] }
      let lost = Set(inherited).subtracting(replaces).subtracting([step.id])
      guard !lost.isEmpty else { continue }
      let line = (replaces + lost).sorted().map { "\"\($0)\"" }.joined(separator: ", ")
      complain(
        .replacesLost, at: ["steps", .index(index), "replaces"],
        "\(quoted(step.id)) replaces steps that stood for \(lost.sorted().map(quoted).joined(separator: ", ")) before",
        "write \"replaces\": [\(line)]")
    }
  }

  mutating func findActionRemarks(_ context: CheckContext) {
    var known = Set(positions.keys)
    for step in map.steps { known.formUnion(step.replaces ?? []) }
    for step in context.previous?.steps ?? [] { known.formUnion([step.id] + (step.replaces ?? [])) }
    for (id, action) in map.actions ?? [:] {
      let path: DocumentPath = ["actions", .key(id)]
      let targets: [(DocumentPath, StepID)] =
        switch action.target {
        case .step(let step): [(path + "step", step)]
        case .handoff(let from, let to): [(path + "handoff" + "from", from), (path + "handoff" + "to", to)]
        case .rework(let from, let to): [(path + "rework" + "from", from), (path + "rework" + "to", to)]
        case nil: []
        }
      for (place, step) in targets where !known.contains(step) {
        complain(.unknownTarget, at: place, "there never was a step \(quoted(step))", nearestStep(step))
      }
      if let due = action.due, let today = context.today, due < today, action.status != .adopted,
        action.status != .rejected
      {
        complain(
          .overdueAction, at: path + "due", "\(quoted(id)) was due on \(due) and is neither adopted nor rejected",
          "set its \"status\", or a new \"due\"")
      }
    }
  }

  mutating func findUndefinedTerms() {
    var explained = Set<String>()
    for term in map.glossary?.keys ?? [] { explained.formUnion([term.string, term.string.uppercased()]) }
    func look(_ check: inout MapCheck, _ name: Text?, at path: DocumentPath) {
      for term in Self.acronyms(name?.string ?? "") where explained.insert(term).inserted {
        check.complain(.undefinedTerm, at: path, "the glossary does not explain \"\(term)\"", "add it to \"glossary\"")
      }
    }
    look(&self, map.title, at: ["title"])
    for (id, team) in map.teams ?? [:] { look(&self, team.name, at: ["teams", .key(id), "name"]) }
    for (index, step) in map.steps.enumerated() { look(&self, step.name, at: ["steps", .index(index), "name"]) }
    for (id, type) in map.workTypes ?? [:] { look(&self, type.name, at: ["workTypes", .key(id), "name"]) }
    for (id, action) in map.actions ?? [:] { look(&self, action.title, at: ["actions", .key(id), "title"]) }
  }

  /// Words of at least two letters, all of them capitals: `QA`, `MQL`, `B2B`.
  static func acronyms(_ text: String) -> [String] {
    text.unicodeScalars.split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }.compactMap { word in
      let letters = word.filter(\.properties.isAlphabetic)
      return letters.count >= 2 && letters.allSatisfy(\.properties.isUppercase)
        ? String(String.UnicodeScalarView(word)) : nil
    }
  }
}
