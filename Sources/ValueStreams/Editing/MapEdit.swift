import CanonicalJSON

/// A change to a map, as `set` makes it.
package enum MapEdit: Equatable, Sendable {
  /// What has fields.
  package enum Target: Hashable, Sendable {
    case map
    case step(StepID)
    /// The basis of a single figure.
    case basis(StepID)
    case loop(from: StepID, to: StepID)
  }

  /// A field gets a value, as text; an empty one takes it away.
  case field(Target, String, String)
  /// A new step; its id is made of its name.
  case add(name: String, Place)
  case move(StepID, Place)
  case remove(StepID)
  /// A percent of the work goes back; 0 takes the loop away.
  case rework(from: StepID, to: StepID, percent: Double)
  /// A team of that id is known by that name.
  case team(TeamID, name: String)
}

/// Where in the flow a step goes.
package enum Place: Equatable, Sendable {
  /// Between these steps and all that they hand work to.
  case after([StepID])
  /// Between this step and all that hand work to it.
  case before(StepID)
  /// On a branch of its own, with the same steps before and behind as this one.
  case beside(StepID)
  /// After all steps that hand work to nobody.
  case end
}

/// Why a map cannot be changed as asked.
package enum EditError: Error, Equatable, Sendable {
  package enum Fault: Equatable, Sendable {
    /// Not of the form `FIELD=VALUE`, and no step either.
    case unknownStep(nearest: String?)
    /// Several steps have that name.
    case ambiguousStep([StepID])
    /// A step's id is what everything else knows it by.
    case identity
    case notANumber(String)
    /// Not of the form `FROM:TO=PERCENT`.
    case loopForm
    /// Not of the form `ID=NAME`.
    case teamForm
    case unknownLoop(from: StepID, to: StepID)
    /// A step cannot go after, before or beside itself.
    case besideItself
    /// The last step of a map.
    case lastStep
  }

  /// One of the words that were given.
  case word(String, Fault)
  /// The changed map would break these rules; each place is said as in `approval.waitTime`.
  case invalid([(place: String, problem: Problem)])

  package static func == (left: EditError, right: EditError) -> Bool {
    switch (left, right) {
    case (.word(let left, let leftFault), .word(let right, let rightFault)): left == right && leftFault == rightFault
    case (.invalid(let left), .invalid(let right)):
      left.elementsEqual(right) { $0.place == $1.place && $0.problem == $1.problem }
    default: false
    }
  }
}
