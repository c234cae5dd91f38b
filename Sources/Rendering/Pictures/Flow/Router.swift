/// Draws the lines once everything has its place.
struct Router {
  let lanes: Lanes
  let tracks: Tracks
  let stacks: Stacks
  let legs: Legs
  let loops: [FlowSketch.Loop]
  let levels: [ArcLevels]

  /// Every stretch of every way: across passed columns, and through the channels.
  func routes() -> [FlowLayout.Route] {
    var result: [FlowLayout.Route] = []
    for column in lanes.columns.indices {
      for slot in lanes.columns[column] {
        let carried = lanes.carried(slot, column: column)
        if case .passing(let step) = slot {
          let (place, y) = (column % tracks.perRow, stacks.port(slot, column))
          result.append(
            FlowLayout.Route(
              from: step, to: carried,
              points: [Point(tracks.approach(place), y), Point(tracks.box(place) + FlowMeasure.boxWidth, y)]))
        }
        for target in lanes.next(slot, column: column) {
          result.append(route(slot, column, to: target, carried))
        }
      }
    }
    return result
  }

  /// From `slot` through the channel, or around to the next row, to `target` in the column after.
  private func route(_ slot: Lanes.Slot, _ column: Int, to target: Lanes.Slot, _ carried: [Int]) -> FlowLayout.Route {
    let (row, place) = column.quotientAndRemainder(dividingBy: tracks.perRow)
    let start = Point(tracks.box(place) + FlowMeasure.boxWidth, stacks.port(slot, column))
    let y = stacks.port(target, column + 1)
    let turn = tracks.x(of: .way(slot), row: row, place: place + 1) ?? start.x
    var points = [start, Point(turn, start.y)]
    var corner = Point(turn, y)
    var end = Point(tracks.left(place + 1), y)
    if place == tracks.perRow - 1 {
      let order = tracks.lines[row + 1][0].firstIndex(of: .way(slot)) ?? 0
      let gutter = stacks.gutters[row] + 12 + Double(order) * 8
      let entry = tracks.x(of: .way(slot), row: row + 1, place: 0) ?? 0
      points += [Point(turn, gutter), Point(entry, gutter)]
      corner = Point(entry, y)
      end = Point(tracks.approach(0), y)
    } else {
      end.x = tracks.approach(place + 1)
    }
    points += [corner, end]
    switch target {
    case .step(let step):
      return FlowLayout.Route(from: slot.step, to: [step], points: points, arrival: .init(step: step, at: corner))
    case .passing:
      let onward = carried.filter { lanes.layers.layer[$0] > column + 1 }
      return FlowLayout.Route(from: slot.step, to: onward, points: points)
    }
  }

  /// Steps before the last column that hand to none.
  func ends() -> [FlowLayout.Route] {
    lanes.columns.indices.dropLast().flatMap { column in
      lanes.columns[column].filter { lanes.next($0, column: column).isEmpty }.compactMap { slot in
        let (row, place) = column.quotientAndRemainder(dividingBy: tracks.perRow)
        let start = Point(tracks.box(place) + FlowMeasure.boxWidth, stacks.port(slot, column))
        return tracks.x(of: .way(slot), row: row, place: place + 1).map {
          FlowLayout.Route(from: slot.step, to: [], points: [start, Point($0, start.y)])
        }
      }
    }
  }

  func sources() -> [FlowLayout.Route] {
    (lanes.columns.first ?? []).map { slot in
      let y = stacks.port(slot, 0)
      let points = [Point(tracks.sources, 0), Point(tracks.sources, y), Point(tracks.approach(0), y)]
      return FlowLayout.Route(from: slot.step, to: [slot.step], points: points)
    }
  }

  func customers() -> [FlowLayout.Route] {
    let column = lanes.columns.count - 1
    return (lanes.columns.last ?? []).map { slot in
      let y = stacks.port(slot, column)
      let start = tracks.box(column % tracks.perRow) + FlowMeasure.boxWidth
      let points = [Point(start, y), Point(tracks.customers, y), Point(tracks.customers, 0)]
      return FlowLayout.Route(from: slot.step, to: [], points: points)
    }
  }

  /// The line of a loop and the room on it for its percent, in front of the step it leaves.
  func arc(_ index: Int) -> FlowLayout.Arc {
    let loop = loops[index]
    let (fromRow, fromPlace) = lanes.layers.layer[loop.from].quotientAndRemainder(dividingBy: tracks.perRow)
    let (toRow, toPlace) = lanes.layers.layer[loop.to].quotientAndRemainder(dividingBy: tracks.perRow)
    let line = stacks.tops[fromRow] - levels[fromRow].rise(of: index)
    let out = climb(
      from: loop.from, x: tracks.box(fromPlace) + legs.leaving(index), to: line,
      by: tracks.x(of: .loopOut(index), row: fromRow, place: fromPlace + 1),
      rank: legs.rank(index, at: loop.from, isLeaving: true))
    let back = stacks.tops[toRow] - levels[toRow].rise(of: index)
    let home = climb(
      from: loop.to, x: tracks.box(toPlace) + legs.entering(index), to: back,
      by: tracks.x(of: .loopIn(index), row: toRow, place: toPlace),
      rank: legs.rank(index, at: loop.to, isLeaving: false))
    let outer = tracks.crossingX(index)
    let across = fromRow == toRow ? [] : [Point(outer, line), Point(outer, back)]
    return FlowLayout.Arc(
      loop: index, points: out + across + home.reversed(),
      label: Box(
        x: tracks.approach(fromPlace), y: line - loop.height, width: FlowMeasure.approachWidth + 10, height: loop.height
      ))
  }

  /// From the top edge of a box up to `line`: straight, or around what stands above by a track beside the column.
  private func climb(from step: Int, x: Double, to line: Double, by track: Double?, rank: Int) -> [Point] {
    let top = stacks.top[.step(step)] ?? 0
    guard let track else { return [Point(x, top), Point(x, line)] }
    let gap = top - 9 - Double(rank) * 7
    return [Point(x, top), Point(x, gap), Point(track, gap), Point(track, line)]
  }
}
