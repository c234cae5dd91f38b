extension Shape {
  /// The same shape elsewhere.
  package func moved(_ dx: Double, _ dy: Double) -> Shape {
    switch self {
    case .rectangle(let box, let corner, let paint): .rectangle(box.moved(dx, dy), corner: corner, paint)
    case .circle(let center, let radius, let paint): .circle(center.moved(dx, dy), radius: radius, paint)
    case .polygon(let points, let paint): .polygon(points.map { $0.moved(dx, dy) }, paint)
    case .path(let points, let corner, let paint): .path(points.map { $0.moved(dx, dy) }, corner: corner, paint)
    case .text(let line): .text(line.moved(dx, dy))
    case .group(let name, let title, let shapes): .group(name: name, title: title, shapes.map { $0.moved(dx, dy) })
    }
  }
}

extension TextLine {
  fileprivate func moved(_ dx: Double, _ dy: Double) -> TextLine {
    var result = self
    result.at = at.moved(dx, dy)
    return result
  }
}
