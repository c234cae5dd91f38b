package import CanonicalJSON

/// Something to say about a map document: where, what is wrong, and how to mend it.
package struct Problem: Equatable, Sendable {
  /// Errors make a map invalid; warnings and notes never block.
  package enum Severity: String, CaseIterable, Sendable { case error, warning, note }

  package var code: Code
  /// Line and column from 1; columns count Unicode scalars.
  package var position: JSONPosition
  package var pointer: JSONPointer
  package var message: String
  package var remedy: String?

  package var severity: Severity { code.severity }

  /// Message and remedy as one sentence.
  package var sentence: String { remedy.map { "\(message); \($0)" } ?? message }
}

extension Problem {
  /// The stable names of everything `check` can say.
  package enum Code: String, CaseIterable, Sendable {
    case syntax, type, range
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case duplicateInSet = "duplicate-in-set"
    case duplicateID = "duplicate-id"
    case unknownStep = "unknown-step"
    case unknownTeam = "unknown-team"
    case unknownWorkType = "unknown-work-type"
    case cycle
    case reworkForward = "rework-forward"
    case reworkTotal = "rework-total"
    case endlessRework = "endless-rework"
    case emptyWorkType = "empty-work-type"

    case missingWait = "missing-wait"
    case missingProcess = "missing-process"
    case missingAccuracy = "missing-accuracy"
    case missingValue = "missing-value"
    case missingTeam = "missing-team"
    case missingBasis = "missing-basis"
    case queueDisagrees = "queue-disagrees"
    case queueWithoutDemand = "queue-without-demand"
    case fractionPercent = "fraction-percent"
    case optimistic
    case unrepresentedTeam = "unrepresented-team"
    case overCapacity = "over-capacity"
    case noCustomer = "no-customer"
    case noSource = "no-source"
    case noDone = "no-done"
    case unusedStep = "unused-step"
    case replacesLost = "replaces-lost"
    case unknownTarget = "unknown-target"
    case overdueAction = "overdue-action"

    case undefinedTerm = "undefined-term"

    package var severity: Severity {
      switch self {
      case .syntax, .type, .range, .unknownKey, .missingKey, .duplicateInSet, .duplicateID, .unknownStep, .unknownTeam,
        .unknownWorkType, .cycle, .reworkForward, .reworkTotal, .endlessRework, .emptyWorkType:
        .error
      case .undefinedTerm: .note
      default: .warning
      }
    }
  }
}
