package import CanonicalJSON

extension ValueStreamMap {
  /// The bytes of the canonical document: one function of what the map states.
  package var canonicalBytes: [UInt8] {
    ObjectWriter.document(capacity: 1024 + 256 * steps.count) { state(in: &$0) }
  }

  /// The document as a tree, durations in canonical text, sets sorted.
  package var json: JSON { .object { state(in: &$0) } }

  private func state(in object: inout some MemberSink & ~Copyable) {
    let durations = DurationText(calendar)
    object.state("$schema", schema.json)
    object.state("actions", actions.map { nestedExtensions.object("actions", $0.mapValues(\.json)) })
    object.state("asOf", asOf.json)
    object.state("calendar", calendar?.json)
    object.state("commitment", commitment.json)
    object.state("customers", customers?.setJSON)
    object.state("demand", demand?.json(durations))
    object.state("doneWhen", doneWhen.json)
    object.state("format", "vsm-map/1")
    object.state("glossary", glossary.map { nestedExtensions.object("glossary", $0.mapValues { .string($0) }) })
    object.state("participants", participants.map { .array($0.map(\.json)) })
    object.state("review", review.json)
    if let rework {
      object.state("rework", rework.sorted { ($0.from, $0.to) < ($1.from, $1.to) }) { $0.state(durations, in: &$1) }
    }
    object.state("sources", sources?.setJSON)
    object.state("steps", steps) { $0.state(durations, in: &$1) }
    object.state("team", team.json)
    object.state("teams", teams.map { nestedExtensions.object("teams", $0.mapValues(\.json)) })
    object.state("title", .string(title))
    object.state("trigger", trigger.json)
    object.state(
      "workTypes", workTypes.map { nestedExtensions.object("workTypes", $0.mapValues { $0.json(durations) }) })
    object.state(extensions)
  }
}

extension WorkCalendar {
  package var json: JSON {
    .object { object in
      // A day cannot be told in days: hours and below only.
      object.state("day", day.map { .string(Text(DurationText.clock.write($0))) })
      object.state("daysPerWeek", daysPerWeek.json)
      object.state(extensions)
    }
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
    .object { object in
      object.state("items", .number(items))
      object.state("per", durations.json(per))
      object.state(extensions)
    }
  }
}

extension Team {
  package var json: JSON {
    .object { object in
      object.state("availability", availability.json)
      object.state("control", control.json)
      object.state("name", name.json)
      object.state("people", people.json)
      object.state(extensions)
    }
  }
}

extension Participant {
  package var json: JSON {
    .object { object in
      object.state("name", .string(name))
      object.state("role", role.json)
      object.state("team", team.json)
      object.state(extensions)
    }
  }
}

extension Step {
  package func json(_ durations: DurationText) -> JSON { .object { state(durations, in: &$0) } }

  fileprivate func state(_ durations: DurationText, in object: inout some MemberSink & ~Copyable) {
    object.state("after", after?.setJSON)
    object.state("arrives", arrives.json)
    object.state("basis", basis.map { $0.json(nestedExtensions) })
    object.state("id", .string(id))
    object.state("name", .string(name))
    object.state("notes", notes.json)
    object.state("percentCompleteAccurate", percentCompleteAccurate.json)
    object.state("processRange", processRange.map { durations.json($0) })
    object.state("processTime", durations.json(processTime))
    object.state("queue", queue.json)
    object.state("replaces", replaces?.setJSON)
    object.state("source", source.json)
    object.state("team", team.json)
    object.state("value", value.json)
    object.state("waitRange", waitRange.map { durations.json($0) })
    object.state("waitTime", durations.json(waitTime))
    object.state(extensions)
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
  package func json(_ durations: DurationText) -> JSON { .object { state(durations, in: &$0) } }

  fileprivate func state(_ durations: DurationText, in object: inout some MemberSink & ~Copyable) {
    object.state("from", .string(from))
    object.state("percent", .number(percent))
    object.state("to", .string(to))
    object.state("waitTime", durations.json(waitTime))
    object.state("workTypes", workTypes?.setJSON)
    object.state(extensions)
  }
}

extension WorkType {
  package func json(_ durations: DurationText) -> JSON {
    .object { object in
      object.state("name", name.json)
      object.state("share", share.json)
      object.state("steps", steps?.setJSON)
      object.state("times", times.map { nestedExtensions.object("times", $0.mapValues { $0.json(durations) }) })
      object.state(extensions)
    }
  }
}

extension StepTimes {
  package func json(_ durations: DurationText) -> JSON {
    .object { object in
      object.state("percentCompleteAccurate", percentCompleteAccurate.json)
      object.state("processTime", durations.json(processTime))
      object.state("waitTime", durations.json(waitTime))
      object.state(extensions)
    }
  }
}

extension Action {
  package var json: JSON {
    .object { object in
      object.state("due", due.json)
      object.state("figure", figure.json)
      if case .handoff(let from, let to) = target { object.state("handoff", ends("handoff", from, to)) }
      object.state("hypothesis", hypothesis.json)
      object.state("learned", learned.json)
      object.state("notes", notes.json)
      object.state("owner", owner.json)
      if case .rework(let from, let to) = target { object.state("rework", ends("rework", from, to)) }
      object.state("status", status.json)
      if case .step(let step) = target { object.state("step", .string(step)) }
      object.state("title", .string(title))
      object.state("waste", waste.json)
      object.state(extensions)
    }
  }

  private func ends(_ field: Text, _ from: StepID, _ to: StepID) -> JSON {
    nestedExtensions.object(field, ["from": .string(from), "to": .string(to)])
  }
}
