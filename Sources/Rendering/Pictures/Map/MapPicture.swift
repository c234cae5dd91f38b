import CanonicalJSON
package import ValueStreams

/// The value stream map as a picture, in the symbols of Rother and Shook, *Learning to See*.
package enum MapPicture {
  static let margin = 36.0
  static let leastWidth = 960.0

  /// Lays out and draws `map`. `label` says which version it is, for the line below the title.
  ///
  /// - Throws: ``FlowError`` for a map whose steps do not line up; a map from ``MapReader`` always does.
  package static func make(_ map: ValueStreamMap, _ metrics: Metrics, label: String? = nil) throws(FlowError) -> Picture
  {
    let teams = TeamColours([map])
    let source = MapCards(map, metrics, teams: teams)
    let cards = source.cards
    let loops = MapLoops(map, metrics, actions: source.actions)
    let ways = try MapWays(map, metrics)
    let links = ways.styles.keys.sorted { ($0.to, $0.from) < ($1.to, $1.from) }
    var sketch = FlowSketch(
      nodes: cards.map { FlowSketch.Node(height: $0.height) }, links: links,
      loops: loops.sketch, footHeight: 0, leastWidth: leastWidth - 2 * margin)
    let ladders = Ladder.all(map, metrics, layers: Layers(sketch))
    sketch.footHeight = ladders.reduce(0) { $0 + $1.height }
    let layout = FlowLayout(sketch)

    let sheet = Box(x: margin, y: margin, width: layout.width, height: 0)
    let banner = Banner(map, metrics, label: label, sheet: sheet)
    var flow = FlowDrawing(layout: layout, cards: cards, loops: loops.labels, ways: ways.styles).shapes
    flow += joints(layout, banner: banner, cards: cards)
    for (place, row) in layout.rows.enumerated() {
      var top = row.foot
      for ladder in ladders {
        flow += ladder.shapes(columns: row.columns, first: place * (layout.rows.first?.columns.count ?? 0), top: top)
        top += ladder.height
      }
    }
    var shapes = banner.shapes + flow.map { $0.moved(margin, banner.bottom) }

    let footTop = banner.bottom + layout.height + 36
    let totals = TotalsBox(map, metrics)
    shapes += totals.shapes(x: sheet.right - TotalsBox.width, y: footTop)
    let legend = MapLegend(map: map, metrics: metrics, teams: teams, actions: source.actions)
    let footer = Footer(
      legend.blocks, x: margin, y: footTop, width: sheet.width - TotalsBox.width - 44)
    shapes += footer.shapes
    return Picture(
      width: sheet.right + margin, height: footTop + max(totals.height, footer.height) + margin,
      title: MapSummary.title(map, label: label), summary: MapSummary.text(map, metrics), shapes: shapes)
  }

  /// The ways from the sources down to the first steps, and from the last ones up to the customers.
  private static func joints(_ layout: FlowLayout, banner: Banner, cards: [StepCard]) -> [Shape] {
    let paint = Paint(stroke: .ink, width: 1.4)
    var result: [Shape] = []
    for var line in layout.sources where !line.isEmpty {
      line[0].y = banner.feet.sources - banner.bottom
      result.append(.path(line, corner: 7, paint))
    }
    for var line in layout.customers where !line.isEmpty {
      let tip = Point(line[line.count - 1].x, banner.feet.customers - banner.bottom)
      line[line.count - 1].y = tip.y + 8
      result.append(.path(line, corner: 7, paint))
      result.append(.polygon([tip, tip.moved(-5, 11), tip.moved(5, 11)], Paint(fill: .ink)))
    }
    return result
  }
}
