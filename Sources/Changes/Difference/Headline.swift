import CanonicalJSON
import ValueStreams

/// What the one sentence about a difference says.
package struct Headline: Equatable, Sendable {
  package enum Part: String, CaseIterable, Sendable { case waits, process, rework, path, mix }

  /// Seconds, never zero.
  package struct Amount: Equatable, Sendable {
    package var part: Part
    package var seconds: Double
  }

  package var isCorrection: Bool
  package var leadTime: Sides<Double>
  /// In the order of ``Part``; they sum to the change in lead time.
  package var amounts: [Amount]
  package var handoffsGone: Int
  package var handoffsNew: Int
  /// How much of the change comes from figures whose basis changed with them; nil when none did.
  package var newlyMeasured: Double?

  package var change: Double { leadTime.after - leadTime.before }
}

extension Difference {
  package var headline: Headline {
    var sums: [Headline.Part: Double] = [:]
    for line in bridge.lines {
      switch line.kind {
      case .group:
        sums[.waits, default: 0] += line.wait
        sums[.process, default: 0] += line.process
        sums[.rework, default: 0] += line.rework
      case .path: sums[.path, default: 0] += line.total
      case .mix: sums[.mix, default: 0] += line.total
      }
    }
    let leadTime = self[.leadTime]?.values.map { $0 ?? 0 } ?? Sides(before: 0, after: 0)
    return Headline(
      isCorrection: isCorrection, leadTime: leadTime,
      amounts: Headline.Part.allCases.compactMap { part in
        sums[part].flatMap { $0 == 0 ? nil : Headline.Amount(part: part, seconds: $0) }
      },
      handoffsGone: handoffs.gone.count, handoffsNew: handoffs.new.count, newlyMeasured: newlyMeasured)
  }

  /// How much of the bridge comes from figures whose basis changed.
  private var newlyMeasured: Double? {
    var waits = Sides<Set<StepID>>(before: [], after: [])
    var processes = waits
    for case .basis(let steps, let figure, _) in warnings {
      switch figure {
      case "processTime":
        processes.before.formUnion(steps.before)
        processes.after.formUnion(steps.after)
      case "waitTime", "queue":
        waits.before.formUnion(steps.before)
        waits.after.formUnion(steps.after)
      default: break
      }
    }
    func touches(_ line: BridgeLine, _ ids: Sides<Set<StepID>>) -> Bool {
      line.steps.before.contains(where: ids.before.contains) || line.steps.after.contains(where: ids.after.contains)
    }
    var total = 0.0
    for line in bridge.lines where line.kind == .group {
      if touches(line, waits) { total += line.wait }
      if touches(line, processes) { total += line.process }
    }
    return total == 0 ? nil : total
  }
}
