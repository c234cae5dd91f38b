package import CanonicalJSON

extension ValueStreamMap {
  /// The bytes of the canonical document: one function of what the map states.
  package var canonicalBytes: [UInt8] { json.canonicalBytes }

  /// The document as a tree, durations in canonical text, sets sorted.
  package var json: JSON {
    let durations = DurationText(calendar)
    var object = ObjectBuilder(extensions)
    object["$schema"] = schema.json
    object["actions"] = actions.map { nestedExtensions.object("actions", $0.mapValues(\.json)) }
    object["asOf"] = asOf.json
    object["calendar"] = calendar?.json
    object["commitment"] = commitment.json
    object["customers"] = customers?.setJSON
    object["demand"] = demand?.json(durations)
    object["doneWhen"] = doneWhen.json
    object["format"] = "vsm-map/1"
    object["glossary"] = glossary.map { nestedExtensions.object("glossary", $0.mapValues { .string($0) }) }
    object["participants"] = participants.map { .array($0.map(\.json)) }
    object["review"] = review.json
    object["rework"] = rework.map { loops in
      .array(loops.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.map { $0.json(durations) })
    }
    object["sources"] = sources?.setJSON
    object["steps"] = .array(steps.map { $0.json(durations) })
    object["team"] = team.json
    object["teams"] = teams.map { nestedExtensions.object("teams", $0.mapValues(\.json)) }
    object["title"] = .string(title)
    object["trigger"] = trigger.json
    object["workTypes"] = workTypes.map { nestedExtensions.object("workTypes", $0.mapValues { $0.json(durations) }) }
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
    object["availability"] = availability.json
    object["control"] = control.json
    object["name"] = name.json
    object["people"] = people.json
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
    object["after"] = after?.setJSON
    object["arrives"] = arrives.json
    object["basis"] = basis.map { $0.json(nestedExtensions) }
    object["id"] = .string(id)
    object["name"] = .string(name)
    object["notes"] = notes.json
    object["percentCompleteAccurate"] = percentCompleteAccurate.json
    object["processRange"] = processRange.map { durations.json($0) }
    object["processTime"] = durations.json(processTime)
    object["queue"] = queue.json
    object["replaces"] = replaces?.setJSON
    object["source"] = source.json
    object["team"] = team.json
    object["value"] = value.json
    object["waitRange"] = waitRange.map { durations.json($0) }
    object["waitTime"] = durations.json(waitTime)
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
    object["percent"] = .number(percent)
    object["to"] = .string(to)
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
    object["percentCompleteAccurate"] = percentCompleteAccurate.json
    object["processTime"] = durations.json(processTime)
    object["waitTime"] = durations.json(waitTime)
    return object.json
  }
}

extension Action {
  package var json: JSON {
    var object = ObjectBuilder(extensions)
    object["due"] = due.json
    object["figure"] = figure.json
    object["hypothesis"] = hypothesis.json
    object["learned"] = learned.json
    object["notes"] = notes.json
    object["owner"] = owner.json
    object["status"] = status.json
    object["title"] = .string(title)
    object["waste"] = waste.json
    switch target {
    case .step(let step): object["step"] = .string(step)
    case .handoff(let from, let to): object["handoff"] = ends("handoff", from, to)
    case .rework(let from, let to): object["rework"] = ends("rework", from, to)
    case nil: break
    }
    return object.json
  }
  private func ends(_ field: Text, _ from: StepID, _ to: StepID) -> JSON {
    nestedExtensions.object(field, ["from": .string(from), "to": .string(to)])
  }
}
