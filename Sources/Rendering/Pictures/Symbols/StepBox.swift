/// The process box: team, name, data.
struct StepBox {
  let card: StepCard
  let box: Box

  var shapes: [Shape] {
    var result = frame
    result += nameLines
    var y = box.y + StepCard.head + 16
    for row in card.rows {
      result += line(row, y: y)
      y += StepCard.rowHeight
    }
    for note in card.noteLines {
      result.append(.text(TextLine(note, at: Point(box.x + 8, y), font: .small, tone: .soft)))
      y += StepCard.rowHeight
    }
    if card.isConstraint {
      let strip = Box(x: box.x, y: box.y + card.boxHeight - 20, width: box.width, height: 20)
      result.append(.rectangle(strip, corner: 0, Paint(fill: .accent)))
      result.append(
        .text(
          TextLine(
            "Constraint", at: Point(strip.center.x, strip.y + 14), alignment: .middle, font: .label, tone: .paper)))
    }
    return result
  }

  private var outline: Box { Box(x: box.x, y: box.y, width: box.width, height: card.boxHeight) }

  private var frame: [Shape] {
    let band = Box(x: box.x, y: box.y, width: box.width, height: StepCard.band)
    let isGone = card.status == .gone
    let stroke: Tone = isGone ? .soft : card.status == .new ? .better : card.isOnPath ? .accent : .ink
    let weight = card.isOnPath || card.status == .new ? 2.5 : 1.2
    let border = Paint(stroke: stroke, width: isGone ? 1.2 : weight, dash: isGone ? [5, 4] : [])
    var result: [Shape] = [.rectangle(outline, corner: 0, Paint(fill: .paper))]
    if !isGone {
      result.append(.rectangle(band, corner: 0, Paint(fill: card.team.map(Tone.teamTint) ?? .panel)))
    }
    let tone: Tone = isGone ? .soft : card.team.map(Tone.team) ?? .soft
    let label = Font.label.fit(card.teamName ?? "no team", width: box.width - 16)
    result.append(
      .text(TextLine(label, at: Point(band.center.x, band.y + 14), alignment: .middle, font: .label, tone: tone)))
    let rule = box.y + StepCard.head
    result.append(.path([Point(box.x, rule), Point(box.right, rule)], corner: 0, Paint(stroke: .rule)))
    result.append(.rectangle(outline, corner: 0, border))
    return result
  }

  private var nameLines: [Shape] {
    let lines = Font.name.wrap(card.name, width: box.width - 14, lines: 3).lines
    let top = box.y + StepCard.band + (StepCard.head - StepCard.band - Double(lines.count) * 17) / 2
    return lines.enumerated().map { index, line in
      .text(
        TextLine(
          line, at: Point(box.center.x, top + Double(index) * 17 + 13), alignment: .middle, font: .name,
          tone: card.status == .gone ? .soft : .ink, struck: card.status == .gone))
    }
  }

  /// Label and figure; where it was another, that one before it as far as there is room.
  private func line(_ row: StepCard.Row, y: Double) -> [Shape] {
    let right = Point(box.right - 8, y)
    let room = box.width - 22 - Font.small.width(of: row.label)
    let tone: Tone = card.status == .gone ? .soft : row.before == nil ? .ink : .accent
    var value = TextLine(Font.label.fit(row.value, width: room), at: right, alignment: .end, font: .label, tone: tone)
    if let both = row.before.map({ "\($0) → \(row.value)" }),
      let font = [Font.label, .small].first(where: { $0.width(of: both) <= room })
    {
      value.text = both
      value.font = font
    }
    return [.text(TextLine(row.label, at: Point(box.x + 8, y), font: .small, tone: .soft)), .text(value)]
  }
}
