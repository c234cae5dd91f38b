package import CanonicalJSON

/// One piece of work in the stream.
package struct Step: Equatable, Sendable {
  /// How work comes to the step; for the picture. Default `push`.
  package enum Arrival: String, CaseIterable, Sendable { case push, pull, fifo }

  /// Value as the customer sees it.
  package enum Value: String, CaseIterable, Sendable {
    case adding, necessary
    case nonAdding = "non-adding"
  }

  package var id: StepID
  package var name: Text
  package var team: TeamID?
  /// The steps that hand work to it; nil means the step listed just before it, empty means that a flow starts here.
  package var after: [StepID]?
  package var arrives: Arrival?
  /// How long work lies in front of the step, per pass.
  package var waitTime: WorkingTime?
  /// Items that lie in front of the step.
  package var queue: Double?
  /// How long it is worked on, per pass.
  package var processTime: WorkingTime?
  /// Nine of ten items lie between the two.
  package var waitRange: WorkingTimeRange?
  package var processRange: WorkingTimeRange?
  /// %C&A, 0–100: how often the next step can use the work as it comes.
  package var percentCompleteAccurate: Double?
  package var value: Value?
  package var basis: Basis?
  /// Where the figures come from.
  package var source: Text?
  /// Ids of earlier steps that this one stands for.
  package var replaces: [StepID]?
  package var notes: Text?
  package var extensions: Members<JSON> = [:]
  /// `x-` members of the objects directly inside, by the member that holds them.
  package var nestedExtensions: Members<Members<JSON>> = [:]

  package init(id: StepID, name: Text) {
    self.id = id
    self.name = name
  }
}

/// From low to high, both included.
package struct WorkingTimeRange: Equatable, Sendable {
  package var low: WorkingTime
  package var high: WorkingTime

  package init(low: WorkingTime, high: WorkingTime) {
    self.low = low
    self.high = high
  }
}

/// How a figure came about: for the whole step, or figure by figure.
package enum Basis: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case guess, observed, measured }

  case step(Kind)
  case figures(Members<Kind>)

  /// The basis of the figure with that field name (`waitTime`, `queue`, `processTime`, `percentCompleteAccurate`).
  package subscript(figure: Text) -> Kind? {
    switch self {
    case .step(let kind): kind
    case .figures(let kinds): kinds[figure]
    }
  }
}
