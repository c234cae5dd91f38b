import CanonicalJSON
import ValueStreams

/// The top of the picture: title, sources, customers, and the information lane between them.
struct Banner {
  let shapes: [Shape]
  /// Where the flow may begin.
  let bottom: Double
  /// The undersides of the two factories, where the flow is joined to them.
  let feet: (sources: Double, customers: Double)

  private static let side = 190.0

  init(_ map: ValueStreamMap, _ metrics: Metrics, label: String?, headline: String? = nil, sheet: Box) {
    let names = Names(map)
    let facts = [
      map.team.map { names.team($0).shown(or: $0) }, map.asOf.map { "observed \(Dates.text($0))" }, label,
    ]
    let below = facts.compactMap { $0 }.joined(separator: " · ")
    let heading = Heading(
      map.title.shown(or: "Value stream map"), below: [below] + (headline.map { [$0] } ?? []), sheet: sheet)
    var shapes = heading.shapes
    let y = heading.bottom + 18
    let sources = Factory(
      heading: "Sources", names: (map.sources ?? []).map(\.string), x: sheet.x, y: y, width: Self.side)
    let customers = Factory(
      heading: "Customers", names: (map.customers ?? []).map(\.string), x: sheet.right - Self.side, y: y,
      width: Self.side)
    shapes.append(.group(name: "sources", title: Self.all("Sources", map.sources), sources.shapes))
    shapes.append(.group(name: "customers", title: Self.all("Customers", map.customers), customers.shapes))

    let gap = 74.0
    let room = sheet.width - 2 * Self.side - 2 * gap
    let lane = InformationLane(
      map, metrics, middle: sheet.center.x, y: y + 6, width: min(620, room))
    shapes.append(.group(name: "information", title: nil, lane.shapes))
    let level = min(y + Factory.roof + 22, lane.box.bottom - 10)
    shapes += InformationLane.straight(from: Point(sources.box.right + 4, level), to: Point(lane.box.x - 4, level))
    shapes += InformationLane.zigzag(from: Point(customers.box.x - 4, level), to: Point(lane.box.right + 4, level))
    self.shapes = shapes
    feet = (sources.box.bottom, customers.box.bottom)
    bottom = max(sources.box.bottom, customers.box.bottom, lane.box.bottom) + 34
  }

  /// The ways between the factories and the flow, which begins at ``bottom``.
  func joints(_ flow: FlowDrawing) -> [Shape] {
    flow.joints(sources: bottom - feet.sources, customers: bottom - feet.customers)
  }

  private static func all(_ heading: String, _ names: [Text]?) -> String? {
    names.map { "\(heading): " + $0.map { LegibleText.line($0.string) }.joined(separator: "; ") }
  }
}
