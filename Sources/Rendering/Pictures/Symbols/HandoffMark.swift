/// Where work passes from one team to another: a disc in the colours of both. Crossed out where that is over, with a
/// heavy rim where it is new.
enum HandoffMark {
  static let radius = 6.0

  static func shapes(at center: Point, from: Int?, to: Int?, status: StepCard.Status = .kept) -> [Shape] {
    let isGone = status == .gone
    let outline = Paint(
      fill: .paper, stroke: isGone ? .soft : status == .new ? .worse : .ink, width: status == .new ? 2.4 : 1.2)
    var result: [Shape] = [.circle(center, radius: radius, outline)]
    if isGone {
      let (near, far) = (-9.0, 9.0)
      let cross = Paint(stroke: .better, width: 2)
      result.append(.path([center.moved(near, near), center.moved(far, far)], corner: 0, cross))
      result.append(.path([center.moved(near, far), center.moved(far, near)], corner: 0, cross))
      return result
    }
    result.append(.polygon(half(center, side: -1), Paint(fill: from.map(Tone.team) ?? .soft)))
    result.append(.polygon(half(center, side: 1), Paint(fill: to.map(Tone.team) ?? .soft)))
    return result
  }

  private static func half(_ center: Point, side: Double) -> [Point] {
    let reach = radius - 1.6
    return [(0.6, -reach), (reach * 0.75, -reach * 0.66), (reach, 0), (reach * 0.75, reach * 0.66), (0.6, reach)].map {
      center.moved($0.0 * side, $0.1)
    }
  }
}
