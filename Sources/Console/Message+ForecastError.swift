import CanonicalJSON
package import ValueStreams

/// The words for why there is no forecast.
extension Message {
  package init(_ error: ForecastError) {
    switch error {
    case .flow(.endlessRework(let step)):
      self.init(
        .invalidData, "with this much rework at \(step), items never come to an end", "Lower a percent that leaves it.")
    case .flow(.totalRework(let step)):
      self.init(
        .invalidData, "the loops that leave \(step) send back all of the work",
        "Their percents must sum to less than 100.")
    case .flow(let error):
      self.init(.invalidData, "the map cannot be measured: \(error)", "\"vsmrepo check\" says what is wrong with it.")
    case .tooMuchWork(let items):
      self.init(
        .invalidData, "there is so much rework that the items would take too long to walk",
        items > 0 ? "Fewer do: --items \(items)" : "Lower the percents of its loops.")
    case .whatIf(let text, let fault):
      self.init(whatIf: text, fault)
    }
  }

  private init(whatIf text: String, _ fault: WhatIf.Fault) {
    let what = "what if \(text):"
    switch fault {
    case .form:
      self.init(
        .usage, "\(what) it is not of the form STEP.FIELD=VALUE",
        "Write approval.waitTime=1d, or for a loop approval.copy.percent=20.")
    case .field(let field, let nearest):
      self.init(
        .usage, "\(what) \(field) is nothing that a forecast depends on",
        nearest.map { "Did you mean \($0)?" } ?? "There are: \(WhatIf.fields.joined(separator: ", ")).")
    case .duration(let fault, let value):
      self.init(.usage, "\(what) \(fault.complaint(about: Text(value)))", fault.remedy.asHint)
    case .number(let value):
      self.init(
        .usage, "\(what) \(value.isEmpty ? "there is no value" : "\"\(value)\" does not fit")",
        "A queue is 0 or more items, a percent at least 0 and less than 100.")
    case .unknownStep(let step, let nearest):
      self.init(
        .notThere, "\(what) the map has no step \(step)",
        nearest.map { "Did you mean \($0)?" } ?? "\"vsmrepo show --format json\" lists the ids of the steps.")
    case .unknownLoop(let from, let to):
      self.init(
        .notThere, "\(what) the map has no rework from \(from) to \(to)", "\"vsmrepo show\" lists the loops of the map."
      )
    }
  }
}

extension String {
  /// What the reader of maps advises, as a line of its own.
  package var asHint: String { prefix(1).uppercased() + dropFirst() + "." }
}
