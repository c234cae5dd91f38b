import CanonicalJSON
package import Changes
import ValueStreams

/// Both versions of a map in one picture: what shrank against its former size, what went away as a ghost, what came new
/// outlined, handoffs that are gone crossed out.
package enum ChangePicture {
  /// `difference` must be that of the two maps.
  package static func make(_ measured: Sides<MeasuredMap>, _ difference: Difference) -> Picture {
    let maps = measured.map(\.map)
    let teams = TeamColours([maps.after, maps.before])
    let steps = ChangedSteps(maps, difference)
    let cards = ChangeCards(measured, steps, difference, teams: teams).cards
    let ways = ChangeWays(measured.after, steps, difference)
    var sketch = FlowSketch(
      nodes: cards.map { FlowSketch.Node(height: $0.height) },
      links: ways.styles.keys.sorted { ($0.to, $0.from) < ($1.to, $1.from) },
      loops: [], footHeight: 0, leastWidth: MapPicture.leastWidth + 140 - 2 * MapPicture.margin)
    let layers = Layers(sketch)
    let loops = ChangeLoops(measured, steps, difference, layers: layers)
    let ladders = ladders(measured, difference, steps, layers)
    sketch.loops = loops.sketch
    sketch.footHeight = ladders.reduce(0) { $0 + $1.height }
    let layout = FlowLayout(sketch)

    let margin = MapPicture.margin
    let sheet = Box(x: margin, y: margin, width: layout.width, height: 0)
    let banner = Banner(
      maps.after, measured.after.metrics, label: "\(difference.from.label) → \(difference.to.label)",
      headline: difference.headlineText, sheet: sheet)
    let drawing = FlowDrawing(layout: layout, cards: cards, loops: loops.labels, ways: ways.styles)
    let flow = drawing.shapes + banner.joints(drawing) + Ladder.shapes(ladders, below: layout)
    let footTop = banner.bottom + layout.height + 36
    let totals = ChangeTotals(difference)
    let legend = ChangeLegend(difference: difference, maps: maps, metrics: measured.after.metrics, teams: teams)
    let footer = Footer(legend.blocks, x: margin, y: footTop, width: sheet.width - ChangeTotals.width - 44)
    return Picture(
      width: sheet.right + margin, height: footTop + max(totals.height, footer.height) + margin,
      title: "What changed from \(difference.from.label) to \(difference.to.label): "
        + LegibleText.line(maps.after.title.string),
      summary: difference.headlineText,
      shapes: banner.shapes + flow.map { $0.moved(margin, banner.bottom) }
        + totals.shapes(x: sheet.right - ChangeTotals.width, y: footTop) + footer.shapes)
  }

  /// The ladders of both versions, each step in the column where it is drawn.
  private static func ladders(
    _ measured: Sides<MeasuredMap>, _ difference: Difference, _ steps: ChangedSteps, _ layers: Layers
  ) -> [Ladder] {
    func ladders(_ side: MeasuredMap, _ label: String, _ places: [StepID: Int]) -> [Ladder] {
      let time = Durations(side.map.calendar).text(side.metrics.figures.leadTime)
      return Ladder.all(side.map, side.metrics, columns: layers.count, prefix: "\(label), \(time)") { id in
        places[id].map { layers.layer[$0] }
      }
    }
    return ladders(measured.before, difference.from.label, steps.places.before)
      + ladders(measured.after, difference.to.label, steps.places.after)
  }
}
