import CanonicalJSON

/// Answers as people give them, turned into values.
extension InterviewDraft {
  private var times: SheetTime {
    SheetTime(durations: DurationText(map.calendar), numbers: SheetNumber(separator: nil))
  }

  /// Between commas or semicolons, each once.
  func list(_ answer: String) -> [Text]? {
    let parts = Set(answer.split { $0 == "," || $0 == ";" }.map { Text(SheetCell.trimmed($0)) })
    let named = parts.filter { !$0.string.isEmpty }
    return named.isEmpty ? nil : named.sorted()
  }

  func time(_ answer: String) throws(AnswerFault) -> WorkingTime? {
    guard !answer.isEmpty else { return nil }
    do {
      return try times.read(answer, unit: nil)
    } catch {
      if case .noUnit = error { throw .noUnit(answer) }
      throw .notATime(answer)
    }
  }

  func percent(_ answer: String, _ allowed: ClosedRange<Double>) throws(AnswerFault) -> Double? {
    guard !answer.isEmpty else { return nil }
    let plain = answer.hasSuffix("%") ? SheetCell.trimmed(answer.dropLast()) : answer
    guard case .number(let number) = times.numbers.read(plain), allowed.contains(number) else {
      throw .notAPercent(answer)
    }
    return number
  }

  /// `6 a week`, `6 per 2 weeks`, `6 / 1w`
  func demand(_ answer: String) throws(AnswerFault) -> Demand? {
    guard !answer.isEmpty else { return nil }
    var words = answer.replacing("/", with: " per ").split(separator: " ").map { $0.lowercased() }
    guard let first = words.first, case .number(let items) = times.numbers.read(first), items > 0 else {
      throw .notADemand(answer)
    }
    words.removeFirst()
    guard let marker = words.firstIndex(where: { ["a", "an", "per", "every", "each", "in"].contains($0) }) else {
      throw .notADemand(answer)
    }
    var rest = words[(marker + 1)...].joined(separator: " ")
    if let letter = rest.first, letter.isLetter { rest = "1 " + rest }
    guard let per = try? times.read(rest, unit: nil), per.seconds > 0 else { throw .notADemand(answer) }
    return Demand(items: items, per: per)
  }

  /// One of some words; a beginning that only one of them has will do.
  func choice<Choice: Equatable>(_ answer: String, _ words: [String: Choice]) throws(AnswerFault) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard !answer.isEmpty else { return nil }
    if let exact = words[answer.lowercased()] { return exact }
    let begun = Choice.allCases.filter { $0.rawValue.hasPrefix(answer.lowercased()) }
    guard begun.count == 1, let choice = begun.first else {
      throw .unknownWord(answer, known: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  // MARK: Teams and types

  /// The team of that name, which becomes one of the map's if it is new.
  mutating func team(_ answer: String) -> TeamID? {
    guard !answer.isEmpty else { return nil }
    let teams = map.teams ?? [:]
    if let known = teams.first(where: { ($0.value.name ?? $0.key).string.lowercased() == answer.lowercased() }) {
      return known.key
    }
    let proposal = Identifier.proposal(for: answer) ?? "team"
    let free = ([proposal] + (2...teams.count + 2).map { "\(proposal.prefix(60))-\($0)" })
      .first { teams[Text($0)] == nil && Identifier.isValid(Text($0)) }
    let id = Text(free ?? proposal)
    map.teams = teams
    map.teams?[id] = Team(name: Text(answer))
    return id
  }

  /// `Campaign 70, Blog post 30`: names, each with its share of the work where that is known.
  mutating func takeTypes(_ answer: String) {
    var types: Members<WorkType> = [:]
    typeIDs = []
    for part in answer.split(whereSeparator: { $0 == "," || $0 == ";" }).map({ SheetCell.trimmed($0) })
    where !part.isEmpty {
      var words = part.split(separator: " ").map(String.init)
      var share: Double?
      if words.count > 1, let last = words.last,
        let number = Double(last.hasSuffix("%") ? String(last.dropLast()) : last),
        number > 0
      {
        share = number
        words.removeLast()
      }
      let name = words.joined(separator: " ")
      let id = Text(Identifier.proposal(for: name) ?? "type-\(typeIDs.count + 1)")
      guard types[id] == nil else { continue }
      types[id] = WorkType(name: Text(name), share: share)
      typeIDs.append(id)
    }
    map.workTypes = types.isEmpty ? nil : types
  }

  mutating func takeSkipped(_ answer: String, _ type: Int) throws(AnswerFault) {
    guard !answer.isEmpty else { return }
    let skipped = try steps(answer).map { map.steps[$0].id }
    map.workTypes?[typeIDs[type]]?.steps = map.steps.map(\.id).filter { !skipped.contains($0) }.sorted()
  }

  // MARK: Steps

  /// By number from 1, by name, or by a beginning of it that no other step has.
  func step(_ answer: String) throws(AnswerFault) -> Int? {
    guard !answer.isEmpty else { return nil }
    if let number = Int(answer), map.steps.indices.contains(number - 1) { return number - 1 }
    let names = map.steps.map { $0.name.string.lowercased() }
    let word = answer.lowercased()
    if let index = names.firstIndex(of: word) ?? map.steps.firstIndex(where: { $0.id.string == word }) { return index }
    let begun = names.indices.filter { names[$0].hasPrefix(word) }
    if begun.count == 1 { return begun.first }
    throw .unknownStep(answer, nearest: NearestWord.to(answer, among: map.steps.map(\.name.string)))
  }

  /// Several, between commas.
  func steps(_ answer: String) throws(AnswerFault) -> [Int] {
    if let whole = try? step(answer) { return [whole] }
    var result: [Int] = []
    for part in answer.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      if let step = try step(SheetCell.trimmed(part)) { result.append(step) }
    }
    return result
  }

  /// Nothing is the step named just before; `none` starts a flow.
  func predecessors(_ answer: String, of step: Int) throws(AnswerFault) -> [StepID]? {
    guard !answer.isEmpty else { return nil }
    if ["none", "nothing"].contains(answer.lowercased()) { return [] }
    let steps = try steps(answer)
    if let late = steps.first(where: { $0 >= step }) { throw .notBefore(map.steps[late].name, map.steps[step].name) }
    return steps == [step - 1] ? nil : Set(steps.map { map.steps[$0].id }).sorted()
  }
}
