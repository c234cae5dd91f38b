package import CanonicalJSON

/// A planned or tried improvement and what it aims at.
package struct Action: Equatable, Sendable {
  package enum Target: Equatable, Sendable {
    case step(StepID)
    case handoff(from: StepID, to: StepID)
    case rework(from: StepID, to: StepID)
  }

  package enum Figure: String, CaseIterable, Sendable {
    case waitTime, processTime, percentCompleteAccurate, percent
  }

  package enum Waste: String, CaseIterable, Sendable {
    case waiting, handoff, rework, overproduction, overprocessing, inventory, motion
    case unusedTalent = "unused-talent"
  }

  package enum Status: String, CaseIterable, Sendable { case proposed, testing, adopted, rejected }

  package var title: Text
  package var target: Target?
  /// Default: `waitTime` for a step, `percent` for a loop.
  package var figure: Figure?
  package var waste: Waste?
  package var hypothesis: Text?
  package var owner: Text?
  package var due: Day?
  package var status: Status?
  package var learned: Text?
  package var notes: Text?
  package var extensions: Members<JSON> = [:]
  /// `x-` members of the objects directly inside, by the member that holds them.
  package var nestedExtensions: Members<Members<JSON>> = [:]

  package init(title: Text) {
    self.title = title
  }
}
