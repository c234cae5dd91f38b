import CanonicalJSON
import Changes
import ValueStreams

/// The lists that explain the picture of a change.
struct ChangeLegend {
  let difference: Difference
  let maps: Sides<ValueStreamMap>
  let metrics: Metrics
  let teams: TeamColours
  private static let limit = 12

  var blocks: [FooterBlock] {
    [symbols, handoffs, cautions, teamBlock].compactMap { $0 }
  }

  private var teamBlock: FooterBlock? {
    let names = maps.map { Names($0) }
    return teams.legend(figures: metrics.teams) { id in
      (maps.after.teams?[id] == nil ? names.before : names.after).team(id).shown(or: id)
    }
  }

  private var symbols: FooterBlock {
    let former = Paint(stroke: .soft, width: 1.3, dash: [4, 3])
    let waiting = Paint(fill: .wait, stroke: .ink, width: 1.2)
    let frame = Box(x: 2, y: 2, width: 28, height: 15)
    return FooterBlock(
      heading: "How to read it",
      entries: [
        .init(
          symbol: WaitTriangle.shapes(x: 16, base: 20, size: 0.3, paint: waiting, letter: false)
            + WaitTriangle.shapes(x: 16, base: 20, size: 0.52, paint: former, letter: false),
          text: "Wait now, filled, over its former size, dashed"),
        .init(
          symbol: [.rectangle(frame, corner: 0, Paint(fill: .paper, stroke: .better, width: 2.5))], text: "New step"),
        .init(
          symbol: [.rectangle(frame, corner: 0, Paint(stroke: .soft, width: 1.2, dash: [5, 4]))],
          text: "Step or way that is gone"),
        .init(symbol: HandoffMark.shapes(at: Point(16, 10), from: 0, to: 1), text: "Handoff"),
        .init(
          symbol: HandoffMark.shapes(at: Point(16, 10), from: nil, to: nil, status: .gone), text: "Handoff that is gone"
        ),
        .init(symbol: HandoffMark.shapes(at: Point(16, 10), from: 0, to: 1, status: .new), text: "New handoff"),
        .init(
          symbol: [.path([Point(0, 9), Point(32, 9)], corner: 0, Paint(stroke: .accent, width: 3))],
          text: "Longest branch now"),
      ] + loops)
  }

  private var loops: [FooterBlock.Entry] {
    let line = [Point(0, 9), Point(32, 9)]
    var entries: [FooterBlock.Entry] = []
    if !(maps.after.rework ?? []).isEmpty {
      entries.append(
        .init(symbol: [.path(line, corner: 0, Paint(stroke: .rework, width: 1.6, dash: [7, 4]))], text: "Rework"))
    }
    if !difference.rework.gone.isEmpty {
      entries.append(
        .init(
          symbol: [.path(line, corner: 0, Paint(stroke: .soft, width: 1.6, dash: [2, 4]))], text: "Rework that is gone")
      )
    }
    return entries
  }

  private var handoffs: FooterBlock? {
    let words = BridgeWords(difference: difference)
    let gone = difference.handoffs.gone.map { ("gone", words.ends($0, difference.names.before)) }
    let new = difference.handoffs.new.map { ("new", words.ends($0, difference.names.after)) }
    let all = gone + new
    guard !all.isEmpty else { return nil }
    var entries = all.prefix(Self.limit).map { FooterBlock.Entry(text: "\($0.0): \($0.1)") }
    if all.count > Self.limit { entries.append(.init(text: "and \(all.count - Self.limit) more")) }
    return FooterBlock(heading: "Handoffs", entries: entries)
  }

  /// Every warning in a sentence; figures that changed their basis share one.
  private var cautions: FooterBlock? {
    var rebased: [String] = []
    var sentences: [String] = []
    for warning in difference.warnings {
      if case .basis(let steps, _, _) = warning {
        for id in steps.after {
          let name = difference.name(of: id, on: \.after).shown(or: id)
          if !rebased.contains(name) { rebased.append(name) }
        }
      } else {
        sentences.append(difference.message(warning))
      }
    }
    if !rebased.isEmpty {
      sentences.append(
        "Other basis than before, so no evidence of improvement, for figures of: \(rebased.joined(separator: ", ")).")
    }
    guard !sentences.isEmpty else { return nil }
    return FooterBlock(heading: "Compare with care", entries: sentences.map { FooterBlock.Entry(text: $0) })
  }
}
