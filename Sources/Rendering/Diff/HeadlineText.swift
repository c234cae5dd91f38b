import CanonicalJSON
package import Changes
package import ValueStreams

extension Difference {
  /// The difference in one sentence, for commit messages, logs and pages:
  /// `Lead time 23d 4h → 19d 2h (−4d 2h, −18 %): waits −4d 6h, rework −1d, process +1d 4h; 2 handoffs gone.`
  ///
  /// The parts add up as printed; what pulled in the direction of the change stands first, largest first.
  package var headlineText: String {
    guard !isEmpty else { return "No changes." }
    let headline = headline
    let account = TimeAccount(headline.leadTime, calendars: calendars)
    var text = headline.isCorrection ? "Correction: lead time " : "Lead time "
    if account.units == 0, account.before == account.after {
      text += "\(account.after), unchanged"
    } else {
      let percent = self[.leadTime]?.percent.map { ", " + Numbers.signed($0, Numbers.percent) } ?? ""
      text += "\(account.before) → \(account.after) (\(account.change)\(percent))"
    }
    let direction = account.units > 0 ? -1.0 : 1.0
    let parts = zip(headline.amounts, account.texts(headline.amounts.map(\.seconds)))
      .filter { !$0.1.hasPrefix("±") }
      .sorted { direction * $0.0.seconds < direction * $1.0.seconds }
      .map { "\($0.part.rawValue) \($1)" }
    if !parts.isEmpty { text += ": " + parts.joined(separator: ", ") }
    let rest = [handoffText(headline), parts.isEmpty ? otherChanges : nil].compactMap { $0 }
    if !rest.isEmpty { text += "; " + rest.joined(separator: "; ") }
    if let measured = headline.newlyMeasured { text += " (\(account.text(measured)) of it newly measured)" }
    return text + (isComparable ? "." : " (not comparable).")
  }

  private func handoffText(_ headline: Headline) -> String? {
    var parts: [String] = []
    if headline.handoffsGone > 0 { parts.append(Numbers.counted(headline.handoffsGone, "handoff") + " gone") }
    if headline.handoffsNew > 0 {
      parts.append(parts.isEmpty ? Numbers.counted(headline.handoffsNew, "new handoff") : "\(headline.handoffsNew) new")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What changed where no time did: `2 steps changed; glossary changed`.
  private var otherChanges: String? {
    var parts: [String] = []
    if !steps.isEmpty { parts.append(Numbers.counted(steps.count, "step") + " changed") }
    var fields: [String] = []
    for change in map {
      if let field = change.path.first.map({ visible($0.string) }), !fields.contains(field) { fields.append(field) }
    }
    let named = fields.prefix(3) + (fields.count > 3 ? ["more"] : [])
    if !named.isEmpty { parts.append(named.joined(separator: ", ") + " changed") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

/// The headline of a stream's first version, which has nothing to be compared with:
/// `First version: lead time 23d 4h (waits 18d, process 4d, rework 1d 4h), 8 steps, 6 handoffs.`
package func firstHeadline(_ map: ValueStreamMap, _ metrics: Metrics) -> String {
  "First version: \(mapInBrief(map, metrics))."
}

/// What a map comes to: `lead time 23d 4h (waits 18d, process 4d, rework 1d 4h), 8 steps, 6 handoffs`.
package func mapInBrief(_ map: ValueStreamMap, _ metrics: Metrics) -> String {
  let durations = Durations(map.calendar)
  let figures = metrics.figures
  let sum = LeadTimeSum(metrics.figures, durations)
  let parts = [("waits", sum.wait), ("process", sum.process), ("rework", sum.rework)].filter { $0.1 != "0" }
  let split = parts.isEmpty ? "" : " (" + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ")"
  return "lead time \(sum.total)\(split), \(Numbers.counted(figures.steps, "step")), "
    + "\(Numbers.count(figures.handoffs)) " + (figures.handoffs == 1 ? "handoff" : "handoffs")
}
