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
    var svg = SVGText()
    svg.add("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"vsm\" role=\"img\" viewBox=\"0 0 ", width)
    svg.add(" ", height)
    svg.add("\" width=\"", width)
    svg.add("\" height=\"", height)
    svg.add("\" font-family=\"")
    svg.add(markup: Font.stack)
    svg.add("\">\n<title>")
    svg.add(text: title)
    svg.add("</title>\n<desc>")
    svg.add(text: summary)
    svg.add("</desc>\n")
    if setting == .standalone {
      svg.add("<style>\n")
      svg.add(markup: PictureStylesheet.text)
      svg.add("</style>\n")
    }
    svg.add(.rectangle(bounds, corner: 0, Paint(fill: .paper)))
    for shape in shapes { svg.add(shape) }
    svg.add("</svg>\n")
    return svg.string
  }
}

extension SVGText {
  fileprivate mutating func add(_ shape: Shape) {
    switch shape {
    case .rectangle(let box, let corner, let paint):
      add("<rect x=\"", box.x)
      add("\" y=\"", box.y)
      add("\" width=\"", box.width)
      add("\" height=\"", box.height)
      if corner > 0 { add("\" rx=\"", corner) }
      addAttributes(paint)
      add("/>\n")
    case .circle(let center, let radius, let paint):
      add("<circle cx=\"", center.x)
      add("\" cy=\"", center.y)
      add("\" r=\"", radius)
      addAttributes(paint)
      add("/>\n")
    case .polygon(let points, let paint):
      add("<polygon points=\"")
      for (place, point) in points.enumerated() {
        add(place > 0 ? " " : "", point.x)
        add(",", point.y)
      }
      addAttributes(paint)
      add("/>\n")
    case .path(let points, let corner, let paint):
      add("<path d=\"")
      add(RoundedPath(points: points, corner: corner))
      addAttributes(paint)
      add("/>\n")
    case .text(let line):
      add(line)
    case .group(let name, let title, let shapes):
      add("<g class=\"")
      add(text: name)
      add("\">\n")
      if let title {
        add("<title>")
        add(text: title)
        add("</title>\n")
      }
      for shape in shapes { add(shape) }
      add("</g>\n")
    }
  }

  /// A line without text leaves nothing behind.
  private mutating func add(_ line: TextLine) {
    if line.text.isEmpty { return }
    add("<text x=\"", line.at.x)
    add("\" y=\"", line.at.y)
    switch line.alignment {
    case .start: break
    case .middle: add("\" text-anchor=\"middle")
    case .end: add("\" text-anchor=\"end")
    }
    add("\" font-size=\"", line.font.size)
    if line.font.bold { add("\" font-weight=\"bold") }
    if line.struck { add("\" text-decoration=\"line-through") }
    addAttributes(Paint(fill: line.tone))
    add(">")
    add(text: line.text)
    add("</text>\n")
  }

  /// Ends the attribute that was begun, and appends those that say how a shape is painted.
  private mutating func addAttributes(_ paint: Paint) {
    if let fill = paint.fill {
      add("\" class=\"f-")
      add(markup: fill.name)
    }
    if let stroke = paint.stroke {
      add(paint.fill == nil ? "\" class=\"s-" : " s-")
      add(markup: stroke.name)
    }
    add("\" fill=\"")
    add(markup: paint.fill?.light ?? "none")
    if let stroke = paint.stroke {
      add("\" stroke=\"")
      add(markup: stroke.light)
      add("\" stroke-width=\"", paint.width)
      for (place, length) in paint.dash.enumerated() {
        add(place > 0 ? " " : "\" stroke-dasharray=\"", length)
      }
    }
    add("\"")
  }
}
