package import CanonicalJSON
package import Changes
package import ValueStreams

/// `vsmrepo trend`: a metric of some streams over all their versions.
package struct TrendText {
  package struct Stream: Sendable {
    package var name: String
    package var trend: Trend
    /// Of the latest version.
    package var calendar: WorkCalendar?
    /// The subjects of the versions, one a point.
    package var subjects: [String]

    package init(name: String, trend: Trend, calendar: WorkCalendar?, subjects: [String]) {
      self.name = name
      self.trend = trend
      self.calendar = calendar
      self.subjects = subjects
    }
  }

  private let streams: [Stream]
  private let metric: Metric

  package init(_ streams: [Stream], metric: Metric) {
    self.streams = streams
    self.metric = metric
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    page.add(StyledText(MetricWords.name(metric), .strong))
    for stream in streams { add(stream, to: &page) }
    return page.string()
  }

  private func add(_ stream: Stream, to page: inout Page) {
    let (trend, durations) = (stream.trend, Durations(stream.calendar))
    let text = { (value: Double?) in MetricWords.text(value, metric, durations) }
    page.blank()
    let line = Bars.sparkline(Array(trend.points.map(\.value).suffix(max(10, page.terminal.width - 40))))
    page.add("\(stream.name, .identity)  \(line)")
    let total = trend.total.flatMap { total in trend.latest.map { change(total, to: $0, durations) } }
    page.wrap(
      "  first \(text(trend.first)), best \(text(trend.best)), latest \(text(trend.latest)); in all "
        + "\(total ?? "–"), \(trend.perCycle.map { MetricWords.signed($0, metric, durations) } ?? "–") a cycle")
    var table = Table([.init("  "), .init("", .right), .init("", .right), .init("", least: 20)])
    for (point, subject) in zip(trend.points, stream.subjects) {
      let mark = marks(point)
      table.add([
        StyledText("  \(point.provenance.label)  \(point.provenance.date.map(Dates.text) ?? "")"),
        StyledText(text(point.value), .strong),
        StyledText(
          point.change.flatMap { moved in point.value.map { change(moved, to: $0, durations) } } ?? "",
          role(point.change)),
        (mark.isEmpty ? "" : "\("! \(mark)", .warning)  ") + StyledText(subject, .faint),
      ])
    }
    page.add(table.lines(width: page.terminal.width))
  }

  /// What a value has become by a change.
  private func change(_ change: Double, to value: Double, _ durations: Durations) -> String {
    MetricWords.change(Sides(before: value - change, after: value), metric, durations)
  }

  private func role(_ change: Double?) -> Role? {
    guard let change, change != 0 else { return nil }
    return (change < 0) == metric.isBetterWhenHigher ? .worse : .better
  }

  /// Why a point cannot simply be compared with the one before.
  private func marks(_ point: Trend.Point) -> String {
    let codes = point.warnings.map(\.code).filter { ["scope", "calendar", "basis"].contains($0) }
    var seen: [String] = point.isCorrection ? ["correction"] : []
    for code in codes where !seen.contains(code + " changed") { seen.append(code + " changed") }
    return seen.joined(separator: ", ")
  }

  package var csv: String {
    let head: [CSV.Cell] = ["stream", "version", "date", "metric", "value", "change", "remarks"].map { .text($0) }
    let rows = streams.lazy.flatMap { stream in
      stream.trend.points.lazy.map { point -> [CSV.Cell] in
        [
          .text(stream.name), point.provenance.version.map { .number(Double($0)) } ?? .empty,
          .text(point.provenance.date ?? ""), .text(metric.rawValue), point.value.map { .number($0) } ?? .empty,
          point.change.map { .number($0) } ?? .empty, .text(marks(point)),
        ]
      }
    }
    return CSV.document([head]) + CSV.document(rows)
  }

  /// `vsm-trend/1`.
  package var json: JSON {
    let list: [JSON] = streams.map { stream in
      let points: [JSON] = stream.trend.points.map { point in
        [
          "version": .value(point.provenance.version), "commit": .value(point.provenance.commit),
          "date": .value(point.provenance.date), "value": .value(point.value), "change": .value(point.change),
          "correction": .bool(point.isCorrection), "warnings": .array(point.warnings.map { .value($0.code) }),
        ]
      }
      return [
        "stream": .value(stream.name), "first": .value(stream.trend.first), "best": .value(stream.trend.best),
        "latest": .value(stream.trend.latest), "total": .value(stream.trend.total),
        "perCycle": .value(stream.trend.perCycle), "points": .array(points),
      ]
    }
    return ["format": "vsm-trend/1", "metric": .value(metric.rawValue), "streams": .array(list)]
  }

  package var svg: String { picture.svg() }

  /// The chart.
  package var picture: Picture {
    let series = streams.map { stream in
      TrendSeries(
        name: stream.name,
        points: zip(stream.trend.points, stream.subjects).compactMap { point, subject in
          guard let day = point.provenance.date.flatMap({ Day($0.prefix(10)) }) else { return nil }
          let mark = marks(point)
          return TrendSeries.Point(
            day: day, label: point.provenance.label, value: point.value, subject: subject,
            mark: point.isCorrection ? .correction : mark.isEmpty ? nil : .caution(mark))
        })
    }
    let calendars = Set(streams.map { DurationText($0.calendar).day })
    return TrendPicture.make(
      series, metric: metric, calendar: streams.first?.calendar ?? nil, inHours: calendars.count > 1)
  }
}
