/// The title of a picture and what stands below it.
struct Heading {
  let shapes: [Shape]
  let bottom: Double

  /// The title on at most two lines, each text below it on at most three.
  init(_ title: String, below texts: [String], sheet: Box) {
    var shapes: [Shape] = []
    var y = sheet.y
    for line in Font.heading.wrap(title, width: sheet.width, lines: 2).lines {
      shapes.append(.text(TextLine(line, at: Point(sheet.x, y + 24), font: .heading)))
      y += 31
    }
    for line in texts.flatMap({ Font.body.wrap($0, width: sheet.width, lines: 3).lines }) {
      shapes.append(.text(TextLine(line, at: Point(sheet.x, y + 14), tone: .soft)))
      y += 18
    }
    self.shapes = shapes
    bottom = y
  }
}
