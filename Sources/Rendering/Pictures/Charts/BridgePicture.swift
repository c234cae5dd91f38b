import CanonicalJSON
package import Changes
import ValueStreams

/// The bridge from the lead time before to the lead time after: a waterfall, read from top to bottom.
///
/// What shortened the lead time is a solid bar, what lengthened it an outlined one, so that it reads in grey.
package enum BridgePicture {
  /// A bar from one running total to the next.
  struct Bar: Equatable {
    var name: String
    var cause: String
    var from: Double
    var to: Double
    var value: String
    var isTotal: Bool
  }

  static let width = 1080.0
  static let margin = 36.0
  private static let names = 350.0
  private static let values = 110.0
  private static let rowHeight = 46.0
  /// So many reasons have a bar of their own; the smaller ones share one.
  private static let limit = 16

  package static func make(_ difference: Difference) -> Picture {
    let bars = bars(difference)
    let durations = difference.calendars.differ ? .hours : Durations(difference.calendars.after)
    let scale = Scale(
      from: min(0, bars.map { min($0.from, $0.to) }.min() ?? 0), to: bars.map { max($0.from, $0.to) }.max() ?? 0,
      bases: Scale.times(durations))
    let sheet = Box(x: margin, y: margin, width: width - 2 * margin, height: 0)
    let (before, after) = (difference.from.label, difference.to.label)
    let heading = Heading("Lead time from \(before) to \(after)", below: [difference.headlineText], sheet: sheet)
    let plot = Box(
      x: margin + names, y: heading.bottom + 24, width: sheet.width - names - values,
      height: Double(bars.count) * rowHeight)
    func x(_ value: Double) -> Double { plot.x + scale.share(value) * plot.width }

    var shapes = heading.shapes
    for tick in scale.ticks {
      shapes.append(.path([Point(x(tick), plot.y), Point(x(tick), plot.bottom + 6)], corner: 0, Paint(stroke: .rule)))
      let label = Font.small.fit(durations.text(tick), width: plot.width / Double(scale.ticks.count) - 4)
      shapes.append(
        .text(TextLine(label, at: Point(x(tick), plot.bottom + 21), alignment: .middle, font: .small, tone: .soft)))
    }
    for (index, bar) in bars.enumerated() {
      let top = plot.y + Double(index) * rowHeight
      shapes.append(.group(name: "bar", title: "\(bar.name): \(bar.value) \(bar.cause)", row(bar, top: top, plot, x)))
      if index + 1 < bars.count {
        shapes.append(
          .path(
            [Point(x(bar.to), top + 35), Point(x(bar.to), top + rowHeight + 11)], corner: 0,
            Paint(stroke: .soft, width: 1.2)))
      }
    }
    let foot = key(at: Point(plot.x, plot.bottom + 48))
    return Picture(
      width: width, height: plot.bottom + 62 + margin, title: "How the lead time moved from \(before) to \(after)",
      summary: ([difference.headlineText] + bars.dropFirst().dropLast().map { "\($0.name): \($0.value), \($0.cause)." })
        .joined(separator: " "), shapes: shapes + foot)
  }

  /// First and last stand from zero; those between hang where the one before ended.
  static func bars(_ difference: Difference) -> [Bar] {
    let words = BridgeWords(difference: difference)
    let leadTime = difference[.leadTime]?.values.map { $0 ?? 0 } ?? Sides(before: 0, after: 0)
    let account = TimeAccount(leadTime, calendars: difference.calendars)
    let lines = difference.bridge.lines
    let single = lines.count > limit ? Array(lines[..<(limit - 1)]) : lines
    let rest = lines.dropFirst(single.count)
    let texts = account.texts(single.map(\.total) + (rest.isEmpty ? [] : [rest.reduce(0) { $0 + $1.total }]))
    var running = leadTime.before
    var bars = [
      Bar(name: difference.from.label, cause: "", from: 0, to: running, value: account.before, isTotal: true)
    ]
    func add(_ name: String, _ cause: String, _ change: Double, _ value: String) {
      bars.append(Bar(name: name, cause: cause, from: running, to: running + change, value: value, isTotal: false))
      running += change
    }
    for (line, text) in zip(single, texts) {
      add(words.subject(line), words.cause(line, account.text), line.total, text)
    }
    if !rest.isEmpty, let text = texts.last {
      add(Numbers.counted(rest.count, "smaller change"), "together", rest.reduce(0) { $0 + $1.total }, text)
    }
    bars.append(
      Bar(name: difference.to.label, cause: "", from: 0, to: leadTime.after, value: account.after, isTotal: true))
    return bars
  }

  private static func row(_ bar: Bar, top: Double, _ plot: Box, _ x: (Double) -> Double) -> [Shape] {
    let room = names - 20
    var shapes: [Shape] = []
    let name = Font.figure.fit(bar.name, width: room)
    let cause = Font.small.fit(bar.cause, width: room)
    let y = top + (cause.isEmpty ? 27 : 20)
    shapes.append(.text(TextLine(name, at: Point(margin, y), font: bar.isTotal ? .section : .figure)))
    shapes.append(.text(TextLine(cause, at: Point(margin, y + 16), font: .small, tone: .soft)))
    let (left, right) = (x(min(bar.from, bar.to)), x(max(bar.from, bar.to)))
    let box = Box(x: left, y: top + 11, width: max(2, right - left), height: 24)
    let isBetter = bar.to < bar.from
    let paint =
      bar.isTotal
      ? Paint(fill: .accent)
      : isBetter ? Paint(fill: .better) : Paint(fill: .worseTint, stroke: .worse, width: 1.6)
    shapes.append(.rectangle(box, corner: 0, paint))
    let value = Font.section.fit(bar.value, width: values - 12)
    let tone: Tone = bar.isTotal ? .accent : isBetter ? .better : .worse
    shapes.append(
      .text(TextLine(value, at: Point(width - margin, top + 28), alignment: .end, font: .section, tone: tone)))
    return shapes
  }

  private static func key(at corner: Point) -> [Shape] {
    let swatch = Box(x: corner.x, y: corner.y - 10, width: 22, height: 12)
    let text = "Shorter lead time"
    let second = corner.x + 22 + 8 + Font.small.width(of: text) + 24
    return [
      .rectangle(swatch, corner: 0, Paint(fill: .better)),
      .text(TextLine(text, at: Point(corner.x + 30, corner.y), font: .small, tone: .soft)),
      .rectangle(
        Box(x: second, y: corner.y - 10, width: 22, height: 12), corner: 0,
        Paint(fill: .worseTint, stroke: .worse, width: 1.6)),
      .text(TextLine("Longer lead time", at: Point(second + 30, corner.y), font: .small, tone: .soft)),
    ]
  }
}
