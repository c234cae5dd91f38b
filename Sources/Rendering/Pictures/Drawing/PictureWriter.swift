extension Picture {
  /// Where the SVG will stand.
  package enum Setting: Sendable {
    /// A file of its own: carries its stylesheet, and with it dark mode.
    case standalone
    /// Inside an HTML page, which links ``PictureStylesheet`` itself, as a strict Content-Security-Policy asks.
    case embedded
  }

  /// SVG 1.1 text. Every colour is a presentation attribute, so that the picture is whole without any stylesheet;
  /// there are no ids, so that any number of pictures may share a page. The same picture gives the same bytes.
  package func svg(_ setting: Setting = .standalone) -> String {
    let size = "\(Self.number(width)) \(Self.number(height))"
    var result =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"vsm\" role=\"img\" viewBox=\"0 0 \(size)\" "
      + "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\" font-family=\"\(Font.stack)\">\n"
    result += "<title>\(LegibleText.escaped(title))</title>\n<desc>\(LegibleText.escaped(summary))</desc>\n"
    if setting == .standalone { result += "<style>\n\(PictureStylesheet.text)</style>\n" }
    write(.rectangle(bounds, corner: 0, Paint(fill: .paper)), into: &result)
    for shape in shapes { write(shape, into: &result) }
    return result + "</svg>\n"
  }

  private func write(_ shape: Shape, into result: inout String) {
    func number(_ value: Double) -> String { Self.number(value) }
    switch shape {
    case .rectangle(let box, let corner, let paint):
      let rounding = corner > 0 ? " rx=\"\(number(corner))\"" : ""
      result += "<rect x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(box.width))\" "
      result += "height=\"\(number(box.height))\"\(rounding)\(attributes(paint))/>\n"
    case .circle(let center, let radius, let paint):
      result +=
        "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\"\(attributes(paint))/>\n"
    case .polygon(let points, let paint):
      let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
      result += "<polygon points=\"\(list)\"\(attributes(paint))/>\n"
    case .path(let points, let corner, let paint):
      result += "<path d=\"\(RoundedPath(points: points, corner: corner).data)\"\(attributes(paint))/>\n"
    case .text(let line):
      write(line, into: &result)
    case .group(let name, let title, let shapes):
      result += "<g class=\"\(LegibleText.escaped(name))\">\n"
      if let title { result += "<title>\(LegibleText.escaped(title))</title>\n" }
      for shape in shapes { write(shape, into: &result) }
      result += "</g>\n"
    }
  }

  /// A line without text leaves nothing behind.
  private func write(_ line: TextLine, into result: inout String) {
    if line.text.isEmpty { return }
    let anchor =
      switch line.alignment {
      case .start: ""
      case .middle: " text-anchor=\"middle\""
      case .end: " text-anchor=\"end\""
      }
    let weight = line.font.bold ? " font-weight=\"bold\"" : ""
    let strike = line.struck ? " text-decoration=\"line-through\"" : ""
    result += "<text x=\"\(Self.number(line.at.x))\" y=\"\(Self.number(line.at.y))\"\(anchor) "
    result += "font-size=\"\(Self.number(line.font.size))\"\(weight)\(strike)\(attributes(Paint(fill: line.tone)))>"
    result += "\(LegibleText.escaped(line.text))</text>\n"
  }

  private func attributes(_ paint: Paint) -> String {
    var classes: [String] = []
    var result = ""
    if let fill = paint.fill {
      classes.append("f-\(fill.name)")
      result += " fill=\"\(fill.light)\""
    } else {
      result += " fill=\"none\""
    }
    if let stroke = paint.stroke {
      classes.append("s-\(stroke.name)")
      result += " stroke=\"\(stroke.light)\" stroke-width=\"\(Self.number(paint.width))\""
      if !paint.dash.isEmpty {
        result += " stroke-dasharray=\"\(paint.dash.map(Self.number).joined(separator: " "))\""
      }
    }
    return classes.isEmpty ? result : " class=\"\(classes.joined(separator: " "))\"" + result
  }

  /// At most two decimals, no exponent, no negative zero.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    if part == 0 { return "\(sign)\(whole)" }
    return part % 10 == 0 ? "\(sign)\(whole).\(part / 10)" : "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
