import ValueStreams

/// What stands in front of a box: the waiting work, how it comes, the improvements that aim there.
struct Approach {
  let card: StepCard
  let area: Box

  var shapes: [Shape] {
    let y = area.y + FlowMeasure.port
    let tone: Tone = card.status == .gone ? .soft : card.isOnPath ? .accent : .ink
    let end = Point(area.right, y)
    var result: [Shape] = []
    var start = Point(area.x, y)
    if hasTriangle {
      let middle = area.x + 27
      result.append(.path([start, Point(middle, y)], corner: 0, Paint(stroke: tone, width: card.isOnPath ? 2.5 : 1.5)))
      result += triangles(x: middle, base: y + 17)
      start.x = area.x + 53
    }
    if card.arrival != .push, hasTriangle {
      result += [
        .path([start, end], corner: 0, Paint(stroke: tone, width: 1.5)),
        ArrivalSymbol.arrowhead(at: end, size: 10, half: 6, tone: tone),
      ]
    } else {
      result += ArrivalSymbol.shapes(card.arrival, from: start, to: end, tone: tone)
    }
    result += figures(top: y + 20)
    for (index, number) in card.bursts.enumerated() {
      let center = Point(
        area.x + 16 + Double(index % 3) * Burst.pitch, area.y + card.burstTop + (Double(index / 3) + 0.5) * Burst.pitch)
      result += Burst.shapes(number, at: center)
    }
    return result
  }

  /// A supermarket and a FIFO lane hold the waiting work themselves, unless its size is to be compared.
  private var hasTriangle: Bool {
    if card.waiting.sizeBefore != nil { return true }
    return card.waiting.size != nil && (card.arrival == .push || card.waiting.timeBefore != nil)
  }

  private func triangles(x: Double, base: Double) -> [Shape] {
    let isGone = card.status == .gone
    var result: [Shape] = []
    if let size = card.waiting.size, !isGone {
      result += WaitTriangle.shapes(
        x: x, base: base, size: size, paint: Paint(fill: .wait, stroke: card.isOnPath ? .accent : .ink, width: 1.5),
        letter: true)
    }
    if let before = isGone ? card.waiting.size : card.waiting.sizeBefore {
      result += WaitTriangle.shapes(
        x: x, base: base, size: before, paint: Paint(stroke: .soft, width: 1.3, dash: [4, 3]), letter: false)
    }
    return result
  }

  private func figures(top: Double) -> [Shape] {
    let isGone = card.status == .gone
    var lines: [TextLine] = []
    func add(_ text: String?, _ font: Font, _ tone: Tone, struck: Bool = false) {
      guard let text else { return }
      let fitted = font.fit(text, width: area.width - 4)
      let at = Point(area.x + 4, top + Double(lines.count) * 15 + 12)
      lines.append(TextLine(fitted, at: at, font: font, tone: tone, struck: struck))
    }
    add(card.waiting.timeBefore, .small, .soft, struck: true)
    add(card.waiting.time, .figure, isGone ? .soft : .ink, struck: isGone)
    add(card.waiting.queue, .small, .soft)
    return lines.map(Shape.text)
  }
}
