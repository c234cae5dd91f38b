import CanonicalJSON
package import Changes
import ValueStreams

/// The value stream map as a picture, in the symbols of Rother and Shook, *Learning to See*.
package enum MapPicture {
  static let margin = 36.0
  static let leastWidth = 960.0

  /// Lays out and draws a map. `label` says which version it is, for the line below the title.
  package static func make(_ measured: MeasuredMap, label: String? = nil) -> Picture {
    let (map, metrics) = (measured.map, measured.metrics)
    let teams = TeamColours([map])
    let source = MapCards(map, metrics, teams: teams)
    let cards = source.cards
    let loops = MapLoops(map, metrics, actions: source.actions)
    let ways = MapWays(measured)
    var sketch = FlowSketch(
      nodes: cards.map { FlowSketch.Node(height: $0.height) },
      links: ways.styles.keys.sorted { ($0.to, $0.from) < ($1.to, $1.from) },
      loops: loops.sketch, footHeight: 0, leastWidth: leastWidth - 2 * margin)
    let layers = Layers(sketch)
    let ladders = Ladder.all(map, metrics, columns: layers.count) { id in
      measured.flow[id].map { layers.layer[$0] }
    }
    sketch.footHeight = ladders.reduce(0) { $0 + $1.height }
    let layout = FlowLayout(sketch)

    let sheet = Box(x: margin, y: margin, width: layout.width, height: 0)
    let banner = Banner(map, metrics, label: label, sheet: sheet)
    let drawing = FlowDrawing(layout: layout, cards: cards, loops: loops.labels, ways: ways.styles)
    let flow = drawing.shapes + banner.joints(drawing) + Ladder.shapes(ladders, below: layout)
    let footTop = banner.bottom + layout.height + 36
    let totals = TotalsBox(map, metrics)
    let legend = MapLegend(map: map, metrics: metrics, teams: teams, actions: source.actions)
    let footer = Footer(legend.blocks, x: margin, y: footTop, width: sheet.width - TotalsBox.width - 44)
    return Picture(
      width: sheet.right + margin, height: footTop + max(totals.height, footer.height) + margin,
      title: MapSummary.title(map, label: label), summary: MapSummary.text(map, metrics),
      shapes: banner.shapes + flow.map { $0.moved(margin, banner.bottom) }
        + totals.shapes(x: sheet.right - TotalsBox.width, y: footTop) + footer.shapes)
  }
}
