import CanonicalJSON

private enum StepKey: String, ObjectKey {
  case id, name, team, after, arrives, waitTime, queue, processTime, waitRange, processRange, percentCompleteAccurate
  case value, basis, source, replaces, notes

  static let names = ObjectKeyNames<StepKey>(required: [.id, .name])

  static func sample(_ key: StepKey) -> String { key == .id ? "\"legal-approval\"" : "\"Legal approval\"" }
}

private enum BasisKey: String, ObjectKey {
  case waitTime, queue, processTime, percentCompleteAccurate

  static let names = ObjectKeyNames<BasisKey>()
}

private enum ReworkKey: String, ObjectKey {
  case from, to, percent, waitTime, workTypes

  static let names = ObjectKeyNames<ReworkKey>(required: [.from, .to, .percent])

  static func sample(_ key: ReworkKey) -> String { key == .percent ? "20" : "\"a step's id\"" }
}

private enum WorkTypeKey: String, ObjectKey {
  case name, share, steps, times

  static let names = ObjectKeyNames<WorkTypeKey>()
}

private enum StepTimesKey: String, ObjectKey {
  case waitTime, processTime, percentCompleteAccurate

  static let names = ObjectKeyNames<StepTimesKey>()
}

/// Steps, and what refers to them.
extension DocumentReader {
  mutating func steps(_ node: JSONPlace) -> [Step] {
    let steps = list(node, "steps") { $0.step($1) } ?? []
    if document.kind(node) == .array, document.count(node) == 0 {
      complain(
        .range, at: node, "a map has at least one step", "add one: { \"id\": \"intake\", \"name\": \"Request\" }")
    }
    return steps
  }

  /// A step whose fields may be missing where they could not be read, so that its neighbours keep their places.
  private mutating func step(_ node: JSONPlace) -> Step? {
    var step = Step(id: "", name: "")
    step.extensions = object(node, StepKey.self, "a step") { reader, key, node in
      let what = key.rawValue
      switch key {
      case .id: step.id = reader.id(node, what) ?? ""
      case .name: step.name = reader.text(node, what) ?? ""
      case .team: step.team = reader.id(node, what)
      case .after: step.after = reader.set(node, what, ids: true)
      case .arrives: step.arrives = reader.choice(node, what, Step.Arrival.self)
      case .waitTime: step.waitTime = reader.duration(node, what)
      case .queue: step.queue = reader.number(node, what, "0 or more") { $0 >= 0 }
      case .processTime: step.processTime = reader.duration(node, what)
      case .waitRange: step.waitRange = reader.range(node, what)
      case .processRange: step.processRange = reader.range(node, what)
      case .percentCompleteAccurate: step.percentCompleteAccurate = reader.accuracy(node)
      case .value: step.value = reader.choice(node, what, Step.Value.self)
      case .basis: step.basis = reader.basis(node, &step.nestedExtensions)
      case .source: step.source = reader.text(node, what)
      case .replaces: step.replaces = reader.set(node, what, ids: true)
      case .notes: step.notes = reader.text(node, what)
      }
    }
    return step
  }

  private mutating func accuracy(_ node: JSONPlace) -> Double? {
    number(node, "percentCompleteAccurate", "a percent from 0 to 100") { (0...100).contains($0) }
  }

  private mutating func basis(_ node: JSONPlace, _ nested: inout Members<Members<JSON>>) -> Basis? {
    guard document.kind(node) == .object else { return choice(node, "basis", Basis.Kind.self).map(Basis.step) }
    var kinds: [(key: Text, value: Basis.Kind)] = []
    let extensions = object(node, BasisKey.self, "basis") { reader, key, node in
      if let kind = reader.choice(node, "basis", Basis.Kind.self) { kinds.append((Text(key.rawValue), kind)) }
    }
    if !extensions.isEmpty { nested["basis"] = extensions }
    return .figures(Members(kinds))
  }

  mutating func rework(_ node: JSONPlace) -> Rework? {
    var rework = Rework(from: "", to: "", percent: 0)
    rework.extensions = object(node, ReworkKey.self, "a rework loop") {
      reader, key, node in
      let what = key.rawValue
      switch key {
      case .from: rework.from = reader.id(node, what) ?? ""
      case .to: rework.to = reader.id(node, what) ?? ""
      case .percent:
        rework.percent = reader.number(node, what, "more than 0 and less than 100") { $0 > 0 && $0 < 100 } ?? 0
      case .waitTime: rework.waitTime = reader.duration(node, what)
      case .workTypes: rework.workTypes = reader.set(node, what, ids: true)
      }
    }
    return rework
  }

  mutating func workType(_ node: JSONPlace) -> WorkType? {
    var type = WorkType()
    type.extensions = object(node, WorkTypeKey.self, "a work type") { reader, key, node in
      switch key {
      case .name: type.name = reader.text(node, "name")
      case .share: type.share = reader.number(node, "share", "more than 0") { $0 > 0 }
      case .steps:
        type.steps = reader.set(node, "steps", ids: true)
        if reader.document.kind(node) == .array, reader.document.count(node) == 0 {
          reader.complain(
            .emptyWorkType, at: node, "a work type without steps", "name its steps, or leave \"steps\" out for all")
        }
      case .times: type.times = reader.dictionary(node, "times", nested: &type.nestedExtensions) { $0.stepTimes($1) }
      }
    }
    return type
  }

  private mutating func stepTimes(_ node: JSONPlace) -> StepTimes? {
    var times = StepTimes()
    times.extensions = object(node, StepTimesKey.self, "a step's times") { reader, key, node in
      switch key {
      case .waitTime: times.waitTime = reader.duration(node, "waitTime")
      case .processTime: times.processTime = reader.duration(node, "processTime")
      case .percentCompleteAccurate: times.percentCompleteAccurate = reader.accuracy(node)
      }
    }
    return times
  }
}
