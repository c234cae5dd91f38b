import CanonicalJSON
package import Changes
import ValueStreams

extension Difference {
  /// All warnings as sentences; what holds of several steps alike is said once.
  package var warningSentences: [String] {
    var merged: [ComparabilityWarning] = []
    for warning in warnings {
      guard case .basis(let steps, let figure, let kinds) = warning else {
        merged.append(warning)
        continue
      }
      let place = merged.firstIndex { other in
        guard case .basis(_, let otherFigure, let otherKinds) = other else { return false }
        return figure == otherFigure && kinds == otherKinds
      }
      guard let place, case .basis(let earlier, _, _) = merged[place] else {
        merged.append(warning)
        continue
      }
      let all = Sides(before: earlier.before + steps.before, after: earlier.after + steps.after)
      merged[place] = .basis(steps: all, figure: figure, kinds: kinds)
    }
    return merged.map(message)
  }

  /// Why a change may not be what it seems, in a sentence.
  package func message(_ warning: ComparabilityWarning) -> String {
    switch warning {
    case .basis(let steps, let figure, let kinds):
      let sides = kinds.map { $0.map(phrase) ?? "of no stated basis" }
      return "\(list(steps.after, names.after)): the \(word(figure)) was \(sides.before) and is \(sides.after);"
        + " its change is no evidence of improvement."
    case .calendar(let calendars):
      return
        "Not comparable: a working week was \(week(calendars.before)) and is \(week(calendars.after)). Each side is printed"
        + " in its own days, changes in hours."
    case .scope(let scope, let texts):
      let verb = scope == .trigger ? "begins" : "ends"
      return
        "Not comparable: the stream \(verb) elsewhere, \(quoted(texts.before)) before and \(quoted(texts.after)) after."
    case .mix(let shares):
      let parts = shares.map { share in
        let sides = share.shares.map { value in value.map { Numbers.percent($0 * 100) } ?? "none" }
        let name = workTypeNames.after[share.workType] ?? workTypeNames.before[share.workType] ?? share.workType
        return "\(name) \(sides.before) → \(sides.after)"
      }
      return "The shares of the work types moved: \(parts.joined(separator: ", "))."
    case .demand(let demand):
      let sides = Sides(before: text(demand.before, calendars.before), after: text(demand.after, calendars.after))
      return "Demand moved from \(sides.before) to \(sides.after), and the waits that are derived from queues with it."
    case .coverage(let figure, let gained, let lost):
      var parts: [String] = []
      if !gained.isEmpty { parts.append("now stated for \(list(gained, names.after))") }
      if !lost.isEmpty { parts.append("no longer stated for \(list(lost, names.before))") }
      let effect = figure == .team ? "handoffs are only seen between stated teams" : "what is not stated does not count"
      return "The \(word(Text(figure.rawValue))) is \(parts.joined(separator: " and ")): \(effect)."
    case .likenessCapped(let removed, let added, let limit):
      return
        "\(removed) steps were removed and \(added) added: more than \(limit), so likely renames were not looked for among"
        + " all of them."
    }
  }

  private func phrase(_ kind: Basis.Kind) -> String {
    kind == .guess ? "a guess" : kind.rawValue
  }

  private func word(_ field: Text) -> String {
    switch field {
    case "waitTime": "wait"
    case "processTime": "process time"
    case "percentCompleteAccurate": "%C&A"
    default: field.string
    }
  }

  private func list(_ ids: [StepID], _ names: [StepID: Text]) -> String {
    let shown = ids.prefix(ids.count > 7 ? 6 : 7).map { (names[$0] ?? $0).string }.joined(separator: ", ")
    return ids.count > 7 ? "\(shown) and \(ids.count - 6) more" : shown
  }

  private func quoted(_ text: Text?) -> String {
    text.map { "\u{201C}\($0)\u{201D}" } ?? "not stated"
  }

  private func week(_ calendar: WorkCalendar?) -> String {
    let days = Numbers.count(calendar?.daysPerWeek ?? 5)
    return "\(days) days of \(Durations.hours.text(Double(Durations(calendar).dayLength)))"
  }

  private func text(_ demand: Demand?, _ calendar: WorkCalendar?) -> String {
    demand.map { "\(Numbers.count($0.items)) in \(Durations(calendar).text($0.per))" } ?? "not stated"
  }
}
