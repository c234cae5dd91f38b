extension FlowLayout {
  /// Lays the flow out in rows. Every step gets a place of its own; lines keep to channels, lanes and gutters, where
  /// no text stands, so that nothing that is read is ever crossed.
  package init(_ flow: FlowSketch) {
    let lanes = Lanes(flow)
    var tracks = Tracks(lanes: lanes, flow: flow)
    let legs = Legs(flow.loops)
    let arcs = Self.levels(flow, lanes, tracks, legs)
    let stacks = Stacks(flow, lanes: lanes, tracks: tracks, legs: legs, arcs: arcs)
    tracks.untangle(lanes: lanes, ports: stacks.port)
    let router = Router(lanes: lanes, tracks: tracks, stacks: stacks, legs: legs, loops: flow.loops, levels: arcs)

    width = tracks.width
    height = stacks.height
    places = flow.nodes.indices.map { step in
      let (row, column) = lanes.layers.layer[step].quotientAndRemainder(dividingBy: tracks.perRow)
      let top = stacks.top[.step(step)] ?? 0
      let height = flow.nodes[step].height
      return Place(
        row: row, column: column,
        box: Box(x: tracks.box(column), y: top, width: FlowMeasure.boxWidth, height: height),
        approach: Box(x: tracks.approach(column), y: top, width: FlowMeasure.approachWidth, height: height),
        port: top + FlowMeasure.port)
    }
    routes = router.routes()
    self.arcs = flow.loops.indices.map(router.arc)
    ends = router.ends()
    sources = router.sources()
    customers = router.customers()
    rows = stacks.feet.enumerated().map { row, foot in
      let columns = min(tracks.perRow, lanes.columns.count - row * tracks.perRow)
      return Row(
        columns: (0..<max(0, columns)).map { place in
          Column(
            left: place == 0 ? tracks.approach(0) : tracks.left(place), box: tracks.box(place),
            right: tracks.box(place) + FlowMeasure.boxWidth)
        }, foot: foot)
    }
  }

  /// The loops' lines above each row.
  private static func levels(_ flow: FlowSketch, _ lanes: Lanes, _ tracks: Tracks, _ legs: Legs) -> [ArcLevels] {
    var spans = [[ArcLevels.Span]](repeating: [], count: tracks.rows)
    for (index, loop) in flow.loops.enumerated() {
      let (fromRow, fromColumn) = lanes.layers.layer[loop.from].quotientAndRemainder(dividingBy: tracks.perRow)
      let (toRow, toColumn) = lanes.layers.layer[loop.to].quotientAndRemainder(dividingBy: tracks.perRow)
      let start =
        tracks.x(of: .loopOut(index), row: fromRow, place: fromColumn + 1)
        ?? tracks.box(fromColumn) + legs.leaving(index)
      let end =
        tracks.x(of: .loopIn(index), row: toRow, place: toColumn) ?? tracks.box(toColumn) + legs.entering(index)
      let outer = tracks.crossingX(index)
      let left = min(fromRow == toRow ? end : outer, tracks.approach(fromColumn))
      spans[fromRow].append(ArcLevels.Span(loop: index, from: left, to: start, height: loop.height))
      if fromRow != toRow {
        spans[toRow].append(ArcLevels.Span(loop: index, from: outer, to: end, height: 8))
      }
    }
    return spans.map(ArcLevels.init)
  }
}
