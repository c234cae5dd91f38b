import CanonicalJSON
import Changes
import ValueStreams

/// The cards of both versions' steps: what moved stands beside its former figure.
struct ChangeCards {
  let cards: [StepCard]

  init(_ measured: Sides<MeasuredMap>, _ steps: ChangedSteps, _ difference: Difference, teams: TeamColours) {
    let sources = measured.map { MapCards($0.map, $0.metrics, teams: teams) }
    let all = sources.map(\.cards)
    let earlier = Dictionary(all.before.map { ($0.id, $0) }) { first, _ in first }
    let figures = measured.map { Dictionary($0.metrics.steps.map { ($0.id, $0) }) { first, _ in first } }
    var kinds: [StepID: StepChange] = [:]
    for change in difference.steps {
      for id in change.steps.after { kinds[id] = change }
    }
    let durations = sources.map(\.durations)
    let kept = all.after.enumerated().map { place, card in
      var card = card
      let former = steps.former[place]
      card.bursts = []
      guard !former.isEmpty else {
        let isSplit = kinds[card.id].map { !$0.steps.before.isEmpty } ?? false
        card.status = isSplit ? .kept : .new
        card.note = isSplit ? "split off" : "new"
        return card
      }
      let was = former.compactMap { figures.before[$0] }
      let times = Sides(before: was.reduce(0) { $0 + $1.waitTime }, after: figures.after[card.id]?.waitTime ?? 0)
      card.waiting.compare(times, before: durations.before)
      if former.count == 1, let old = earlier[former[0]] {
        card.compare(with: old)
      } else {
        let work = durations.before.brief(was.reduce(0) { $0 + $1.processTime })
        for row in card.rows.indices where card.rows[row].label == "Process" && card.rows[row].value != work {
          card.rows[row].before = work
        }
      }
      let names = former.compactMap { earlier[$0]?.name }
      if names != [card.name] { card.note = "was \(names.joined(separator: ", "))" }
      return card
    }
    let gone = steps.gone.compactMap { id -> StepCard? in
      guard var card = earlier[id] else { return nil }
      card.status = .gone
      card.note = "gone"
      card.bursts = []
      card.isOnPath = false
      card.isConstraint = false
      return card
    }
    cards = kept + gone
  }
}

extension StepCard {
  /// Puts the figures of its one former card beside its own where they differ.
  fileprivate mutating func compare(with old: StepCard) {
    for row in rows.indices {
      guard let was = old.rows.first(where: { $0.label == rows[row].label }), was.value != rows[row].value else {
        continue
      }
      rows[row].before = was.value
    }
    if old.teamName != teamName { teamName = "\(old.teamName ?? "no team") → \(teamName ?? "no team")" }
    tooltip += "\n\nBefore:\n\(old.tooltip)"
  }
}

extension StepCard.Waiting {
  /// Draws the larger of the two waits in full and the other one by its area.
  fileprivate mutating func compare(_ seconds: Sides<Double>, before durations: Durations) {
    guard abs(seconds.after - seconds.before) >= 0.5 else { return }
    let largest = max(seconds.before, seconds.after)
    timeBefore = durations.brief(seconds.before)
    time = time ?? "0"
    sizeBefore = seconds.before > 0 ? (seconds.before / largest).squareRoot() : nil
    size = seconds.after > 0 ? (seconds.after / largest).squareRoot() : nil
  }
}
