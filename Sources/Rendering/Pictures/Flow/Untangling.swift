extension Tracks {
  /// Orders the ways in every channel so that a line seldom runs along another one that has nothing to do with it:
  /// a way that leaves at a height where another one arrives turns off before it.
  mutating func untangle(lanes: Lanes, ports: (Lanes.Slot, Int) -> Double) {
    for row in 0..<rows {
      for place in 1...perRow {
        let column = row * perRow + place - 1
        guard column < lanes.columns.count else { continue }
        let ways = lines[row][place].filter(\.isWay)
        let others = lines[row][place].filter { !$0.isWay }
        let ordered =
          place == perRow ? ways.reversed() : order(ways, column: column, lanes: lanes, ports: ports)
        replace(row: row, place: place, with: ordered + others)
      }
    }
  }

  private func order(
    _ ways: [Line], column: Int, lanes: Lanes, ports: (Lanes.Slot, Int) -> Double
  ) -> [Line] {
    var rest = ways.map { line in
      var leaves = 0.0
      var arrives: [Double] = []
      if case .way(let slot) = line {
        leaves = ports(slot, column)
        arrives = lanes.next(slot, column: column).map { ports($0, column + 1) }
      }
      return (line: line, leaves: leaves, arrives: arrives)
    }
    var result: [Line] = []
    while !rest.isEmpty {
      let free = rest.indices.first { candidate in
        rest.indices.allSatisfy { other in
          other == candidate || !rest[candidate].arrives.contains { abs($0 - rest[other].leaves) < 1 }
        }
      }
      result.append(rest.remove(at: free ?? 0).line)
    }
    return result
  }
}

extension Tracks.Line {
  var isWay: Bool {
    if case .way = self { true } else { false }
  }
}
