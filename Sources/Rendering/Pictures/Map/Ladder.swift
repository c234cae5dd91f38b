import CanonicalJSON
import ValueStreams

/// The line below the steps: waits on the high rungs, process times on the low ones, along the longest branch.
struct Ladder {
  /// The times of one step, as text; nil where the longest branch passes the column without a step.
  struct Rung: Equatable {
    var wait: String
    var process: String
  }

  /// Nil on the only ladder of a map.
  var name: String?
  /// By column of the flow.
  var rungs: [Rung?]

  static let rise = 16.0

  var height: Double { 52 + (name == nil ? 0 : 16) }

  /// The part of it that belongs to one row, its top at `top`.
  func shapes(columns: [FlowLayout.Column], first: Int, top: Double) -> [Shape] {
    guard let start = columns.first?.left else { return [] }
    var result: [Shape] = []
    var high = top + 18
    if let name {
      let width = (columns.last?.right ?? start) - start
      result.append(
        .text(TextLine(Font.small.fit(name, width: width), at: Point(start, top + 11), font: .small, tone: .soft)))
      high += 16
    }
    let low = high + Ladder.rise
    var points: [Point] = []
    for (offset, column) in columns.enumerated() {
      guard rungs.indices.contains(first + offset), let rung = rungs[first + offset] else {
        points += [Point(column.left, high), Point(column.right, high)]
        continue
      }
      points += [
        Point(column.left, high), Point(column.box, high), Point(column.box, low), Point(column.right, low),
        Point(column.right, high),
      ]
      result.append(
        text(rung.wait, middle: (column.left + column.box) / 2, y: high - 5, room: column.box - column.left - 4))
      result.append(
        text(rung.process, middle: (column.box + column.right) / 2, y: low - 5, room: column.right - column.box - 8))
    }
    result.append(.path(points, corner: 0, Paint(stroke: .ink, width: 1.6)))
    return [.group(name: "ladder", title: nil, result)]
  }

  private func text(_ text: String, middle: Double, y: Double, room: Double) -> Shape {
    .text(TextLine(Font.label.fit(text, width: room), at: Point(middle, y), alignment: .middle, font: .label))
  }
}

extension Ladder {
  /// One ladder a work type, or the map's only one. `column` says where in the flow a step stands; steps that share a
  /// column are added up.
  static func all(
    _ map: ValueStreamMap, _ metrics: Metrics, columns: Int, prefix: String? = nil, column: (StepID) -> Int?
  ) -> [Ladder] {
    let durations = Durations(map.calendar)
    func ladder(_ name: String?, _ path: [StepID], _ steps: [StepFigures]) -> Ladder {
      var times = [(wait: Double, process: Double)?](repeating: nil, count: columns)
      let figures = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
      for id in path {
        guard let place = column(id), let step = figures[id] else { continue }
        let so = times[place] ?? (0, 0)
        times[place] = (so.wait + step.waitTime, so.process + step.processTime)
      }
      let parts = [prefix, name].compactMap { $0 }
      return Ladder(
        name: parts.isEmpty ? nil : parts.joined(separator: ": "),
        rungs: times.map { $0.map { Rung(wait: durations.brief($0.wait), process: durations.brief($0.process)) } })
    }
    if let path = metrics.criticalPath { return [ladder(nil, path, metrics.steps)] }
    let names = Names(map)
    return metrics.workTypes.map { id, type in
      let share = "\(names.workType(id).shown(or: id)), \(Numbers.percent(type.share * 100)) of the work"
      return ladder(share, type.criticalPath, type.steps)
    }
  }

  /// All ladders below each row of the flow.
  static func shapes(_ ladders: [Ladder], below layout: FlowLayout) -> [Shape] {
    let perRow = layout.rows.first?.columns.count ?? 0
    var result: [Shape] = []
    for (place, row) in layout.rows.enumerated() {
      var top = row.foot
      for ladder in ladders {
        result += ladder.shapes(columns: row.columns, first: place * perRow, top: top)
        top += ladder.height
      }
    }
    return result
  }
}
