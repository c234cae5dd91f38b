package import CanonicalJSON

/// What an interview asks, in the order in which a workshop does. Steps, loops and types of work count from 0.
package enum Question: Hashable, Sendable {
  case title, trigger, sources, workTypes, demand, ownTeam
  /// The name of a step; nothing ends the list of steps.
  case step(Int)
  case team(Int)
  /// What has to be finished before the step begins.
  case after(Int)
  case wait(Int), process(Int), accuracy(Int), value(Int)
  /// Where all figures come from.
  case basis
  /// The step after which work comes back; nothing ends the list of loops.
  case loopFrom(Int)
  case loopTo(Int)
  case loopPercent(Int)
  /// The steps that a type of work does not need.
  case skipped(Int)
  case doneWhen, customers
  /// Whether what was understood is right.
  case confirm

  /// Whether nothing like it was asked before, so that its words want explaining.
  package var isFirstOfItsKind: Bool {
    switch self {
    case .step(let number), .team(let number), .wait(let number), .process(let number), .accuracy(let number),
      .value(let number), .loopFrom(let number), .loopTo(let number), .loopPercent(let number), .skipped(let number):
      number == 0
    case .after(let number): number == 1
    default: true
    }
  }
}

/// Why an answer is asked for again.
package enum AnswerFault: Error, Equatable, Sendable {
  /// The question cannot be skipped.
  case needed
  case notATime(String)
  /// A number, and of what?
  case noUnit(String)
  case notAPercent(String)
  case notADemand(String)
  /// One of some words was wanted.
  case unknownWord(String, known: [String])
  case unknownStep(String, nearest: String?)
  /// A step can only wait for one that is listed before it.
  case notBefore(Text, Text)
  /// With this answer the map would break a rule of the format.
  case breaksRule(String)
}
