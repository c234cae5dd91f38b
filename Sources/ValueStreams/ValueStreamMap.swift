package import CanonicalJSON

package typealias StepID = Text
package typealias TeamID = Text
package typealias WorkTypeID = Text
package typealias ActionID = Text

/// One state of one value stream, as the document states it: optional means "not stated", defaults are not filled in.
///
/// Every total is derived (see ``Metrics``); the map holds observations only. A value that came from
/// ``MapReader`` is valid: ids are unique, references lead somewhere, and the flow has no cycle.
package struct ValueStreamMap: Equatable, Sendable {
  /// The `$schema` member, kept as it is for editors.
  package var schema: Text?
  package var title: Text
  /// The team that owns the stream.
  package var team: TeamID?
  /// The day of observation.
  package var asOf: Day?
  package var trigger: Text?
  package var doneWhen: Text?
  /// The step at which the team commits to the work.
  package var commitment: StepID?
  package var sources: [Text]?
  package var customers: [Text]?
  package var calendar: WorkCalendar?
  package var demand: Demand?
  package var review: Cadence?
  package var teams: Members<Team>?
  package var participants: [Participant]?
  package var glossary: Members<Text>?
  package var steps: [Step]
  package var rework: [Rework]?
  package var workTypes: Members<WorkType>?
  package var actions: Members<Action>?
  /// Members whose key starts with `x-`.
  package var extensions: Members<JSON> = [:]
  /// `x-` members of the objects by id directly inside (teams, glossary, …), by the member that holds them.
  package var nestedExtensions: Members<Members<JSON>> = [:]

  package init(title: Text, steps: [Step]) {
    self.title = title
    self.steps = steps
  }
}

/// Working time: how long a day and a week are. Absent members mean 8 hours and 5 days.
package struct WorkCalendar: Equatable, Sendable {
  package var day: WorkingTime?
  package var daysPerWeek: Double?
  package var extensions: Members<JSON> = [:]

  package init(day: WorkingTime? = nil, daysPerWeek: Double? = nil) {
    self.day = day
    self.daysPerWeek = daysPerWeek
  }
}

/// `items` enter the stream every `per` of working time.
package struct Demand: Equatable, Sendable {
  package var items: Double
  package var per: WorkingTime
  package var extensions: Members<JSON> = [:]

  package init(items: Double, per: WorkingTime) {
    self.items = items
    self.per = per
  }

  /// Items per second of working time.
  package var rate: Double { items / Double(per.seconds) }
}

/// How often the map is reviewed.
package enum Cadence: String, CaseIterable, Sendable {
  case weekly, biweekly, monthly, quarterly, yearly
}

package struct Team: Equatable, Sendable {
  package enum Control: String, CaseIterable, Sendable { case own, outside }

  package var name: Text?
  package var control: Control?
  package var people: Double?
  /// Percent of the team's time that this stream gets, 0 < p ≤ 100.
  package var availability: Double?
  package var extensions: Members<JSON> = [:]

  package init(name: Text? = nil, control: Control? = nil, people: Double? = nil, availability: Double? = nil) {
    self.name = name
    self.control = control
    self.people = people
    self.availability = availability
  }
}

package struct Participant: Equatable, Sendable {
  package var name: Text
  package var role: Text?
  package var team: TeamID?
  package var extensions: Members<JSON> = [:]

  package init(name: Text, role: Text? = nil, team: TeamID? = nil) {
    self.name = name
    self.role = role
    self.team = team
  }
}

/// Of the work that leaves `from`, `percent` goes back to `to` after an extra wait.
package struct Rework: Equatable, Sendable {
  package var from: StepID
  package var to: StepID
  /// 0 < percent < 100.
  package var percent: Double
  package var waitTime: WorkingTime?
  package var workTypes: [WorkTypeID]?
  package var extensions: Members<JSON> = [:]

  package init(
    from: StepID, to: StepID, percent: Double, waitTime: WorkingTime? = nil, workTypes: [WorkTypeID]? = nil
  ) {
    self.from = from
    self.to = to
    self.percent = percent
    self.waitTime = waitTime
    self.workTypes = workTypes
  }
}

/// A kind of work that takes its own way through the stream.
package struct WorkType: Equatable, Sendable {
  package var name: Text?
  /// A weight; weights are normalised to 1. Default 1.
  package var share: Double?
  /// The steps it takes; default all.
  package var steps: [StepID]?
  /// Figures that differ for this type, by step.
  package var times: Members<StepTimes>?
  package var extensions: Members<JSON> = [:]
  /// `x-` members of the objects directly inside, by the member that holds them.
  package var nestedExtensions: Members<Members<JSON>> = [:]

  package init(
    name: Text? = nil, share: Double? = nil, steps: [StepID]? = nil, times: Members<StepTimes>? = nil
  ) {
    self.name = name
    self.share = share
    self.steps = steps
    self.times = times
  }
}

/// A work type's own figures at one step.
package struct StepTimes: Equatable, Sendable {
  package var waitTime: WorkingTime?
  package var processTime: WorkingTime?
  package var percentCompleteAccurate: Double?
  package var extensions: Members<JSON> = [:]

  package init(
    waitTime: WorkingTime? = nil, processTime: WorkingTime? = nil, percentCompleteAccurate: Double? = nil
  ) {
    self.waitTime = waitTime
    self.processTime = processTime
    self.percentCompleteAccurate = percentCompleteAccurate
  }
}
