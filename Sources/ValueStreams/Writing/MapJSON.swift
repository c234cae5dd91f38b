package import CanonicalJSON

extension ValueStreamMap {
  /// The bytes of the canonical document: one function of what the map states.
  package var canonicalBytes: [UInt8] { json.canonicalBytes }

  /// The document as a tree, durations in canonical text, sets sorted.
  package var json: JSON {
    let durations = DurationText(calendar)
    var object = ObjectBuilder(extensions)
    object["$schema"] = schema.json
    object["format"] = "vsm-map/1"
    object["title"] = .string(title)
    object["team"] = team.json
    object["asOf"] = asOf.json
    object["trigger"] = trigger.json
    object["doneWhen"] = doneWhen.json
    object["commitment"] = commitment.json
    object["sources"] = sources?.setJSON
    object["customers"] = customers?.setJSON
    object["calendar"] = calendar?.json
    object["demand"] = demand?.json(durations)
    object["review"] = review.json
    object["teams"] = teams.map { nestedExtensions.object("teams", $0.mapValues(\.json)) }
    object["participants"] = participants.map { .array($0.map(\.json)) }
    object["glossary"] = glossary.map { nestedExtensions.object("glossary", $0.mapValues { .string($0) }) }
    object["steps"] = .array(steps.map { $0.json(durations) })
    object["rework"] = rework.map { loops in
      .array(loops.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.map { $0.json(durations) })
    }
    object["workTypes"] = workTypes.map { nestedExtensions.object("workTypes", $0.mapValues { $0.json(durations) }) }
    object["actions"] = actions.map { nestedExtensions.object("actions", $0.mapValues(\.json)) }
    return object.json
  }
}

extension WorkCalendar {
  package var json: JSON {
    var object = ObjectBuilder(extensions)
    // A day cannot be told in days: hours and below only.
    object["day"] = day.map { .string(Text(DurationText.clock.write($0))) }
    object["daysPerWeek"] = daysPerWeek.json
    return object.json
  }
}

extension DurationText {
  /// In hours, minutes and seconds only: for `calendar.day` itself, and for where no calendar is known.
  package static let clock = DurationText(day: WorkingTime.limit)

  private init(day: Int) {
    self.init(WorkCalendar(day: WorkingTime(seconds: day)))
  }
}

extension Demand {
  package func json(_ durations: DurationText) -> JSON {
    var object = ObjectBuilder(extensions)
    object["items"] = .number(items)
    object["per"] = durations.json(per)
    return object.json
  }
}

extension Team {
  package var json: JSON {
    var object = ObjectBuilder(extensions)
    object["name"] = name.json
    object["control"] = control.json
    object["people"] = people.json
    object["availability"] = availability.json
    return object.json
  }
}

extension Participant {
  package var json: JSON {
    var object = ObjectBuilder(extensions)
    object["name"] = .string(name)
    object["role"] = role.json
    object["team"] = team.json
    return object.json
  }
}

extension Step {
  package func json(_ durations: DurationText) -> JSON {
    var object = ObjectBuilder(extensions)
    object["id"] = .string(id)
    object["name"] = .string(name)
    object["team"] = team.json
    object["after"] = after?.setJSON
    object["arrives"] = arrives.json
    object["waitTime"] = durations.json(waitTime)
    object["queue"] = queue.json
    object["processTime"] = durations.json(processTime)
    object["waitRange"] = waitRange.map { durations.json($0) }
    object["processRange"] = processRange.map { durations.json($0) }
    object["percentCompleteAccurate"] = percentCompleteAccurate.json
    object["value"] = value.json
    object["basis"] = basis.map { $0.json(nestedExtensions) }
    object["source"] = source.json
    object["replaces"] = replaces?.setJSON
    object["notes"] = notes.json
    return object.json
  }
}

extension Basis {
  func json(_ nestedExtensions: Members<Members<JSON>>) -> JSON {
    switch self {
    case .step(let kind): .string(Text(kind.rawValue))
    case .figures(let kinds): nestedExtensions.object("basis", kinds.mapValues { .string(Text($0.rawValue)) })
    }
  }
}

extension Rework {
  package func json(_ durations: DurationText) -> JSON {
    var object = ObjectBuilder(extensions)
    object["from"] = .string(from)
    object["to"] = .string(to)
    object["percent"] = .number(percent)
    object["waitTime"] = durations.json(waitTime)
    object["workTypes"] = workTypes?.setJSON
    return object.json
  }
}

extension WorkType {
  package func json(_ durations: DurationText) -> JSON {
    var object = ObjectBuilder(extensions)
    object["name"] = name.json
    object["share"] = share.json
    object["steps"] = steps?.setJSON
    object["times"] = times.map { nestedExtensions.object("times", $0.mapValues { $0.json(durations) }) }
    return object.json
  }
}

extension StepTimes {
  package func json(_ durations: DurationText) -> JSON {
    var object = ObjectBuilder(extensions)
    object["waitTime"] = durations.json(waitTime)
    object["processTime"] = durations.json(processTime)
    object["percentCompleteAccurate"] = percentCompleteAccurate.json
    return object.json
  }
}

extension Action {
  package var json: JSON {
    var object = ObjectBuilder(extensions)
    object["title"] = .string(title)
    switch target {
    case .step(let step): object["step"] = .string(step)
    case .handoff(let from, let to): object["handoff"] = ends("handoff", from, to)
    case .rework(let from, let to): object["rework"] = ends("rework", from, to)
    case nil: break
    }
    object["figure"] = figure.json
    object["waste"] = waste.json
    object["hypothesis"] = hypothesis.json
    object["owner"] = owner.json
    object["due"] = due.json
    object["status"] = status.json
    object["learned"] = learned.json
    object["notes"] = notes.json
    return object.json
  }
  private func ends(_ field: Text, _ from: StepID, _ to: StepID) -> JSON {
    nestedExtensions.object(field, ["from": .string(from), "to": .string(to)])
  }
}
