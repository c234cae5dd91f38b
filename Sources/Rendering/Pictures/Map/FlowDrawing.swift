import CanonicalJSON
import ValueStreams

/// Boxes, ways and loops of a laid-out flow as shapes.
struct FlowDrawing {
  /// What a loop is labelled with.
  struct LoopLabel {
    var text: String
    var before: String?
    var bursts: [Int]
    var status: StepCard.Status
    var tooltip: String

    /// The room its label takes above the line.
    var height: Double {
      18 + (before == nil ? 0 : 14) + Double((bursts.count + 2) / 3) * Burst.pitch
    }
  }

  /// What a way between two steps looks like.
  struct WayStyle {
    var isOnPath = false
    var status = StepCard.Status.kept
    /// Whether work changes teams on it, and in which of the two versions; nil where it does not.
    var handoff: StepCard.Status?
  }

  let layout: FlowLayout
  let cards: [StepCard]
  let loops: [LoopLabel]
  let ways: [FlowSketch.Link: WayStyle]

  var shapes: [Shape] {
    layout.arcs.map(arc) + routes + layout.ends.map(end)
      + layout.places.enumerated().map { place, spot in
        .group(
          name: "step", title: cards[place].tooltip,
          Approach(card: cards[place], area: spot.approach).shapes + StepBox(card: cards[place], box: spot.box).shapes)
      }
  }

  private func style(_ from: Int, _ to: Int) -> WayStyle {
    ways[FlowSketch.Link(from: from, to: to)] ?? ways[FlowSketch.Link(from: from, to: to, isMain: true)] ?? WayStyle()
  }

  /// Plain ways first, the longest branch over them, marks on top.
  private var routes: [Shape] {
    var plain: [Shape] = []
    var main: [Shape] = []
    var marks: [Shape] = []
    for route in layout.routes {
      let styles = route.to.map { style(route.from, $0) }
      if styles.contains(where: { $0.isOnPath }) {
        main.append(.path(route.points, corner: 7, Paint(stroke: .accent, width: 2.5)))
      } else {
        let isGone = styles.allSatisfy { $0.status == .gone }
        let isNew = styles.allSatisfy { $0.status == .new }
        let paint = Paint(
          stroke: isGone ? .soft : isNew ? .better : .ink, width: isNew ? 2.2 : 1.4, dash: isGone ? [5, 4] : [])
        plain.append(.path(route.points, corner: 7, paint))
      }
      if let arrival = route.arrival {
        let way = style(route.from, arrival.step)
        if let handoff = way.handoff {
          marks += HandoffMark.shapes(
            at: arrival.at, from: cards[route.from].team, to: cards[arrival.step].team, status: handoff)
        }
      }
    }
    return plain + main + marks
  }

  private func end(_ route: FlowLayout.Route) -> Shape {
    .group(
      name: "end", title: "Work ends here",
      [.path(route.points, corner: 0, line(of: route.from))]
        + route.points.suffix(1).flatMap { at -> [Shape] in
          [
            .circle(at, radius: 5, Paint(fill: .paper, stroke: .ink, width: 1.4)),
            .circle(at, radius: 2, Paint(fill: .ink)),
          ]
        })
  }

  /// How the ways between a step and the world outside are drawn.
  private func line(of step: Int) -> Paint {
    cards[step].status == .gone ? Paint(stroke: .soft, width: 1.2, dash: [5, 4]) : Paint(stroke: .ink, width: 1.4)
  }

  /// The ways from the sources down to the first steps, and from the last ones up to the customers, whose undersides
  /// stand so far above the flow.
  func joints(sources: Double, customers: Double) -> [Shape] {
    var result: [Shape] = []
    for route in layout.sources {
      result.append(
        .path([Point(route.points[0].x, -sources)] + route.points.dropFirst(), corner: 7, line(of: route.from)))
    }
    for route in layout.customers {
      guard let top = route.points.last else { continue }
      let tip = Point(top.x, -customers)
      result.append(.path(route.points.dropLast() + [tip.moved(0, 8)], corner: 7, line(of: route.from)))
      result.append(.polygon([tip, tip.moved(-5, 11), tip.moved(5, 11)], Paint(fill: .ink)))
    }
    return result
  }

  private func arc(_ arc: FlowLayout.Arc) -> Shape {
    let label = loops[arc.loop]
    let tone: Tone = label.status == .gone ? .soft : .rework
    let dash: [Double] = label.status == .gone ? [2, 4] : [7, 4]
    var shapes: [Shape] = [.path(arc.points, corner: 9, Paint(stroke: tone, width: 1.6, dash: dash))]
    if let tip = arc.points.last {
      shapes.append(
        .polygon([tip, tip.moved(-4.5, -9), tip.moved(4.5, -9)], Paint(fill: tone)))
    }
    let edge = arc.label.right - 4
    var y = arc.label.bottom - 5
    shapes.append(
      .text(
        TextLine(
          Font.label.fit(label.text, width: arc.label.width - 4), at: Point(edge, y), alignment: .end, font: .label,
          tone: tone, struck: label.status == .gone)))
    if let before = label.before {
      y -= 14
      shapes.append(
        .text(
          TextLine(
            Font.small.fit(before, width: arc.label.width - 4), at: Point(edge, y), alignment: .end, font: .small,
            tone: .soft, struck: true)))
    }
    for (index, number) in label.bursts.enumerated() {
      let center = Point(
        edge - 14 - Double(index % 3) * Burst.pitch, y - 14 - (Double(index / 3) + 0.5) * Burst.pitch)
      shapes += Burst.shapes(number, at: center)
    }
    return .group(name: "rework", title: label.tooltip, shapes)
  }
}
