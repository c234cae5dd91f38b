import CanonicalJSON
import Changes
import ValueStreams

/// The ways of the later map, and those that are gone as far as they can be drawn beside them.
struct ChangeWays {
  private(set) var styles: [FlowSketch.Link: FlowDrawing.WayStyle]
  /// So many gone ways are drawn; a picture with more of them would say nothing.
  private static let limit = 400

  init(_ after: MeasuredMap, _ steps: ChangedSteps, _ difference: Difference) {
    styles = MapWays(after).styles
    let new = Set(difference.flow.new.compactMap { Self.pair($0.from, $0.to, steps.places.after) })
    let newHandoffs = Set(difference.handoffs.new.compactMap { Self.pair($0.from, $0.to, steps.places.after) })
    for (link, style) in styles {
      let pair = [link.from, link.to]
      var style = style
      if new.contains(pair) { style.status = .new }
      if newHandoffs.contains(pair) { style.handoff = .new }
      styles[link] = style
    }
    addGone(steps, difference)
    for handoff in difference.handoffs.gone {
      guard let pair = Self.pair(handoff.from, handoff.to, steps.places.before) else { continue }
      for isMain in [false, true] {
        let link = FlowSketch.Link(from: pair[0], to: pair[1], isMain: isMain)
        if let style = styles[link], style.handoff == nil { styles[link]?.handoff = .gone }
      }
    }
  }

  /// Where a gone way would lead in a circle it is left out: left is left.
  private mutating func addGone(_ steps: ChangedSteps, _ difference: Difference) {
    var next: [Int: [Int]] = [:]
    for link in styles.keys { next[link.from, default: []].append(link.to) }
    for way in difference.flow.gone.prefix(Self.limit) {
      guard let pair = Self.pair(way.from, way.to, steps.places.before), pair[0] != pair[1] else { continue }
      let (from, to) = (pair[0], pair[1])
      if next[from]?.contains(to) == true || Self.leads(from: to, to: from, next) { continue }
      next[from, default: []].append(to)
      styles[FlowSketch.Link(from: from, to: to)] = FlowDrawing.WayStyle(status: .gone)
    }
  }

  private static func pair(_ from: StepID, _ to: StepID, _ places: [StepID: Int]) -> [Int]? {
    guard let from = places[from], let to = places[to] else { return nil }
    return [from, to]
  }

  private static func leads(from: Int, to: Int, _ next: [Int: [Int]]) -> Bool {
    var seen: Set<Int> = [from]
    var open = [from]
    while let step = open.popLast() {
      if step == to { return true }
      for target in next[step] ?? [] where seen.insert(target).inserted { open.append(target) }
    }
    return false
  }
}
